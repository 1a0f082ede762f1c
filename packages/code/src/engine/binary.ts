import type { SourceRange } from '@leastwise/model';
import type { Operation } from '../ir/operation.ts';
import { rangeOf, valueOf, type Activation } from './activation.ts';
import { learned } from './guards.ts';
import { textOf } from './join-text.ts';
import type { Interpreter } from './interpreter.ts';
import { join } from './join.ts';
import type { Machine } from './machine.ts';
import { anyMember } from './get-member.ts';
import { copyMembers, exactItemsOf, isListLike } from './members.ts';
import { formatPercent } from './models/percent-format.ts';
import { testValue, truthOf } from './truth.ts';
import { constant, opaque, type Learned, type Value } from './value.ts';
import type { Transform } from '../specs/spec.ts';

type Binary = Extract<Operation, { op: 'binary' }>;

export function binaryValue(machine: Interpreter, activation: Activation, operation: Binary): Value {
  const left = valueOf(activation, operation.left);
  const right = valueOf(activation, operation.right);
  const at = rangeOf(activation, operation);
  switch (operation.operator) {
    case '+':
      return sum(machine, left, right, at);
    case '%':
      if (machine.language === 'python' && isTextual(left)) return formatPercent(machine, left, right, at);
      return arithmetic('%', left, right);
    case '===':
    case '==':
      return equality(machine, activation, operation, left, right, true);
    case '!==':
    case '!=':
      return equality(machine, activation, operation, left, right, false);
    case 'in':
      return membership(machine, left, right);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compare(operation.operator, left, right);
    case 'instanceof':
      return testValue([]);
    case '/':
      if (machine.language === 'python' && (left.kind === 'external' || right.kind === 'external')) {
        return joinPath(machine, left, right, at);
      }
      return arithmetic('/', left, right);
    case '|':
      if (machine.language === 'python' && (left.kind === 'object' || right.kind === 'object')) {
        return mergeMaps(machine, left, right, at);
      }
      return arithmetic('|', left, right);
    case '*':
      if (machine.language === 'python' && (isTextual(left) || left.kind === 'object')) return left;
      return arithmetic('*', left, right);
    default:
      return arithmetic(operation.operator, left, right);
  }
}

function isTextual(value: Value): boolean {
  return (
    value.kind === 'text' ||
    (value.kind === 'constant' && typeof value.value === 'string') ||
    (value.kind === 'opaque' && value.type === 'text') ||
    (value.kind === 'union' && value.options.some(isTextual))
  );
}

function isNumeric(value: Value): boolean {
  return (
    (value.kind === 'constant' && typeof value.value === 'number') ||
    (value.kind === 'opaque' && value.type === 'number')
  );
}

function sum(machine: Machine, left: Value, right: Value, at: SourceRange): Value {
  if (left.kind === 'constant' && right.kind === 'constant') {
    const { value: a } = left;
    const { value: b } = right;
    if (typeof a === 'number' && typeof b === 'number') return constant(a + b);
    if (typeof a === 'string' || typeof b === 'string') return constant(`${String(a)}${String(b)}`);
    return opaque([], 'number');
  }
  if (isNumeric(left) && isNumeric(right)) return opaque([], 'number');
  if (machine.language === 'python' && (left.kind === 'object' || right.kind === 'object')) {
    const first = exactItemsOf(left);
    const second = exactItemsOf(right);
    if (first !== undefined && second !== undefined) return machine.newList([...first, ...second], at);
    const list = machine.newList([], at);
    machine.journal.write(list.object.cells, '#', undefined);
    machine.journal.write(list.object.cells, '[]', join(machine.items(left, at), machine.items(right, at)));
    return list;
  }
  return textOf(machine, [left, right], at);
}

function arithmetic(operator: string, left: Value, right: Value): Value {
  if (left.kind === 'constant' && right.kind === 'constant') {
    const { value: a } = left;
    const { value: b } = right;
    if (typeof a === 'number' && typeof b === 'number') {
      if (operator === '-') return constant(a - b);
      if (operator === '*') return constant(a * b);
      if (operator === '/' && b !== 0) return constant(a / b);
    }
  }
  return opaque([], 'number');
}

function compare(operator: string, left: Value, right: Value): Value {
  if (left.kind === 'constant' && right.kind === 'constant') {
    const { value: a } = left;
    const { value: b } = right;
    if (typeof a === 'number' && typeof b === 'number') {
      if (operator === '<') return constant(a < b);
      if (operator === '>') return constant(a > b);
      return constant(operator === '<=' ? a <= b : a >= b);
    }
  }
  return testValue([]);
}

function equality(
  machine: Interpreter,
  activation: Activation,
  operation: Binary,
  left: Value,
  right: Value,
  isEqual: boolean,
): Value {
  if (left.kind === 'constant' && right.kind === 'constant') {
    const isLoose = operation.operator === '==' || operation.operator === '!=';
    const isNothing = (value: unknown): boolean => value === null || value === undefined;
    const isSame =
      isNothing(left.value) && isNothing(right.value) && (isLoose || machine.language === 'python')
        ? true
        : Object.is(left.value, right.value);
    if (isLoose && !isSame && typeof left.value !== typeof right.value) return testValue([]);
    return constant(isSame === isEqual);
  }
  if (isReference(left) && right.kind === 'constant' && right.value !== '*') {
    const isNothing = right.value === undefined || right.value === null;
    if (isNothing) return constant(!isEqual);
  }
  const facts = equalityFacts(machine, activation, operation, left, right);
  return isEqual ? testValue(facts) : testValue([], facts);
}

