import type { SourceRange } from '@leastwise/model';
import { accessorKey, isAccessorKey } from './accessors.ts';
import { findAccessor } from './class-members.ts';
import { environmentOf } from './external-members.ts';
import { anyMember, callAccessor, isIndex } from './get-member.ts';
import { join, joinAll } from './join.ts';
import { deeper, extendPath } from './label.ts';
import type { Machine } from './machine.ts';
import { constant, opaque, unknown, type HeapObject, type Value } from './value.ts';

/** `object.key = value`. */
export function setMember(
  machine: Machine,
  object: Value,
  key: string,
  value: Value,
  at: SourceRange,
  access: 'member' | 'item' = 'member',
): void {
  switch (object.kind) {
    case 'object': {
      const heap = object.object;
      const setter = heap.cells.values.get(accessorKey('set', key));
      if (setter !== undefined) {
        machine.callback(setter, [value], at, object);
        return;
      }
      const accessor = heap.type === undefined ? undefined : findAccessor(heap.type, key, 'setter');
      if (heap.type !== undefined && accessor !== undefined) {
        callAccessor(machine, heap.type, accessor, object, [value], at);
        return;
      }
      if (isListLike(heap) && isIndex(key)) {
        const count = heap.cells.values.get('#');
        const isInside = count?.kind === 'constant' && typeof count.value === 'number' && Number(key) < count.value;
        if (!isInside) machine.journal.write(heap.cells, '#', undefined);
      }
      machine.journal.write(heap.cells, key, value);
      return;
    }
    case 'function':
      machine.journal.write(object.members, key, value);
      return;
    case 'native':
      if (object.members !== undefined) machine.journal.write(object.members, key, value);
      return;
    case 'class':
      machine.journal.write(object.statics, key, value);
      return;
    case 'input':
      machine.journal.write(object.root.cells, extendPath(object.path, isIndex(key) ? '[]' : key), value);
      return;
    case 'opaque':
      if (object.members !== undefined) machine.journal.write(object.members, key, value);
      return;
    case 'external':
      if (environmentOf(object.name, key, access) !== undefined) machine.journal.write(machine.environment, key, value);
      else if (object.members !== undefined) machine.journal.write(object.members, key, value);
      machine.assigned(object, key, value, at);
      return;
    case 'union':
      // It is set on one of them: each may keep what it had.
      for (const one of object.options) {
        if (one.kind === 'object') {
          const before = one.object.cells.values.get(key);
          machine.set(one, key, before === undefined ? value : join(before, value), at);
        } else if (one.kind !== 'constant') machine.set(one, key, value, at);
      }
      return;
    case 'super':
      return;
    default:
  }
}

/** `object[key] = value` with a key that is not known: any member may be the value now. */
export function setUnknownMember(machine: Machine, object: Value, key: Value, value: Value, at: SourceRange): void {
  if (key.kind === 'constant') {
    machine.set(object, String(key.value), value, at, 'item');
    return;
  }
  if (object.kind === 'union') {
    for (const one of object.options) machine.setUnknown(one, key, value, at);
    return;
  }
  if (object.kind !== 'object') {
    if (object.kind === 'external' && object.members !== undefined) {
      machine.journal.write(object.members, '*', value);
    }
    return;
  }
  const { cells } = object.object;
  writeAny(machine, object.object, value);
  const keys = cells.values.get('keys *');
  if (!isListLike(object.object)) {
    machine.journal.write(cells, 'keys *', keys === undefined ? key : join(keys, key));
  }
}

/** Any member may be this value now: those that are known keep their own as the other possibility. */
function writeAny(machine: Machine, object: HeapObject, value: Value): void {
  const { cells } = object;
  const place = isListLike(object) ? '[]' : '*';
  const before = cells.values.get(place);
  machine.journal.write(cells, place, before === undefined ? value : join(before, value));
  if (cells.values.size > 64) return;
  for (const [key, known] of cells.values) {
    if (key === place || key === '#' || key === 'keys *' || typeof key !== 'string' || isAccessorKey(key)) continue;
    machine.journal.write(cells, key, join(known, value));
  }
}

export function isListLike(object: HeapObject): boolean {
  return object.kind === 'list' || object.kind === 'tuple' || object.kind === 'set' || object.kind === 'arguments';
}

/** A computed key as text, when it is known. */
export function keyText(key: Value): string | undefined {
  return key.kind === 'constant' ? String(key.value) : undefined;
}

