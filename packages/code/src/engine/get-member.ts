import type { SourceRange } from '@leastwise/model';
import { accessorKey } from './accessors.ts';
import { bind, externalBase, findAccessor, findMember, memberOfInstance } from './class-members.ts';
import { getOfExternal } from './external-members.ts';
import { extendPath, deeper } from './label.ts';
import { inputLabels, isTaintedItself, knownInput } from './input-root.ts';
import { join, joinAll } from './join.ts';
import type { Machine } from './machine.ts';
import {
  constant,
  external,
  opaque,
  undefinedValue,
  unknown,
  type HeapObject,
  type NativeValue,
  type Value,
  type ClassValue,
  type FunctionValue,
} from './value.ts';

/** Members whose value is a number whatever the text or list is. */
const counts: ReadonlySet<string> = new Set(['length', 'size', 'byteLength', 'count']);

/** Of data whose kind is not known: `size` and `count` are fields like any other. */
function isLength(key: string, access: 'member' | 'item'): boolean {
  return access === 'member' && (key === 'length' || key === 'byteLength');
}

/** `object.key`, also with a key that is computed but known. */
export function getMember(
  machine: Machine,
  object: Value,
  key: string,
  at: SourceRange,
  access: 'member' | 'item',
): Value {
  switch (object.kind) {
    case 'constant':
      return ofConstant(object.value, key);
    case 'test':
      return object.holds === undefined ? undefinedValue : machine.get(object.holds, key, at, access);
    case 'text':
    case 'pattern':
      if (counts.has(key)) return opaque([], 'number');
      return opaque(machine.labels(object), isIndex(key) ? 'text' : 'any', `member ${key} of a text`);
    case 'opaque': {
      const own = object.members?.values.get(key);
      if (own !== undefined) return own;
      if (isLength(key, access)) return opaque([], 'number');
      return opaque(deeper(object.labels, isIndex(key) ? '[]' : key), 'any', object.reason);
    }
    case 'input': {
      if (isLength(key, access) && isTaintedItself(object)) return opaque([], 'number');
      const input = { ...object, path: extendPath(object.path, isIndex(key) ? '[]' : key), at };
      const own = object.root.cells.values.get(input.path);
      if (own !== undefined) return own;
      const known = knownInput(input);
      if (known !== undefined) return known;
      return input;
    }
    case 'object':
      return ofObject(machine, object.object, object, key, at, access);
    case 'function': {
      const own = object.members.values.get(key);
      if (own !== undefined) return own;
      if (key === 'prototype') {
        const prototype: Value = { kind: 'object', object: machine.newObject('plain', at) };
        machine.journal.write(object.members, key, prototype);
        return prototype;
      }
      return key === 'name' || key === '__name__' ? constant(object.function.name) : undefinedValue;
    }
    case 'native':
      return object.members?.values.get(key) ?? fluentMember(object, key);
    case 'class':
      return ofClass(machine, object, key);
    case 'super': {
      const { type, self } = object;
      if (object.from === 'type') return memberOfInstance(machine, type, self, key) ?? undefinedValue;
      for (const base of type.bases) {
        if (base.kind === 'class') {
          const found = findMember(base, key);
          if (found !== undefined) return bind(found, self);
        }
      }
      const base = externalBase(type);
      return base?.kind === 'external' ? external(`${base.name}().${key}`, base.labels) : undefinedValue;
    }
    case 'external':
      return getOfExternal(machine, object, key, at, access);
    case 'environment':
      return counts.has(key) ? opaque([], 'number') : unknown(`computed from the environment variable ${object.name}`);
    case 'pending': {
      const settled = machine.settle(object);
      return settled.kind === 'pending'
        ? unknown('a module that is still being read')
        : machine.get(settled, key, at, access);
    }
    case 'union':
      return joinAll(
        object.options
          .filter((one) => one.kind !== 'constant' || (one.value !== undefined && one.value !== null))
          .map((one) => machine.get(one, key, at, access)),
      );
    default:
      return object satisfies never;
  }
}

function fluentMember(object: NativeValue, key: string): Value {
  const { fluent } = object;
  if (fluent === undefined || key === 'then') return undefinedValue;
  return { kind: 'native', name: `${object.name}.${key}`, call: (call) => fluent(key, call) };
}

export function isIndex(key: string): boolean {
  return key.length > 0 && key.length < 12 && /^-?\d+$/.test(key);
}

function ofConstant(value: unknown, key: string): Value {
  if (typeof value !== 'string') return undefinedValue;
  if (counts.has(key)) return constant(value.length);
  if (!isIndex(key)) return undefinedValue;
  const letter = value.at(Number(key));
  return letter === undefined ? undefinedValue : constant(letter);
}

