import { asMap, type TemplateResource, type Value } from '@leastwise/model';
import { get, itemsOf, keyOf } from '../read-value.ts';
import { propagatedTags } from '../tags.ts';
import type { Workbench } from '../workbench.ts';
import { draftPermission, missing, type EventTarget, type SamEvent } from './event.ts';

/** `S3`: a permission, and the notification of the bucket, which must stand in the same template. */
export function draftBucketEvent(event: SamEvent, target: EventTarget, bench: Workbench): void {
  const { make } = event;
  const named = event.get('Bucket');
  const kinds = event.get('Events');
  if (named === undefined) return missing(event, 'Bucket', bench);
  if (kinds === undefined) return missing(event, 'Events', bench);
  const permission = draftPermission(
    event,
    target,
    's3.amazonaws.com',
    { account: make.pseudo('AWS::AccountId') },
    bench,
  );
  const bucket = plainResource(named, bench);
  if (bucket === undefined) {
    bench.invalid(
      named.origin,
      `The bucket of the event ${event.id} is no resource of this template.`,
      'Write the Ref of a bucket.',
    );
    return;
  }
  const filter = event.get('Filter');
  const notifications = itemsOf(kinds).map((kind) => make.of({ Event: kind, Filter: filter, Function: target.arn }));
  const known = itemsOf(get(bucket.properties, 'NotificationConfiguration', 'LambdaConfigurations'));
  const told = new Set(known.map(keyOnce));
  const added = notifications.filter((one) => !told.has(keyOnce(one)));
  const changed = withMember(
    bucket.properties,
    ['NotificationConfiguration', 'LambdaConfigurations'],
    [...known, ...added],
    event,
  );
  if (changed === undefined) {
    bench.invalid(
      bucket.properties.origin,
      `The notifications of ${bucket.logicalId} cannot be read.`,
      'Write NotificationConfiguration as a map.',
    );
    return;
  }
  const dependsOn = [...new Set([...(bucket.dependsOn ?? []), bench.input.stack.idOf(permission.logicalId)])];
  const tags = propagatedTags(target.owner);
  const properties = tags === undefined ? changed : withTags(changed, tags);
  bench.plain.set(bucket.logicalId, { ...bucket, properties, dependsOn });
}

/** The transform puts propagated tags in the place of those that are written. */
function withTags(properties: Value, tags: Value): Value {
  const map = asMap(properties);
  return map === undefined
    ? properties
    : { kind: 'known', value: new Map([...map, ['Tags', tags]]), origin: properties.origin };
}

/** The resource that a `Ref` names, when a person wrote it in this template. */
export function plainResource(named: Value, bench: Workbench): TemplateResource | undefined {
  if (named.kind !== 'reference' || named.attribute !== 'Ref') return undefined;
  return bench.plain.get(bench.logicalIdOf(named.node) ?? '');
}

/** The map with a list set at a path. Undefined when something on the way is written and no map. */
function withMember(
  owner: Value,
  path: readonly string[],
  list: readonly Value[],
  event: Pick<SamEvent, 'make'>,
): Value | undefined {
  const [step, ...rest] = path;
  if (step === undefined)
    return { kind: 'known', value: list, origin: owner.kind === 'absent' ? event.make.origin : owner.origin };
  const isMissing = owner.kind === 'absent' || (owner.kind === 'known' && owner.value === null);
  const map = isMissing ? new Map<string, Value>() : asMap(owner);
  if (map === undefined) return undefined;
  const inner = withMember(map.get(step) ?? { kind: 'absent', origin: event.make.origin }, rest, list, event);
  if (inner === undefined) return undefined;
  const origin = isMissing ? event.make.origin : owner.origin;
  return { kind: 'known', value: new Map([...map, [step, inner]]), origin };
}

const keys = new WeakMap<Value, string>();

/** A bucket may have thousands of notifications, and each event compares with all of them. */
function keyOnce(value: Value): string {
  const known = keys.get(value);
  if (known !== undefined) return known;
  const key = keyOf(value);
  keys.set(value, key);
  return key;
}
