import { asMap, asText, type Reference, type Value } from '@leastwise/model';
import { checkProperties } from '../check-properties.ts';
import type { Maker } from '../made.ts';
import { eventProperties } from '../property-types.ts';
import { entriesOf, get } from '../read-value.ts';
import type { Draft, SamResource, Workbench } from '../workbench.ts';

/** One entry of `Events`. */
export interface SamEvent {
  /** The name under `Events`. */
  readonly id: string;
  /** The logical id that what it generates begins with: `OrdersNightly`. */
  readonly logicalId: string;
  readonly type: string;
  readonly value: Value;
  /** Makes values that this event causes. */
  readonly make: Maker;
  get(...path: readonly string[]): Value | undefined;
}

/** The function or state machine that events start; its alias when one is published. */
export interface EventTarget {
  readonly owner: SamResource;
  readonly logicalId: string;
  /** What a permission or an event source mapping names. */
  readonly name: Reference;
  readonly arn: Reference;
  /** The execution role, when SAM makes it. */
  readonly role: Draft | undefined;
}

/** The events of a resource, by path as the transform orders them: a `$default` route comes before the others. */
export function eventsOf(owner: SamResource, bench: Workbench): readonly SamEvent[] {
  const events = owner.properties.get('Events');
  if (events !== undefined && events.kind === 'known' && asMap(events) === undefined) {
    bench.invalid(
      events.origin,
      `Events of ${owner.logicalId} is no map.`,
      'Write each event under a name of its own.',
    );
  }
  return entriesOf(events)
    .flatMap(([id, value]) => eventOf(owner, id, value, bench) ?? [])
    .map((event) => ({ event, order: orderOf(event) }))
    .toSorted((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0))
    .map(({ event }) => event);
}

function orderOf(event: SamEvent): string {
  const path = event.get('Path');
  const text = path === undefined ? undefined : asText(path);
  if (text !== undefined) return text;
  return event.type === 'HttpApi' && event.get('Method') === undefined ? '$default' : event.id;
}

function eventOf(owner: SamResource, id: string, value: Value, bench: Workbench): SamEvent | undefined {
  const type = asText(get(value, 'Type') ?? value);
  const properties = get(value, 'Properties');
  if (value.kind !== 'known' && value.kind !== 'choice') {
    bench.unknowns.push(openEvent(owner, id, value));
    return undefined;
  }
  if (asMap(value) === undefined || type === undefined) {
    bench.invalid(
      value.origin,
      `The event ${id} of ${owner.logicalId} has no type.`,
      'Write Type and Properties under the event.',
    );
    return undefined;
  }
  if (properties !== undefined && properties.kind === 'known' && asMap(properties) === undefined) {
    bench.invalid(
      properties.origin,
      `The properties of the event ${id} of ${owner.logicalId} are no map.`,
      'Write Properties as a map.',
    );
    return undefined;
  }
  const types = eventProperties[type];
  if (types !== undefined)
    checkProperties(entriesOf(properties), types, `the event ${id} of ${owner.logicalId}`, bench);
  return {
    id,
    logicalId: owner.logicalId + id,
    type,
    value,
    make: bench.makeAt(value.origin),
    get: (...path) => get(properties, ...path),
  };
}

function openEvent(owner: SamResource, id: string, value: Value): Workbench['unknowns'][number] {
  return value.kind === 'unknown'
    ? value
    : {
        kind: 'unknown',
        cause: 'attribute',
        reason: `What the event ${id} of ${owner.logicalId} is, only a deployment knows.`,
        origin: value.origin,
      };
}

/** The target as this event names it: the references stand where the event is written. */
export function targetOf(event: SamEvent, target: EventTarget): EventTarget {
  const { origin } = event.make;
  return { ...target, name: { ...target.name, origin }, arn: { ...target.arn, origin } };
}

/** `<Function><Event>Permission<suffix>`: lets a service start the function. */
export function draftPermission(
  event: SamEvent,
  target: EventTarget,
  principal: string,
  source: {
    readonly arn?: Value;
    readonly account?: Value;
    readonly token?: Value;
    readonly suffix?: string;
    readonly prefix?: string;
  },
  bench: Workbench,
): Draft {
  return bench.draft(
    target.owner,
    `${source.prefix ?? event.logicalId}Permission${source.suffix ?? ''}`,
    'AWS::Lambda::Permission',
    {
      Action: 'lambda:InvokeFunction',
      FunctionName: target.name,
      Principal: principal,
      SourceArn: source.arn,
      SourceAccount: source.account,
      EventSourceToken: source.token,
    },
    { make: event.make },
  );
}

/** Says that an event lacks a property; the event is left out. */
export function missing(event: SamEvent, property: string, bench: Workbench): void {
  bench.invalid(
    event.value.origin,
    `The event ${event.id} of type ${event.type} has no ${property}.`,
    `Write ${property} under Properties of the event.`,
  );
}