/** `Object.assign(into, from)`, `{ ...from }`, `into.update(from)`. */
export function copyMembers(machine: Machine, from: Value, into: HeapObject, at: SourceRange): void {
  if (from.kind === 'constant') return;
  if (from.kind === 'union') {
    const given = from.options.filter((one) => one.kind !== 'constant');
    if (given.length === 1 && given[0] !== undefined) {
      // `...(condition && { a: 1 })`: there or not.
      copyWeakly(machine, given[0], into, at, given.length < from.options.length);
      return;
    }
    for (const one of given) copyWeakly(machine, one, into, at, true);
    return;
  }
  copyWeakly(machine, from, into, at, false);
}

function copyWeakly(machine: Machine, from: Value, into: HeapObject, at: SourceRange, isOptional: boolean): void {
  if (from.kind === 'object') {
    for (const [key, value] of from.object.cells.values) {
      if (key === '#' || typeof key !== 'string') continue;
      const before = into.cells.values.get(key);
      const keepsOld = isOptional || key === '*' || key === 'keys *' || key === '[]';
      machine.journal.write(into.cells, key, keepsOld && before !== undefined ? join(before, value) : value);
    }
    return;
  }
  const any = machine.getUnknown(from, unknown('any key'), at);
  writeAny(machine, into, any);
  const labels = machine.labels(from);
  if (labels.length > 0) {
    const keys = opaque(labels, 'text', 'a key of data from outside');
    machine.journal.write(into.cells, 'keys *', keys);
  }
}

/** Any item that iterating gives. */
export function itemsOf(machine: Machine, over: Value, at: SourceRange): Value {
  switch (over.kind) {
    case 'object': {
      const { object } = over;
      if (isListLike(object)) return anyMember(object);
      if (object.kind === 'map') return machine.newList([mapKeys(object), anyMember(object)], at, 'tuple');
      if (machine.language === 'python') {
        if (object.kind === 'plain') return machine.keys(over, at);
        const method = machine.get(over, '__iter__', at);
        if (method.kind === 'function') return itemsOf(machine, machine.callback(method, [], at), at);
      }
      return object.cells.values.get('[]') ?? anyMember(object);
    }
    case 'constant':
      return typeof over.value === 'string' ? opaque([], 'text', 'a letter') : unknown('an item');
    case 'text':
      return opaque(machine.labels(over), 'text', 'a letter');
    case 'opaque':
      return opaque(deeper(over.labels, '[]'), over.type === 'text' ? 'text' : 'any', over.reason);
    case 'input':
      return { ...over, path: extendPath(over.path, '[]'), at };
    case 'external':
      return machine.get(over, '0', at, 'item');
    case 'union':
      return joinAll(
        over.options
          .filter((one) => one.kind !== 'constant' || one.value !== undefined)
          .map((one) => machine.items(one, at)),
      );
    default:
      return opaque(machine.labels(over));
  }
}

export function exactItemsOf(over: Value): readonly Value[] | undefined {
  if (over.kind !== 'object' || !isListLike(over.object)) return undefined;
  const { values } = over.object.cells;
  const count = values.get('#');
  if (count?.kind !== 'constant' || typeof count.value !== 'number' || values.has('[]')) return undefined;
  const items: Value[] = [];
  for (let index = 0; index < count.value; index++) {
    const item = values.get(String(index));
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

/** `for … in`, `Object.keys`, Python's iteration over a dict. */
export function keysOf(machine: Machine, over: Value, at: SourceRange): Value {
  switch (over.kind) {
    case 'object':
      return mapKeys(over.object);
    case 'union':
      return joinAll(over.options.filter((one) => one.kind !== 'constant').map((one) => machine.keys(one, at)));
    case 'input':
    case 'opaque':
    case 'external':
      return opaque(deeper(machine.labels(over), '*'), 'text', 'a key');
    default:
      return opaque([], 'text', 'a key');
  }
}

export function mapKeys(object: HeapObject): Value {
  const keys: Value[] = [];
  for (const key of object.cells.values.keys()) {
    if (typeof key !== 'string' || key === '#' || key === '*' || key === '[]' || key === 'keys *') continue;
    if (!isAccessorKey(key)) keys.push(constant(key));
  }
  const unknownKeys = object.cells.values.get('keys *');
  if (unknownKeys !== undefined) keys.push(unknownKeys);
  else if (object.cells.values.has('*')) keys.push(opaque([], 'text', 'a key'));
  return keys.length === 0 ? unknown('a key of an empty object') : joinAll(keys);
}
