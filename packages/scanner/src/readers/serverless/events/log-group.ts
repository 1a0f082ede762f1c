import type { Bench } from '../bench.ts';
import { functionPart } from '../naming.ts';
import { missing, permit, shortOr, type ServiceEvent } from './event.ts';

/** https://www.serverless.com/framework/docs/providers/aws/events/cloudwatch-log */
export function logGroupEvent(event: ServiceEvent, bench: Bench): void {
  const { make, owner } = event;
  const group = shortOr(event, 'logGroup');
  if (group === undefined) return missing(event, 'logGroup', bench);
  const part = functionPart(owner.key);
  bench.add(
    `${part}LogsSubscriptionFilterCloudWatchLog${event.index}`,
    'AWS::Logs::SubscriptionFilter',
    { LogGroupName: group, FilterPattern: event.get('filter') ?? '', DestinationArn: owner.arn(make.origin) },
    event.cause,
  );
  permit(
    event,
    `${part}LambdaPermissionLogsSubscriptionFilterCloudWatchLog${event.index}`,
    make.sub('logs.${AWS::Region}.amazonaws.com'),
    {
      arn: make.sub('arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${group}:*', { group }),
    },
    bench,
  );
}
