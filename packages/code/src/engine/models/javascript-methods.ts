import type { SourceRange } from '@leastwise/model';
import type { Transform } from '../../specs/spec.ts';
import { containsTest } from '../binary.ts';
import { learned } from '../guards.ts';
import { anyMember } from '../get-member.ts';
import { join, joinAll } from '../join.ts';
import type { Labels } from '../label.ts';
import { replaced } from './replaced-text.ts';
import type { CallSite, Machine } from '../machine.ts';
import { exactItemsOf, isListLike, mapKeys } from '../members.ts';
import { positional } from '../native-call.ts';
import { patternAdmits } from '../pattern-admits.ts';
import { fixedPrefix } from '../text.ts';
import { textOf } from '../join-text.ts';
import { learnedWhen, testValue } from '../truth.ts';
import { constant, opaque, undefinedValue, unknown, type HeapObject, type ObjectValue, type Value } from '../value.ts';
import { meetsPattern, patternTest } from './pattern-test.ts';
import { startsWithTest } from './starts-with.ts';

/** Methods of JavaScript's own texts, lists, maps, sets, promises and patterns. */
export function javascriptMethod(machine: Machine, site: CallSite, method: string): Value | undefined {
  const { receiver } = site;
  if (receiver === undefined) return undefined;
  if (method === 'then' || method === 'catch' || method === 'finally') return promiseMethod(machine, site, method);
  if (receiver.kind === 'pattern') return ofPattern(machine, site, receiver, method);
  if (receiver.kind === 'object') {
    const { object } = receiver;
    if (isListLike(object)) return ofList(machine, site, receiver, method);
    if (object.kind === 'map') return ofMap(machine, site, object, method);
    if (method === 'hasOwnProperty') return hasKey(machine, site, object);
    if (method === 'toString' && object.type === undefined) return constant('[object Object]');
    return undefined;
  }
  const test = replaced(machine, site, receiver, method) ?? ofAnything(machine, site, receiver, method);
  if (test !== undefined) return test;
  return isTextLike(receiver) ? ofText(machine, site, receiver, method) : undefined;
}

function isTextLike(value: Value): boolean {
  return value.kind === 'text' || (value.kind === 'constant' && typeof value.value === 'string');
}

/** A promise is what it holds. */
function promiseMethod(machine: Machine, site: CallSite, method: string): Value | undefined {
  const { receiver } = site;
  if (receiver === undefined) return undefined;
  const [first, second] = [positional(site, 0), positional(site, 1)];
  if (method === 'then') {
    const result = first === undefined || !isCallable(first) ? receiver : machine.callback(first, [receiver], site.at);
    if (second === undefined || !isCallable(second)) return result;
    return join(result, machine.callback(second, [unknown('an error')], site.at));
  }
  if (method === 'finally') {
    if (first !== undefined && isCallable(first)) machine.callback(first, [], site.at);
    return receiver;
  }
  if (first === undefined || !isCallable(first)) return receiver;
  return join(receiver, machine.callback(first, [{ kind: 'external', name: 'global#Error()', labels: [] }], site.at));
}

function isCallable(value: Value): boolean {
  return value.kind === 'function' || value.kind === 'native' || value.kind === 'external' || value.kind === 'union';
}

/** Tests that mean the same on a text, a list and data of a kind that is not known. */
function ofAnything(machine: Machine, site: CallSite, receiver: Value, method: string): Value | undefined {
  const first = positional(site, 0);
  switch (method) {
    case 'includes':
      return first === undefined ? undefined : containsTest(machine, receiver, first);
    case 'startsWith':
      return first === undefined ? undefined : startsWithTest(machine, receiver, first);
    case 'endsWith':
      return testValue([]);
    case 'match':
    case 'search':
      return first?.kind === 'pattern' ? matched(machine, receiver, first, site) : undefined;
    case 'every':
      return first === undefined ? undefined : everyTest(machine, site, receiver, first, true);
    case 'some':
      return first === undefined ? undefined : everyTest(machine, site, receiver, first, false);
    case 'hasOwnProperty':
      return testValue([]);
    default:
      return undefined;
  }
}

