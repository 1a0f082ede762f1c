import { anyMember } from '../get-member.ts';
import { join, joinAll } from '../join.ts';
import { textOf } from '../join-text.ts';
import type { CallSite, Machine } from '../machine.ts';
import { exactItemsOf, isListLike, keyText, mapKeys } from '../members.ts';
import { keyword, positional } from '../native-call.ts';
import {
  constant,
  nullValue,
  opaque,
  undefinedValue,
  type HeapObject,
  type ObjectValue,
  type Value,
} from '../value.ts';
import { pushItems } from './javascript-methods.ts';
import { patternMatch } from './pattern-match.ts';
import { formatBraces } from './percent-format.ts';
import { startsWithTest } from './starts-with.ts';

/** Methods of Python's own texts, lists, dicts and sets. */
export function pythonMethod(machine: Machine, site: CallSite, method: string): Value | undefined {
  const { receiver } = site;
  if (receiver === undefined) return undefined;
  if (receiver.kind === 'object') {
    const { object } = receiver;
    if (isListLike(object)) return ofList(machine, site, receiver, method);
    return object.kind === 'plain' || object.kind === 'map' || (object.kind === 'instance' && object.type === undefined)
      ? ofMap(machine, site, receiver, method)
      : undefined;
  }
  if (receiver.kind === 'pattern') {
    const text = positional(site, 0);
    return text !== undefined && ['match', 'fullmatch', 'search'].includes(method)
      ? patternMatch(machine, receiver, text, method, site)
      : undefined;
  }
  switch (method) {
    case 'get':
      return isData(receiver) ? getWithDefault(machine, site, receiver) : undefined;
    case 'items':
      return isData(receiver)
        ? machine.looseList(
            machine.newList(
              [machine.keys(receiver, site.at), machine.getUnknown(receiver, opaque([]), site.at)],
              site.at,
              'tuple',
            ),
            site.at,
          )
        : undefined;
    case 'values':
      return isData(receiver)
        ? machine.looseList(machine.getUnknown(receiver, opaque([]), site.at), site.at)
        : undefined;
    case 'keys':
      return isData(receiver) ? machine.looseList(machine.keys(receiver, site.at), site.at) : undefined;
    case 'startswith': {
      const first = positional(site, 0);
      return first === undefined ? undefined : startsWithTest(machine, receiver, first);
    }
    default:
      return isText(receiver) ? ofText(machine, site, receiver, method) : undefined;
  }
}

/** A map of data from outside. */
function isData(value: Value): boolean {
  return (
    value.kind === 'input' ||
    value.kind === 'opaque' ||
    (value.kind === 'external' && value.labels.length > 0 && value.made === undefined)
  );
}

function isText(value: Value): boolean {
  return (
    value.kind === 'text' ||
    (value.kind === 'constant' && typeof value.value === 'string') ||
    (value.kind === 'opaque' && value.type === 'text')
  );
}

function ofText(machine: Machine, site: CallSite, receiver: Value, method: string): Value | undefined {
  const text = receiver.kind === 'constant' && typeof receiver.value === 'string' ? receiver.value : undefined;
  switch (method) {
    case 'format': {
      const values = site.arguments
        .filter((one) => one.name === undefined && one.spread === undefined)
        .map((one) => one.value);
      const named = new Map(
        site.arguments.flatMap((one) => (one.name === undefined ? [] : ([[one.name, one.value]] as const))),
      );
      const spread = site.arguments.find((one) => one.spread !== undefined);
      const rest =
        spread === undefined
          ? undefined
          : spread.spread === 'items'
            ? machine.items(spread.value, site.at)
            : spread.value;
      return formatBraces(machine, receiver, values, named, rest, site.at);
    }
    case 'format_map': {
      const map = positional(site, 0);
      return map === undefined ? undefined : formatBraces(machine, receiver, [], new Map(), map, site.at);
    }
    case 'join': {
      const list = positional(site, 0);
      if (list === undefined) return undefined;
      const exact = exactItemsOf(list);
      if (exact !== undefined) {
        return textOf(
          machine,
          exact.flatMap((item, index) => (index === 0 ? [item] : [receiver, item])),
          site.at,
        );
      }
      const item = machine.items(list, site.at);
      return textOf(machine, [item, receiver, item], site.at);
    }
    case 'strip':
    case 'lstrip':
    case 'rstrip':
    case 'encode':
    case 'decode':
      return receiver;
    case 'lower':
      return text === undefined ? receiver : constant(text.toLowerCase());
    case 'upper':
      return text === undefined ? undefined : constant(text.toUpperCase());
    case 'replace': {
      const [what, by] = [positional(site, 0), positional(site, 1)];
      if (text === undefined || by === undefined || what?.kind !== 'constant') return undefined;
      const [before, ...rest] = text.split(String(what.value));
      return rest.length === 0 ? receiver : textOf(machine, [before ?? '', by, rest.join(String(what.value))], site.at);
    }
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
    default:
      return undefined;
  }
}

