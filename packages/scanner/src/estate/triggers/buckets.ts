import { asList, asText, describe, member } from '@leastwise/model';
import type { EstateBuilder, Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';
import { sourceLabel } from './source-label.ts';

/** Buckets that tell a function about their objects. https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html */
export const linkBuckets: Linker = (estate) => {
  for (const bucket of estate.of('bucket')) {
    for (const notification of bucket.facet.notifications.functions.items) {
      const target = estate.functionOf(notification.target);
      if (target === undefined) continue;
      addTrigger(estate, {
        kind: 'bucket',
        target,
        source: bucket.id,
        label: `bucket ${bucket.name} (${describe(notification.event)})`,
        invocation: 'async',
        at: notification.target.origin,
      });
    }
  }
  linkConstructNotifications(estate);
};

/** CDK writes notifications through a custom resource, since a bucket and a function that names it would refer in a circle. */
function linkConstructNotifications(estate: EstateBuilder): void {
  for (const resource of estate.of('custom-resource')) {
    if (resource.type !== 'Custom::S3BucketNotifications') continue;
    const name = member(resource.properties, 'BucketName');
    const bucket = estate.resolve(name, 'bucket');
    const configurations = asList(
      member(resource.properties, 'NotificationConfiguration', 'LambdaFunctionConfigurations'),
    );
    for (const configuration of configurations ?? []) {
      const arn = member(configuration, 'LambdaFunctionArn');
      const target = estate.functionOf(arn);
      if (target === undefined) continue;
      const events = (asList(member(configuration, 'Events')) ?? []).map(asText).join(', ');
      addTrigger(estate, {
        kind: 'bucket',
        target,
        source: bucket?.id,
        label: `${sourceLabel('bucket', bucket, name)} (${events})`,
        invocation: 'async',
        at: arn.origin,
        madeBy: resource,
      });
    }
  }
}
