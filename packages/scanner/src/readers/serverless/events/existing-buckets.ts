import { asMap, type TemplateResource, type Value } from '@leastwise/model';
import { get, itemsOf, keyOf } from '../../cloudformation/sam/read-value.ts';
import { mapOf } from '../../cloudformation/sam/made.ts';

/** A notification that the framework adds, after the deployment, to a bucket that exists. */
export interface BucketNotification {
  /** The name of the bucket, or a reference to it. */
  readonly bucket: Value;
  readonly notification: Value;
}

/** A bucket of the service itself, with the notifications of events that call it existing. */
export function withNotifications(resource: TemplateResource, all: readonly BucketNotification[]): TemplateResource {
  const properties = asMap(resource.properties);
  if (resource.type !== 'AWS::S3::Bucket' || properties === undefined) return resource;
  const name = properties.get('BucketName');
  const own = all.filter(({ bucket }) =>
    bucket.kind === 'reference' ? bucket.node === resource.id : name !== undefined && keyOf(bucket) === keyOf(name),
  );
  if (own.length === 0) return resource;
  const written = properties.get('NotificationConfiguration');
  const told = itemsOf(get(written, 'LambdaConfigurations'));
  const configuration = new Map(written === undefined ? [] : asMap(written));
  const origin = own[0]?.notification.origin ?? resource.location;
  configuration.set('LambdaConfigurations', {
    kind: 'known',
    value: [...told, ...own.map(({ notification }) => notification)],
    origin: written?.origin ?? origin,
  });
  const changed = new Map(properties).set(
    'NotificationConfiguration',
    mapOf(Object.fromEntries(configuration), origin),
  );
  return { ...resource, properties: { kind: 'known', value: changed, origin: resource.properties.origin } };
}