/** What can never be `undefined` or `null`. */
function isReference(value: Value): boolean {
  if (value.kind === 'union') return value.options.every(isReference);
  return ['object', 'function', 'class', 'native', 'text', 'pattern'].includes(value.kind);
}

function equalityFacts(
  machine: Interpreter,
  activation: Activation,
  operation: Binary,
  left: Value,
  right: Value,
): readonly Learned[] {
  const typed = typeTest(machine, activation, operation, left, right);
  if (typed !== undefined) return typed;
  // Which object it is says nothing of the texts in it.
  if (isHeld(left) || isHeld(right)) return [];
  const leftLabels = machine.labels(left);
  const rightLabels = machine.labels(right);
  if (leftLabels.length > 0 && rightLabels.length === 0 && right.kind !== 'pattern') {
    return isNothing(right) ? [] : learned(machine, left, 'allow-listed');
  }
  if (rightLabels.length > 0 && leftLabels.length === 0) {
    return isNothing(left) ? [] : learned(machine, right, 'allow-listed');
  }
  return [];
}

function isHeld(value: Value): boolean {
  if (value.kind === 'union') return value.options.some(isHeld);
  return ['object', 'function', 'class', 'native'].includes(value.kind);
}

function isNothing(value: Value): boolean {
  return (
    value.kind === 'constant' && (value.value === undefined || value.value === null || typeof value.value === 'boolean')
  );
}

const types: Readonly<Record<string, Transform>> = {
  string: 'text-only',
  number: 'number',
  boolean: 'boolean',
  bigint: 'number',
};

/** `typeof name === 'string'`, `type(name) == str`. */
function typeTest(
  machine: Interpreter,
  activation: Activation,
  operation: Binary,
  left: Value,
  right: Value,
): readonly Learned[] | undefined {
  for (const [register, other] of [
    [operation.left, right],
    [operation.right, left],
  ] as const) {
    const made = machine.definition(activation, register);
    if (made?.op !== 'unary' || made.operator !== 'typeof') continue;
    const name = other.kind === 'constant' ? types[String(other.value)] : undefined;
    return name === undefined ? [] : learned(machine, valueOf(activation, made.value), name);
  }
  return undefined;
}

/** `name in allowed`: one of what stands there. */
function membership(machine: Machine, left: Value, right: Value): Value {
  if (right.kind === 'constant' || right.kind === 'text' || right.kind === 'opaque' || right.kind === 'input') {
    return containsTest(machine, right, left);
  }
  if (left.kind === 'constant' && right.kind === 'object' && truthOf(right) !== undefined) {
    const { values } = right.object.cells;
    if (values.has(String(left.value))) return testValue([]);
  }
  if (machine.labels(right).length > 0 || hasOutsideKeys(machine, right)) return testValue([]);
  return testValue(learned(machine, left, 'allow-listed'));
}

function hasOutsideKeys(machine: Machine, value: Value): boolean {
  if (value.kind !== 'object') return false;
  const keys = value.object.cells.values.get('keys *');
  return keys !== undefined && machine.labels(keys).length > 0;
}

/** `'..' in path`, `path.includes('/')`: what is known of the text where the part is not found. */
export function containsTest(machine: Machine, text: Value, part: Value): Value {
  if (part.kind === 'constant' && typeof part.value === 'string') {
    const absent = absences[part.value];
    return absent === undefined ? testValue([]) : testValue([], learned(machine, text, absent));
  }
  // A text from outside that stands in one of ours is a part of it.
  if (machine.labels(text).length === 0 && machine.labels(part).length > 0) {
    return testValue(learned(machine, part, 'allow-listed'));
  }
  return testValue([]);
}

const absences: Readonly<Record<string, Transform>> = {
  '..': 'inside-folder',
  '../': 'inside-folder',
  '/': 'file-name',
  '\n': 'line-free',
  '\r\n': 'line-free',
};

/** `Path('/tmp') / name`. */
function joinPath(machine: Machine, left: Value, right: Value, at: SourceRange): Value {
  const callee = machine.get(left, 'joinpath', at);
  if (left.kind !== 'external') return opaque(machine.labels(right), 'any', 'a number or a path');
  return machine.call({
    callee,
    receiver: left,
    arguments: [{ value: right }],
    style: 'call',
    at,
    method: 'joinpath',
    language: 'python',
  });
}

function mergeMaps(machine: Machine, left: Value, right: Value, at: SourceRange): Value {
  const object = machine.newObject('plain', at);
  for (const one of [left, right]) {
    if (one.kind === 'object' && isListLike(one.object)) {
      machine.journal.write(object.cells, '[]', anyMember(one.object));
    } else copyMembers(machine, one, object, at);
  }
  return { kind: 'object', object };
}
