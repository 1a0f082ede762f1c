import { asList, asText, member, settled } from '@leastwise/model';
import type { Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';

const lists = ['AlarmActions', 'OKActions', 'InsufficientDataActions'];

/** Alarms that call a function. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html */
export const linkAlarms: Linker = (estate) => {
  for (const alarm of estate.of('alarm')) {
    for (const action of lists.flatMap((name) => asList(member(alarm.properties, name)) ?? [])) {
      if (asText(action)?.startsWith('arn:aws:sns:')) continue;
      const target = estate.functionOf(action);
      if (target === undefined) continue;
      addTrigger(estate, {
        kind: 'alarm',
        target,
        source: alarm.id,
        label: `alarm ${alarm.name}`,
        invocation: 'async',
        enabled: settled(alarm.facet.actionsEnabled) !== false,
        at: action.origin,
      });
    }
  }
};