function matched(machine: Machine, text: Value, pattern: Extract<Value, { kind: 'pattern' }>, site: CallSite): Value {
  meetsPattern(machine, pattern, text, site);
  const admits = patternAdmits(pattern.source, false, pattern.flags);
  const labels = machine.labels(text);
  // What is found is a list of parts of the text: those of an anchored pattern hold no more than it admits.
  const parts = held(machine, labels, admits, site.at);
  const found = opaque(parts, 'list', 'matches of a pattern');
  if (admits.length === 0) return { kind: 'union', options: [found, constant(null)] };
  const test = testValue(learned(machine, text, admits));
  return test.kind === 'test' ? { ...test, holds: found } : found;
}

/** Data that is made of known characters only. */
export function held(machine: Machine, labels: Labels, admits: readonly Transform[], at: SourceRange): Labels {
  return admits.reduce((all, one) => machine.transformed(all, one, at, 'is held to a pattern'), labels);
}

/** `list.every(isKnown)`: what holds for each item when it is true; `some`: what holds when it is false. */
function everyTest(machine: Machine, site: CallSite, receiver: Value, test: Value, isEvery: boolean): Value {
  const items = machine.items(receiver, site.at);
  const result = machine.callback(test, [items], site.at);
  const facts = learnedWhen(result, isEvery);
  return isEvery ? testValue(facts) : testValue([], facts);
}

function ofPattern(
  machine: Machine,
  site: CallSite,
  receiver: Extract<Value, { kind: 'pattern' }>,
  method: string,
): Value | undefined {
  const text = positional(site, 0);
  if (text === undefined) return undefined;
  if (method === 'test') return patternTest(machine, receiver, text, site);
  if (method === 'exec') return matched(machine, text, receiver, site);
  return undefined;
}

function ofText(machine: Machine, site: CallSite, receiver: Value, method: string): Value | undefined {
  const text = receiver.kind === 'constant' && typeof receiver.value === 'string' ? receiver.value : undefined;
  switch (method) {
    case 'toString':
    case 'valueOf':
    case 'trim':
    case 'normalize':
      return receiver;
    case 'toLowerCase':
      return text === undefined ? receiver : constant(text.toLowerCase());
    case 'toUpperCase':
      return text === undefined ? undefined : constant(text.toUpperCase());
    case 'concat':
      return textOf(machine, [receiver, ...site.arguments.map((one) => one.value)], site.at);
    case 'split': {
      const separator = positional(site, 0);
      if (text === undefined || separator?.kind !== 'constant' || typeof separator.value !== 'string') return undefined;
      return machine.newList(
        text
          .split(separator.value)
          .slice(0, 64)
          .map((one) => constant(one)),
        site.at,
      );
    }
    case 'replace':
    case 'replaceAll':
      return replaceInText(machine, site, receiver);
    default:
      return undefined;
  }
}

/** `template.replace('{{name}}', name)` puts data into the text; what stands before stays. */
function replaceInText(machine: Machine, site: CallSite, receiver: Value): Value | undefined {
  const [what, by] = [positional(site, 0), positional(site, 1)];
  if (what === undefined || by === undefined || isCallable(by)) return undefined;
  if (receiver.kind === 'constant' && what.kind === 'constant') {
    const [before, ...rest] = String(receiver.value).split(String(what.value));
    if (rest.length === 0) return receiver;
    return textOf(machine, [before ?? '', by, rest.join(String(what.value))], site.at);
  }
  const labels = [...machine.labels(receiver), ...machine.labels(by)];
  return labels.length === 0 ? undefined : textOf(machine, [fixedPrefix(receiver), receiver, by], site.at);
}

/** Adds to a list; keeps the number of items as long as it is small. */
export function pushItems(machine: Machine, object: HeapObject, values: readonly Value[]): void {
  const { journal } = machine;
  const count = object.cells.values.get('#');
  if (count?.kind === 'constant' && typeof count.value === 'number' && count.value + values.length <= 64) {
    let next = count.value;
    for (const value of values) journal.write(object.cells, String(next++), value);
    journal.write(object.cells, '#', constant(next));
    return;
  }
  journal.write(object.cells, '#', undefined);
  const before = object.cells.values.get('[]');
  const added = joinAll(values.length === 0 ? [undefinedValue] : values);
  journal.write(object.cells, '[]', before === undefined ? added : join(before, added));
}