function ofObject(
  machine: Machine,
  object: HeapObject,
  self: Value,
  key: string,
  at: SourceRange,
  access: 'member' | 'item',
): Value {
  const { values } = object.cells;
  const isMapping = object.kind === 'map' || (object.kind === 'plain' && access === 'item');
  const own = object.kind === 'map' && access === 'member' ? undefined : values.get(key);
  if (own !== undefined && key !== '#') return own;
  const getter = values.get(accessorKey('get', key));
  if (getter !== undefined) return machine.callback(getter, [], at, self);
  if (object.kind === 'list' || object.kind === 'tuple' || object.kind === 'set' || object.kind === 'arguments') {
    return ofList(object, key);
  }
  if (object.kind === 'map' && key === 'size') return opaque([], 'number');
  if (object.type !== undefined && access === 'member') {
    const accessor = findAccessor(object.type, key, 'getter');
    if (accessor !== undefined) return callAccessor(machine, object.type, accessor, self, [], at);
    const member = memberOfInstance(machine, object.type, self, key);
    if (member !== undefined) return member;
  } else if (object.type !== undefined) {
    const method = memberOfInstance(machine, object.type, self, '__getitem__');
    if (method !== undefined) return machine.callback(method, [constant(isIndex(key) ? Number(key) : key)], at, self);
  }
  if (object.prototype !== undefined) {
    const inherited = machine.get(object.prototype, key, at);
    if (inherited.kind !== 'constant') return inherited;
  }
  const any = values.get('*') ?? (isMapping ? values.get('[]') : undefined);
  return any ?? undefinedValue;
}

/** In Python the accessor takes the instance as its first parameter. */
export function callAccessor(
  machine: Machine,
  type: ClassValue,
  accessor: FunctionValue,
  self: Value,
  values: readonly Value[],
  at: SourceRange,
): Value {
  const bound = type.language === 'python' ? { ...accessor, self } : accessor;
  return machine.callFunction(
    bound,
    self,
    values.map((value) => ({ value })),
    at,
  );
}

function ofList(object: HeapObject, key: string): Value {
  const { values } = object.cells;
  const count = values.get('#');
  const exact = count?.kind === 'constant' && typeof count.value === 'number' ? count.value : undefined;
  if (counts.has(key)) return exact === undefined ? opaque([], 'number') : constant(exact);
  if (!isIndex(key)) return values.get('*') ?? undefinedValue;
  const any = values.get('[]');
  if (key.startsWith('-') && exact !== undefined)
    return values.get(String(exact + Number(key))) ?? any ?? undefinedValue;
  if (any !== undefined || key.startsWith('-')) {
    const numbered = [...values].filter(([one]) => typeof one === 'string' && isIndex(one)).map(([, value]) => value);
    return joinAll([...(any === undefined ? [] : [any]), ...numbered]);
  }
  return undefinedValue;
}

function ofClass(machine: Machine, type: Extract<Value, { kind: 'class' }>, key: string): Value {
  if (key === 'prototype') return { kind: 'super', type, from: 'type', self: undefined };
  if (key === 'name' || key === '__name__') return constant(type.name);
  for (let one: Value | undefined = type, depth = 0; one?.kind === 'class' && depth < 16; depth++) {
    const own = one.statics.values.get(key);
    if (own !== undefined) return own;
    const member = one.members.get(key);
    if (member !== undefined && (one.language === 'python' || member.binding !== 'instance')) {
      return member.binding === 'class' && member.value.kind === 'function'
        ? { ...member.value, self: type }
        : member.value;
    }
    one = one.bases.find((base) => base.kind === 'class');
  }
  const base = externalBase(type);
  if (base?.kind !== 'external') return undefinedValue;
  return machine.get(base, key, type.at);
}

/** All that stands in an object, whatever its name. */
export function anyMember(object: HeapObject): Value {
  const values: Value[] = [];
  for (const [key, value] of object.cells.values) {
    if (
      key === '#' ||
      (typeof key === 'string' && (key.startsWith('get ') || key.startsWith('set ') || key === 'keys *'))
    )
      continue;
    values.push(value);
  }
  return values.length === 0 ? undefinedValue : joinAll(values);
}

/** `object[key]` with a key that is not known. A key chosen by a stranger chooses among what stands there; it does not become it. */
export function getUnknownMember(machine: Machine, object: Value, key: Value, at: SourceRange): Value {
  if (key.kind === 'constant') return machine.get(object, String(key.value), at, 'item');
  if (key.kind === 'union' && key.options.every((one) => one.kind === 'constant')) {
    return joinAll(
      key.options.map((one) => machine.get(object, one.kind === 'constant' ? String(one.value) : '*', at, 'item')),
    );
  }
  switch (object.kind) {
    case 'object': {
      if (object.object.kind === 'instance' && object.object.type !== undefined) {
        const method = memberOfInstance(machine, object.object.type, object, '__getitem__');
        if (method !== undefined) return machine.callback(method, [key], at, object);
      }
      const any = anyMember(object.object);
      return object.object.kind === 'plain' ? join(any, undefinedValue) : any;
    }
    case 'opaque':
      return opaque(deeper(object.labels, '*'), object.type === 'text' ? 'text' : 'any', object.reason);
    case 'input': {
      const input = { ...object, path: extendPath(object.path, '*'), at };
      return inputLabels(input).length === 0
        ? opaque([], 'any', 'a part of the event that the platform decides')
        : input;
    }
    case 'external':
      if (object.name === 'global#process.env' || object.name === 'os#environ') {
        return unknown('an environment variable whose name is computed');
      }
      return machine.get(object, '*', at, 'item');
    case 'union':
      return joinAll(object.options.map((one) => machine.getUnknown(one, key, at)));
    case 'class': {
      const members = [...object.members.values()].map((one) => one.value);
      return members.length === 0 ? undefinedValue : joinAll(members);
    }
    default:
      return opaque(machine.labels(object));
  }
}
