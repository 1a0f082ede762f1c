import { unionLabels, type Labels } from './label.ts';
import { sameValue } from './same-value.ts';
import { makeText } from './text.ts';
import { opaque, type OpaqueType, type Value } from './value.ts';

/** More possible values than this are not told apart. */
const maxOptions = 8;
/** Objects and functions are kept longer: what is lost of them cannot be called. */
const maxReferences = 16;

/** A value that is one or the other. */
export function join(a: Value, b: Value): Value {
  if (a === b || sameValue(a, b)) return a;
  return joinAll([a, b]);
}

export function joinAll(values: readonly Value[]): Value {
  const options: Value[] = [];
  for (const value of values) {
    if (value.kind === 'union') for (const one of value.options) addOption(options, one);
    else addOption(options, value);
  }
  const [first] = options;
  if (first === undefined) return opaque([], 'any', 'no value');
  if (options.length === 1) return first;
  return options.length <= maxOptions ? { kind: 'union', options } : { kind: 'union', options: collapse(options) };
}

function addOption(options: Value[], value: Value): void {
  for (let index = 0; index < options.length; index++) {
    const one = options[index];
    if (one === undefined) continue;
    if (sameValue(one, value)) return;
    // Two unknowns are one, and data of two sources is data of both: they differ in nothing that a sink asks.
    if (one.kind === 'opaque' && value.kind === 'opaque') {
      options[index] = opaque(
        unionLabels(one.labels, value.labels),
        joinTypes(one.type, value.type),
        one.labels.length > 0 ? one.reason : value.reason,
      );
      return;
    }
  }
  options.push(value);
}

function joinTypes(a: OpaqueType, b: OpaqueType): OpaqueType {
  return a === b ? a : 'any';
}

/** Keeps what can be called or written to, and makes one value of the rest. */
function collapse(values: readonly Value[]): readonly Value[] {
  const kept: Value[] = [];
  const rest: Value[] = [];
  for (const value of values) {
    const isReference = ['object', 'function', 'class', 'native', 'external', 'input'].includes(value.kind);
    if (isReference && kept.length < maxReferences) kept.push(value);
    else rest.push(value);
  }
  if (rest.length === 0) return kept;
  let labels: Labels = [];
  let isText = true;
  for (const value of rest) {
    labels = unionLabels(labels, shallowLabels(value));
    if (!isTextual(value)) isText = false;
  }
  return [...kept, opaque(labels, isText ? 'text' : 'any', 'one of many')];
}

function isTextual(value: Value): boolean {
  return (
    value.kind === 'text' ||
    (value.kind === 'constant' && typeof value.value === 'string') ||
    (value.kind === 'opaque' && value.type === 'text')
  );
}

/** The labels that a value carries itself, without those of its members. */
export function shallowLabels(value: Value): Labels {
  switch (value.kind) {
    case 'opaque':
    case 'external':
      return value.labels;
    case 'text':
      return value.parts.reduce<Labels>(
        (all, part) => (typeof part === 'string' ? all : unionLabels(all, shallowLabels(part))),
        [],
      );
    case 'union':
      return value.options.reduce<Labels>((all, one) => unionLabels(all, shallowLabels(one)), []);
    case 'environment':
      return value.fallback === undefined ? [] : shallowLabels(value.fallback);
    default:
      return [];
  }
}

/** For a value that still changes after some rounds of a loop: keeps how a text begins and what is in it. */
export function widen(before: Value, after: Value): Value {
  if (sameValue(before, after)) return before;
  if (before.kind === 'constant' && after.kind === 'constant') {
    if (typeof before.value === 'number') return opaque([], 'number', 'counted in a loop');
    if (typeof before.value === 'string') return widenText(before, after);
  }
  const first = textOption(before);
  const second = textOption(after);
  if (first !== undefined && second !== undefined) return widenText(first, second);
  const joined = join(before, after);
  if (joined.kind !== 'union') return joined;
  const rest = joined.options.filter((one) => textOption(one) === undefined);
  const texts = joined.options.filter((one) => textOption(one) !== undefined);
  const [head, ...others] = texts;
  if (head === undefined) return joined;
  return joinAll([...rest, others.reduce((all, one) => widenText(all, one), head)]);
}

function textOption(value: Value): Value | undefined {
  return value.kind === 'text' || (value.kind === 'constant' && typeof value.value === 'string') ? value : undefined;
}

function widenText(a: Value, b: Value): Value {
  const prefix = commonPrefix(leading(a), leading(b));
  const labels = unionLabels(shallowLabels(a), shallowLabels(b));
  return makeText([prefix, opaque(labels, 'text', 'put together in a loop')]);
}

function leading(value: Value): string {
  if (value.kind === 'constant') return String(value.value);
  const first = value.kind === 'text' ? value.parts[0] : undefined;
  return typeof first === 'string' ? first : '';
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
