import type { Operation } from '../ir/operation.ts';
import { rangeOf, valueOf, type Activation } from './activation.ts';
import type { Interpreter } from './interpreter.ts';
import { joinAll } from './join.ts';
import { copyMembers, keyText } from './members.ts';
import { accessorKey } from './accessors.ts';
import type { Value } from './value.ts';

type OperationOf<K extends Operation['op']> = Extract<Operation, { op: K }>;

/** `{ a: 1, [key]: 2, ...rest }`. Later entries win over earlier ones. */
export function makeObject(machine: Interpreter, activation: Activation, operation: OperationOf<'object'>): Value {
  const at = rangeOf(activation, operation);
  const object = machine.newObject('plain', at);
  const result: Value = { kind: 'object', object };
  for (const entry of operation.entries) {
    if (entry.kind === 'spread') {
      copyMembers(machine, valueOf(activation, entry.value), object, at);
      continue;
    }
    const key = typeof entry.key === 'string' ? entry.key : keyText(valueOf(activation, entry.key.register));
    if (entry.kind === 'entry') {
      const value = valueOf(activation, entry.value);
      if (key !== undefined) machine.journal.write(object.cells, key, value);
      else if (typeof entry.key !== 'string') {
        machine.setUnknown(result, valueOf(activation, entry.key.register), value, at);
      }
    } else if (key !== undefined) {
      machine.journal.write(
        object.cells,
        accessorKey(entry.kind === 'getter' ? 'get' : 'set', key),
        machine.closure(activation, entry.function),
      );
    }
  }
  return result;
}

const maxExact = 256;

export function makeList(machine: Interpreter, activation: Activation, operation: OperationOf<'list'>): Value {
  const at = rangeOf(activation, operation);
  const items: Value[] = [];
  let rest: Value[] | undefined;
  for (const item of operation.items) {
    const value = valueOf(activation, item.value);
    if (!item.spread && rest === undefined && items.length < maxExact) {
      items.push(value);
      continue;
    }
    const exact = item.spread ? machine.exactItems(value) : [value];
    if (exact !== undefined && rest === undefined && items.length + exact.length <= maxExact) items.push(...exact);
    else (rest ??= []).push(item.spread ? machine.items(value, at) : value);
  }
  const list = machine.newList(items, at, operation.kind);
  if (rest !== undefined) {
    machine.journal.write(list.object.cells, '#', undefined);
    machine.journal.write(list.object.cells, '[]', joinAll(rest));
  }
  return list;
}
