import type { SourceRange } from '@leastwise/model';
import type { IrFunction, IrParameter } from '../ir/module.ts';
import { joinAll } from './join.ts';
import { addStep } from './label.ts';
import type { Machine } from './machine.ts';
import { exactItemsOf } from './members.ts';
import { undefinedValue, unknown, type HeapObject, type PassedArgument, type Value } from './value.ts';

/** What each parameter of a function holds when it is called so. */
export function bindArguments(
  machine: Machine,
  callee: IrFunction,
  given: readonly PassedArgument[],
  at: SourceRange,
): readonly (Value | undefined)[] {
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  let restItems: Value | undefined;
  let restEntries: Value | undefined;
  for (const argument of given) {
    if (argument.name !== undefined) named.set(argument.name, argument.value);
    else if (argument.spread === 'entries') {
      restEntries = restEntries === undefined ? argument.value : joinAll([restEntries, argument.value]);
    } else if (argument.spread === 'items' || restItems !== undefined) {
      const exact = argument.spread === 'items' ? exactItemsOf(argument.value) : undefined;
      if (exact !== undefined && restItems === undefined) positional.push(...exact);
      else {
        const items = argument.spread === 'items' ? machine.items(argument.value, at) : argument.value;
        restItems = restItems === undefined ? items : joinAll([restItems, items]);
      }
    } else positional.push(argument.value);
  }
  const used = new Set<string>();
  let next = 0;
  const values = callee.parameters.map((parameter): Value | undefined => {
    switch (parameter.kind) {
      case 'rest':
        return restList(machine, positional.slice(next), restItems, at);
      case 'keywords':
        return undefined;
      case 'keyword-only':
        break;
      default: {
        const index = next++;
        const value = positional[index];
        if (value !== undefined) return value;
      }
    }
    const { name } = parameter;
    if (name !== undefined && named.has(name)) {
      used.add(name);
      return named.get(name);
    }
    if (restEntries !== undefined && name !== undefined) {
      const value = machine.get(restEntries, name, at, 'item');
      if (value.kind !== 'constant' || value.value !== undefined) return value;
    }
    if (restItems !== undefined && parameter.kind !== 'keyword-only') return restItems;
    return missing(machine, parameter);
  });
  for (const [index, parameter] of callee.parameters.entries()) {
    if (parameter.kind === 'keywords') values[index] = keywordMap(machine, named, used, restEntries, at);
  }
  return values.map((value, index) => value && passed(value, callee, callee.parameters[index], at));
}

function missing(machine: Machine, parameter: IrParameter): Value {
  if (parameter.hasDefault || machine.language === 'javascript') return undefinedValue;
  return unknown('an argument that is not given');
}

function restList(machine: Machine, items: readonly Value[], rest: Value | undefined, at: SourceRange): Value {
  const list = machine.newList(items, at);
  if (rest !== undefined) {
    machine.journal.write(list.object.cells, '#', undefined);
    machine.journal.write(list.object.cells, '[]', rest);
  }
  return list;
}

function keywordMap(
  machine: Machine,
  named: ReadonlyMap<string, Value>,
  used: ReadonlySet<string>,
  entries: Value | undefined,
  at: SourceRange,
): Value {
  const object: HeapObject = machine.newObject('plain', at);
  if (entries !== undefined) machine.copyMembers(entries, object, at);
  for (const [name, value] of named) if (!used.has(name)) machine.journal.write(object.cells, name, value);
  return { kind: 'object', object };
}

function passed(value: Value, callee: IrFunction, parameter: IrParameter | undefined, at: SourceRange): Value {
  if (value.kind !== 'opaque' && value.kind !== 'external' && value.kind !== 'text') return value;
  if (value.kind !== 'text' && value.labels.length === 0) return value;
  const name = parameter?.name;
  const to = callee.name === '' ? 'a function' : callee.name;
  const message = name === undefined ? `passed to ${to}` : `passed to ${to} as ${name}`;
  if (value.kind === 'text') {
    return {
      kind: 'text',
      parts: value.parts.map((part) =>
        typeof part !== 'string' && (part.kind === 'opaque' || part.kind === 'external') && part.labels.length > 0
          ? { ...part, labels: addStep(part.labels, at, message) }
          : part,
      ),
    };
  }
  return { ...value, labels: addStep(value.labels, at, message) };
}