function getWithDefault(machine: Machine, site: CallSite, receiver: Value): Value | undefined {
  const [key, fallback] = [positional(site, 0), positional(site, 1) ?? keyword(site, 'default')];
  if (key === undefined) return undefined;
  const found = machine.getUnknown(receiver, key, site.at);
  const isEmpty =
    fallback === undefined ||
    fallback.kind === 'constant' ||
    exactItemsOf(fallback)?.length === 0 ||
    isEmptyMap(fallback);
  return fallback === undefined || isEmpty ? found : join(found, fallback);
}

function isEmptyMap(value: Value): boolean {
  return value.kind === 'object' && value.object.cells.values.size === 0;
}

function ofMap(machine: Machine, site: CallSite, receiver: ObjectValue, method: string): Value | undefined {
  const { object } = receiver;
  const { at } = site;
  const [first, second] = [positional(site, 0), positional(site, 1)];
  switch (method) {
    case 'get':
    case 'pop':
    case 'setdefault': {
      if (first === undefined) return undefined;
      const fallback = second ?? nullValue;
      const key = keyText(first);
      if (key !== undefined) {
        const known = object.cells.values.get(key);
        if (known !== undefined) return known;
        const any = object.cells.values.get('*');
        const result = any === undefined ? fallback : join(any, fallback);
        if (method === 'setdefault') machine.journal.write(object.cells, key, result);
        return result;
      }
      if (method === 'setdefault') machine.setUnknown(receiver, first, fallback, at);
      return join(anyMember(object), fallback);
    }
    case 'update':
      if (first !== undefined) machine.copyMembers(first, object, at);
      for (const one of site.arguments)
        if (one.name !== undefined) machine.set(receiver, one.name, one.value, at, 'item');
      return nullValue;
    case 'items': {
      const pairs = exactKeys(object)?.map((key) =>
        machine.newList([constant(key), object.cells.values.get(key) ?? undefinedValue], at, 'tuple'),
      );
      return pairs === undefined
        ? machine.looseList(machine.newList([mapKeys(object), anyMember(object)], at, 'tuple'), at)
        : machine.newList(pairs, at);
    }
    case 'keys': {
      const keys = exactKeys(object);
      return keys === undefined
        ? machine.looseList(mapKeys(object), at)
        : machine.newList(
            keys.map((one) => constant(one)),
            at,
          );
    }
    case 'values':
      return machine.looseList(anyMember(object), at);
    case 'copy': {
      const copy = machine.newObject('plain', at);
      machine.copyMembers(receiver, copy, at);
      return { kind: 'object', object: copy };
    }
    default:
      return undefined;
  }
}

/** The keys of a map that holds no others, when they are few. */
export function exactKeys(object: HeapObject): readonly string[] | undefined {
  const keys: string[] = [];
  for (const key of object.cells.values.keys()) {
    if (key === '*' || key === '[]' || key === 'keys *' || typeof key !== 'string') return undefined;
    if (key === '#' || key.startsWith('get ') || key.startsWith('set ')) continue;
    keys.push(key);
  }
  return keys.length <= 24 ? keys : undefined;
}

function ofList(machine: Machine, site: CallSite, receiver: ObjectValue, method: string): Value | undefined {
  const { object } = receiver;
  const first = positional(site, 0);
  switch (method) {
    case 'append':
    case 'add':
    case 'appendleft':
      if (first !== undefined) pushItems(machine, object, [first]);
      return nullValue;
    case 'insert': {
      const second = positional(site, 1);
      machine.journal.write(object.cells, '#', undefined);
      if (second !== undefined) pushItems(machine, object, [second]);
      return nullValue;
    }
    case 'extend':
    case 'update': {
      if (first === undefined) return nullValue;
      const exact = exactItemsOf(first);
      if (exact === undefined) machine.journal.write(object.cells, '#', undefined);
      pushItems(machine, object, exact ?? [machine.items(first, site.at)]);
      return nullValue;
    }
    case 'pop':
    case 'popleft':
    case 'remove':
    case 'discard':
    case 'clear': {
      const any = anyMember(object);
      machine.journal.write(object.cells, '#', undefined);
      return any;
    }
    case 'copy':
    case 'union':
    case 'intersection':
    case 'difference':
      return method === 'union' && first !== undefined
        ? machine.looseList(joinAll([anyMember(object), machine.items(first, site.at)]), site.at)
        : receiver;
    case 'sort':
    case 'reverse':
      return nullValue;
    case 'index':
    case 'count':
      return opaque([], 'number');
    default:
      return undefined;
  }
}
