import { asText, type Value } from '@leastwise/model';
import { get, isSet } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';

const actions: Readonly<Record<string, string>> = { SQS: 'sqs:SendMessage', SNS: 'sns:Publish' };

/** `DeadLetterQueue`: what the role needs to send failed events there. */
export function deadLetterPolicy(owner: SamResource, bench: Workbench): readonly Value[] {
  const letters = owner.properties.get('DeadLetterQueue');
  if (!isSet(letters)) return [];
  const type = asText(get(letters, 'Type') ?? letters);
  const action = type === undefined ? undefined : actions[type];
  const target = get(letters, 'TargetArn');
  if (action === undefined || target === undefined) {
    bench.invalid(
      letters.origin,
      `DeadLetterQueue of ${owner.logicalId} needs TargetArn and Type SQS or SNS.`,
      'Write both.',
    );
    return [];
  }
  return [
    bench.makeAt(letters.origin).of({
      PolicyName: 'DeadLetterQueuePolicy',
      PolicyDocument: { Version: '2012-10-17', Statement: [{ Action: action, Resource: target, Effect: 'Allow' }] },
    }),
  ];
}
