import { asText, type Value } from '@leastwise/model';
import type { Bench } from '../bench.ts';
import { alphanumeric, functionPart } from '../naming.ts';
import { missing, permit, shortOr, sourceName, type ServiceEvent } from './event.ts';

/**
 * `sns`: a topic of the service by its name, or one that exists by its ARN.
 * https://www.serverless.com/framework/docs/providers/aws/events/sns
 */
export function topicEvent(event: ServiceEvent, bench: Bench): void {
  const { make, owner } = event;
  const arn = event.get('arn') ?? arnOf(event.value);
  const named = event.get('topicName') ?? (arn === undefined ? shortOr(event, 'topicName') : undefined);
  const name = named === undefined ? undefined : asText(named);
  if (arn === undefined && named === undefined) return missing(event, 'topicName', bench);
  const part = name === undefined ? sourceName(arn ?? named, `Topic${event.index}`) : alphanumeric(name);
  const topic = arn ?? make.ref(`SNSTopic${part}`);
  if (arn === undefined) {
    bench.add(
      `SNSTopic${part}`,
      'AWS::SNS::Topic',
      { TopicName: named, DisplayName: event.get('displayName'), KmsMasterKeyId: event.get('kmsMasterKeyId') },
      event.cause,
    );
  }
  const deadLetter = event.get('redrivePolicy', 'deadLetterTargetArn');
  bench.add(
    `${functionPart(owner.key)}SnsSubscription${part}`,
    'AWS::SNS::Subscription',
    {
      TopicArn: topic,
      Protocol: 'lambda',
      Endpoint: owner.arn(make.origin),
      FilterPolicy: event.get('filterPolicy'),
      FilterPolicyScope: event.get('filterPolicyScope'),
      RedrivePolicy: deadLetter === undefined ? event.get('redrivePolicy') : { deadLetterTargetArn: deadLetter },
    },
    event.cause,
  );
  permit(event, `${functionPart(owner.key)}LambdaPermission${part}SNS`, 'sns.amazonaws.com', { arn: topic }, bench);
}

function arnOf(value: Value): Value | undefined {
  const text = asText(value);
  if (text !== undefined) return text.startsWith('arn:') ? value : undefined;
  if (value.kind === 'reference') return value;
  const first = value.kind === 'text' ? value.parts[0] : undefined;
  return typeof first === 'string' && first.startsWith('arn:') ? value : undefined;
}
