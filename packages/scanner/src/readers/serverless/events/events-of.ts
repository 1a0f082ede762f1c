import { asMap, asText, type Value } from '@leastwise/model';
import { itemsOf } from '../../cloudformation/sam/read-value.ts';
import type { Bench, ServiceFunction } from '../bench.ts';
import type { ServiceEvent } from './event.ts';
import { get } from '../../cloudformation/sam/read-value.ts';

/** The events of a function in order; what a variable hides is said as unknown. */
export function eventsOf(owner: ServiceFunction, bench: Bench): readonly ServiceEvent[] {
  const counts = new Map<string, number>();
  const events: ServiceEvent[] = [];
  const add = (type: string, value: Value, place: Value): void => {
    const index = (counts.get(type) ?? 0) + 1;
    counts.set(type, index);
    const origin = place.origin;
    events.push({
      type,
      value,
      owner,
      index,
      make: bench.makeAt(origin),
      cause: { at: origin, keyRange: origin, by: type, from: owner.id },
      get: (...path) => get(value, ...path),
    });
  };
  for (const item of itemsOf(owner.get('events')).flatMap(itemsOf)) {
    const map = asMap(item);
    const alone = asText(item);
    if (map !== undefined) {
      for (const [type, value] of map) add(type, value, item);
    } else if (alone !== undefined) add(alone, { kind: 'absent', origin: item.origin }, item);
    else bench.unknowns.push(openEvent(owner, item));
  }
  return events;
}

function openEvent(owner: ServiceFunction, item: Value): Bench['unknowns'][number] {
  if (item.kind === 'unknown') return item;
  const reason = `What this event of ${owner.key} is, only a deployment knows.`;
  return { kind: 'unknown', cause: 'attribute', reason, origin: item.origin };
}
