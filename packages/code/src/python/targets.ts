import type { Register, Span } from '../ir/index.ts';
import { itemKey } from './item-key.ts';
import type { Lowering } from './lowering.ts';
import type { Expression, Sequence } from './syntax.ts';

/** Assigns a value to a name, a member, an item, or to several by position. */
export function assignTo(l: Lowering, target: Expression, value: Register): void {
  switch (target.type) {
    case 'name':
      l.storeName(target.name, value, target);
      return;
    case 'attribute': {
      const object = l.expression(target.object);
      l.emit({ op: 'set', object, key: target.name, access: 'member', value }, target);
      return;
    }
    case 'subscript': {
      const object = l.expression(target.object);
      const key = itemKey(l, target.key);
      l.emit({ op: 'set', object, key, access: 'item', value }, target);
      return;
    }
    case 'starred':
      assignTo(l, target.value, value);
      return;
    case 'sequence':
      unpack(l, target, value);
      return;
    default:
      // A broken target was reported where it stands.
      l.emit({ op: 'unreadable' }, target);
  }
}

function unpack(l: Lowering, target: Sequence, value: Register): void {
  const star = target.items.findIndex((item) => item.type === 'starred');
  for (const [index, item] of target.items.entries()) {
    if (index === star) assignTo(l, item, restOf(l, value, index, target.items.length - 1 - index, item));
    else {
      const place = star === -1 || index < star ? index : index - target.items.length;
      assignTo(l, item, itemAt(l, value, place, item));
    }
  }
}

/** One item by its place; counted from the end when it is negative. */
export function itemAt(l: Lowering, object: Register, place: number, at: Span): Register {
  const key = place >= 0 ? String(place) : { register: l.constant(place, at) };
  return l.value((to) => ({ op: 'get', to, object, key, access: 'item' }), at);
}

/** `[from:-after]`. */
function restOf(l: Lowering, object: Register, from: number, after: number, at: Expression): Register {
  const ends = [l.constant(from, at), l.constant(after === 0 ? null : -after, at)];
  const callee = l.value((to) => ({ op: 'global', to, name: 'slice' }), at);
  const register = l.value(
    (to) => ({ op: 'call', to, callee, arguments: ends.map((end) => ({ value: end })), style: 'call' }),
    at,
  );
  return l.value((to) => ({ op: 'get', to, object, key: { register }, access: 'item' }), at);
}