function ofList(machine: Machine, site: CallSite, receiver: ObjectValue, method: string): Value | undefined {
  const { object } = receiver;
  const { at } = site;
  const exact = exactItemsOf(receiver);
  const first = positional(site, 0);
  const any = (): Value => anyMember(object);
  const listOf = (item: Value): Value => {
    const list = machine.newList([], at);
    machine.journal.write(list.object.cells, '#', undefined);
    machine.journal.write(list.object.cells, '[]', item);
    return list;
  };
  switch (method) {
    case 'push':
    case 'add':
    case 'unshift': {
      const spread = site.arguments.some((one) => one.spread !== undefined);
      const values = site.arguments.flatMap((one) =>
        one.spread === undefined ? [one.value] : (machine.exactItems(one.value) ?? [machine.items(one.value, at)]),
      );
      if (spread || method === 'unshift') machine.journal.write(object.cells, '#', undefined);
      pushItems(machine, object, values);
      return method === 'add' ? receiver : opaque([], 'number');
    }
    case 'pop':
    case 'shift':
    case 'at':
    case 'next':
    case 'find':
    case 'findLast':
    case 'splice':
    case 'delete': {
      if (first !== undefined && (method === 'find' || method === 'findLast')) machine.callback(first, [any()], at);
      if (method === 'at' && first?.kind === 'constant') return machine.get(receiver, String(first.value), at);
      if (method !== 'at' && method !== 'find' && method !== 'findLast' && method !== 'next') loosen(machine, object);
      if (method === 'splice') return listOf(any());
      if (method === 'next') return machine.newMap({ value: any(), done: opaque([], 'boolean') }, at);
      return method === 'delete' ? testValue([]) : join(any(), undefinedValue);
    }
    case 'map':
    case 'flatMap': {
      if (first === undefined) return undefined;
      if (exact !== undefined && exact.length <= 12) {
        const results = exact.map((item, index) => machine.callback(first, [item, constant(index), receiver], at));
        if (method === 'map') return machine.newList(results, at);
        return listOf(joinAll(results.map((one) => (one.kind === 'object' ? machine.items(one, at) : one))));
      }
      const result = machine.callback(first, [any(), opaque([], 'number'), receiver], at);
      return listOf(method === 'map' ? result : machine.items(result, at));
    }
    case 'forEach': {
      if (first === undefined) return undefined;
      const items = exact !== undefined && exact.length <= 12 ? exact : [any()];
      for (const item of items) machine.callback(first, [item, opaque([], 'number'), receiver], at);
      return undefinedValue;
    }
    case 'filter':
      if (first?.kind === 'function') machine.callback(first, [any(), opaque([], 'number'), receiver], at);
      return listOf(any());
    case 'reduce':
    case 'reduceRight':
      return first === undefined ? undefined : reduced(machine, site, first, exact, any);
    case 'some':
    case 'every':
      return first === undefined ? undefined : everyTest(machine, site, receiver, first, method === 'every');
    case 'includes':
    case 'has':
    case 'indexOf':
      return first === undefined ? undefined : memberTest(machine, any(), first, method === 'indexOf');
    case 'join':
      return joined(machine, site, exact, any);
    case 'concat': {
      const others = site.arguments.map((one) => one.value);
      const lists = [receiver, ...others].map((one) => (one.kind === 'object' ? exactItemsOf(one) : [one]));
      if (lists.every((one) => one !== undefined)) return machine.newList(lists.flat(), at);
      return listOf(joinAll([any(), ...others.map((one) => (one.kind === 'object' ? machine.items(one, at) : one))]));
    }
    case 'slice': {
      const start = first === undefined ? 0 : first.kind === 'constant' ? Number(first.value) : undefined;
      const end = positional(site, 1);
      if (exact !== undefined && start !== undefined && (end === undefined || end.kind === 'constant')) {
        return machine.newList(exact.slice(start, end?.kind === 'constant' ? Number(end.value) : undefined), at);
      }
      return listOf(any());
    }
    case 'reverse':
    case 'sort':
    case 'toSorted':
    case 'toReversed':
    case 'flat':
    case 'values':
      if (first?.kind === 'function') machine.callback(first, [any(), any()], at);
      return method === 'flat' ? listOf(flattened(machine, any(), site)) : receiver;
    case 'entries':
      return listOf(machine.newList([opaque([], 'number'), any()], at));
    case 'keys':
      return listOf(opaque([], 'number'));
    case 'fill':
      if (first !== undefined) pushItems(machine, object, [first]);
      return receiver;
    default:
      return undefined;
  }
}

