import { describe, settled } from '@leastwise/model';
import type { Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';

/** EventBridge Scheduler. https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html */
export const linkSchedules: Linker = (estate) => {
  for (const schedule of estate.of('schedule')) {
    const { target: written, schedule: expression, state } = schedule.facet;
    const target = estate.functionOf(written.arn) ?? universalTarget(estate, schedule.facet.target);
    if (target === undefined) continue;
    addTrigger(estate, {
      kind: 'schedule',
      target,
      source: schedule.id,
      label: describe(expression),
      invocation: 'async',
      enabled: settled(state) !== 'DISABLED',
      at: written.arn.origin,
    });
  }
};

/** `arn:aws:scheduler:::aws-sdk:lambda:invoke` names the function in its input. */
function universalTarget(
  estate: Parameters<Linker>[0],
  target: { readonly arn: Parameters<typeof describe>[0]; readonly input: Parameters<typeof describe>[0] },
): ReturnType<Parameters<Linker>[0]['functionOf']> {
  return describe(target.arn).endsWith(':aws-sdk:lambda:invoke') ? estate.functionOf(target.input) : undefined;
}
