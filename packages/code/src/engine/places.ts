import type { ArgumentPlace } from '../specs/spec.ts';
import type { CallSite, Machine } from './machine.ts';
import { exactItemsOf } from './members.ts';
import { unknown, type Value } from './value.ts';

type Given = Pick<CallSite, 'arguments' | 'receiver' | 'at'>;

/** The values that stand in a place of a call; empty when nothing is given there. */
export function valuesAt(machine: Machine, given: Given, place: ArgumentPlace): readonly Value[] {
  if (place === 'receiver') return given.receiver === undefined ? [] : [given.receiver];
  if (place === 'all') return given.arguments.map((one) => spreadItems(machine, given, one));
  if (place === 'rest') return given.arguments.map((one) => spreadItems(machine, given, one));
  if (typeof place === 'number') return positionalAt(machine, given, place);
  const { index, name, member, from, made } = place;
  if (from !== undefined && index === undefined && name === undefined) {
    const values = given.arguments
      .filter((one) => one.name === undefined)
      .slice(from)
      .map((one) => spreadItems(machine, given, one));
    return member === undefined ? values : values.flatMap((value) => membersAt(machine, value, member, given));
  }
  let values: readonly Value[] = [];
  if (name !== undefined) values = namedAt(machine, given, name);
  if (values.length === 0 && index !== undefined) values = positionalAt(machine, given, index);
  if (index === undefined && name === undefined) values = positionalAt(machine, given, 0);
  if (made !== undefined) {
    values = values.flatMap((value) =>
      value.kind === 'external' && value.made !== undefined ? valuesAt(machine, value.made, made) : [],
    );
  }
  return member === undefined ? values : values.flatMap((value) => membersAt(machine, value, member, given));
}

function spreadItems(machine: Machine, given: Given, argument: Given['arguments'][number]): Value {
  return argument.spread === 'items' ? machine.items(argument.value, given.at) : argument.value;
}

function positionalAt(machine: Machine, given: Given, index: number): readonly Value[] {
  let position = 0;
  for (const argument of given.arguments) {
    if (argument.name !== undefined || argument.spread === 'entries') continue;
    if (argument.spread === 'items') {
      const exact = exactItemsOf(argument.value);
      if (exact === undefined) return [machine.items(argument.value, given.at)];
      const item = exact[index - position];
      if (item !== undefined) return [item];
      position += exact.length;
      continue;
    }
    if (position === index) return [argument.value];
    position++;
  }
  return [];
}

function namedAt(machine: Machine, given: Given, name: string): readonly Value[] {
  if (name === '*') return given.arguments.filter((one) => one.name !== undefined).map((one) => one.value);
  const spread = given.arguments.filter((one) => one.spread === 'entries').map((one) => one.value);
  if (name === '**') return spread;
  const found = given.arguments.find((one) => one.name === name);
  if (found !== undefined) return [found.value];
  return spread.map((value) => machine.get(value, name, given.at, 'item')).filter((value) => !isAbsent(value));
}

function isAbsent(value: Value): boolean {
  return value.kind === 'constant' && value.value === undefined;
}

/** `headers.Location`, `[].Body`, `*`, `0.Name`; below `headers` case does not matter. */
export function membersAt(machine: Machine, value: Value, path: string, given: Pick<Given, 'at'>): readonly Value[] {
  let current: readonly Value[] = [value];
  let ignoresCase = false;
  for (const part of path.replaceAll('[]', '.[]').split('.')) {
    if (part === '') continue;
    const next: Value[] = [];
    for (const one of current) next.push(...membersOf(machine, one, part, ignoresCase, given));
    current = next.filter((one) => !isAbsent(one));
    ignoresCase ||= /^(multiValueH|h)eaders$/i.test(part);
  }
  return current;
}

function membersOf(
  machine: Machine,
  value: Value,
  part: string,
  ignoresCase: boolean,
  given: Pick<Given, 'at'>,
): readonly Value[] {
  if (value.kind === 'union') return value.options.flatMap((one) => membersOf(machine, one, part, ignoresCase, given));
  if (value.kind === 'constant' || value.kind === 'text') return [];
  if (part === '[]') return [machine.items(value, given.at)];
  if (value.kind === 'object') {
    const { values } = value.object.cells;
    if (part === '*') return [...values].filter(([key]) => key !== '#' && key !== 'keys *').map(([, one]) => one);
    if (ignoresCase) {
      const wanted = part.toLowerCase();
      const found = [...values]
        .filter(([key]) => typeof key === 'string' && key.toLowerCase() === wanted)
        .map(([, one]) => one);
      const any = values.get('*');
      return any === undefined ? found : [...found, any];
    }
    return [machine.get(value, part, given.at, 'item')];
  }
  if (part === '*') return [machine.getUnknown(value, unknown('any key'), given.at)];
  return [machine.get(value, part, given.at, 'item')];
}