function flattened(machine: Machine, value: Value, site: CallSite): Value {
  return value.kind === 'object' ? machine.items(value, site.at) : value;
}

function loosen(machine: Machine, object: HeapObject): void {
  const any = anyMember(object);
  machine.journal.write(object.cells, '#', undefined);
  machine.journal.write(object.cells, '[]', any);
}

function reduced(
  machine: Machine,
  site: CallSite,
  callee: Value,
  exact: readonly Value[] | undefined,
  any: () => Value,
): Value {
  const initial = positional(site, 1);
  if (exact !== undefined && exact.length <= 12) {
    const [head, ...rest] = exact;
    let result = initial ?? head ?? undefinedValue;
    for (const item of initial === undefined ? rest : exact) result = machine.callback(callee, [result, item], site.at);
    return result;
  }
  let result = initial ?? any();
  for (let round = 0; round < 2; round++) {
    result = join(result, machine.callback(callee, [result, any(), opaque([], 'number')], site.at));
  }
  return result;
}

/** `LIST.includes(x)`: one of what the code put there. */
export function memberTest(machine: Machine, items: Value, wanted: Value, isIndex: boolean): Value {
  if (isIndex) return opaque([], 'number', 'a position in a list');
  return testValue(machine.labels(items).length === 0 ? learned(machine, wanted, 'allow-listed') : []);
}

function joined(machine: Machine, site: CallSite, exact: readonly Value[] | undefined, any: () => Value): Value {
  const separator = positional(site, 0) ?? constant(',');
  if (exact !== undefined) {
    return textOf(
      machine,
      exact.flatMap((item, index) => (index === 0 ? [item] : [separator, item])),
      site.at,
    );
  }
  const item = any();
  return item.kind === 'constant' && item.value === undefined
    ? constant('')
    : textOf(machine, [item, separator, item], site.at);
}

function ofMap(machine: Machine, site: CallSite, object: HeapObject, method: string): Value | undefined {
  const { at } = site;
  const [first, second] = [positional(site, 0), positional(site, 1)];
  const self: Value = { kind: 'object', object };
  switch (method) {
    case 'get': {
      if (first?.kind === 'constant') {
        const known = object.cells.values.get(String(first.value));
        const any = object.cells.values.get('*');
        return known ?? any ?? undefinedValue;
      }
      return join(anyMember(object), undefinedValue);
    }
    case 'set':
      if (first !== undefined && second !== undefined) machine.setUnknown(self, first, second, at);
      return self;
    case 'has':
      return first === undefined
        ? undefined
        : testValue(hasCleanKeys(machine, object) ? learned(machine, first, 'allow-listed') : []);
    case 'forEach':
      if (first !== undefined) machine.callback(first, [anyMember(object), mapKeys(object), self], at);
      return undefinedValue;
    case 'values':
      return machine.looseList(anyMember(object), at);
    case 'keys':
      return machine.looseList(mapKeys(object), at);
    case 'entries':
      return machine.looseList(machine.newList([mapKeys(object), anyMember(object)], at), at);
    case 'delete':
    case 'clear':
      return testValue([]);
    default:
      return undefined;
  }
}

function hasCleanKeys(machine: Machine, object: HeapObject): boolean {
  const keys = object.cells.values.get('keys *');
  return keys === undefined ? !object.cells.values.has('*') : machine.labels(keys).length === 0;
}

export function hasKey(machine: Machine, site: CallSite, object: HeapObject): Value {
  const key = positional(site, 0);
  return testValue(key !== undefined && hasCleanKeys(machine, object) ? learned(machine, key, 'allow-listed') : []);
}
