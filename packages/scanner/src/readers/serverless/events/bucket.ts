import { asText } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { entriesOf, flagOf, get, itemsOf } from '../../cloudformation/sam/read-value.ts';
import type { Bench } from '../bench.ts';
import { alphanumeric, functionPart, upperFirst } from '../naming.ts';
import { capitalized, missing, permit, shortOr, type ServiceEvent } from './event.ts';

/**
 * `s3`: a permission, and the bucket with its notification; an existing bucket is only told to notify.
 * https://www.serverless.com/framework/docs/providers/aws/events/s3
 */
export function bucketEvent(event: ServiceEvent, bench: Bench): void {
  const { make, owner } = event;
  const named = shortOr(event, 'bucket');
  if (named === undefined) return missing(event, 'bucket', bench);
  const key = asText(named);
  const part = key === undefined ? `Bucket${event.index}` : alphanumeric(key);
  const settings = key === undefined ? undefined : bench.provider('s3', key);
  const name = get(settings, 'name') ?? named;
  permit(
    event,
    `${functionPart(owner.key)}LambdaPermission${part}S3`,
    's3.amazonaws.com',
    { arn: make.sub('arn:${AWS::Partition}:s3:::${name}', { name }), account: make.pseudo('AWS::AccountId') },
    bench,
  );
  const rules = itemsOf(event.get('rules')).flatMap((rule) =>
    entriesOf(rule).map(([Name, inner]): Material => ({ Name, Value: inner })),
  );
  const notification = make.of({
    Event: event.get('event') ?? 's3:ObjectCreated:*',
    Function: owner.arn(make.origin),
    Filter: rules.length === 0 ? undefined : { S3Key: { Rules: rules } },
  });
  if (flagOf(event.get('existing')) === true) {
    bench.notifications.push({ bucket: name, notification });
    return;
  }
  const logicalId = `S3Bucket${part}`;
  const present = bench.drafts.get(logicalId);
  if (present === undefined) {
    const more = entriesOf(settings).filter(([member]) => member !== 'name');
    const properties = Object.fromEntries(
      more.map(([member, value]) => [upperFirst(member), capitalized(value) ?? value]),
    );
    bench.add(
      logicalId,
      'AWS::S3::Bucket',
      { ...properties, BucketName: name, NotificationConfiguration: { LambdaConfigurations: [notification] } },
      event.cause,
    );
    return;
  }
  const told = itemsOf(get(present.properties.get('NotificationConfiguration'), 'LambdaConfigurations'));
  present.properties.set('NotificationConfiguration', make.of({ LambdaConfigurations: [...told, notification] }));
}
