import type { CodeValue } from '../facts/code-value.ts';
import type { Machine } from './machine.ts';
import { exactItemsOf, isListLike } from './members.ts';
import { options, type ExternalValue, type HeapObject, type Value } from './value.ts';

const maxDepth = 6;
const maxMembers = 200;

/** A value without positions, as permissions and reports read it. */
export function toCodeValue(machine: Machine, value: Value): CodeValue {
  return convert(machine, value, maxDepth, new Set());
}

function convert(machine: Machine, value: Value, depth: number, seen: Set<HeapObject>): CodeValue {
  switch (value.kind) {
    case 'constant': {
      if (typeof value.value === 'bigint') return { kind: 'literal', value: Number(value.value) };
      return { kind: 'literal', value: value.value ?? null };
    }
    case 'text':
      return {
        kind: 'text',
        parts: value.parts.map((part) =>
          typeof part === 'string' ? { kind: 'literal', value: part } : convert(machine, part, depth, seen),
        ),
      };
    case 'environment':
      return {
        kind: 'environment',
        name: value.name,
        ...(value.fallback === undefined ? {} : { fallback: convert(machine, value.fallback, depth - 1, seen) }),
      };
    case 'input':
      return { kind: 'event', path: value.path };
    case 'union': {
      const values: CodeValue[] = [];
      for (const one of value.options) {
        if (one.kind === 'constant' && one.value === undefined) continue;
        values.push(convert(machine, one, depth, seen));
      }
      return oneOf(values);
    }
    case 'object':
      return ofObject(machine, value, depth, seen);
    case 'opaque':
    case 'external': {
      const [label] = value.labels;
      if (label !== undefined && value.labels.length === 1) {
        return label.source.trust === 'stored' || label.source.trust === 'third-party'
          ? { kind: 'fetched', from: label.source.path }
          : { kind: 'event', path: label.source.path };
      }
      const told = value.kind === 'external' ? answeredName(machine, value, depth, seen) : undefined;
      if (told !== undefined) return told;
      if (label !== undefined) return { kind: 'unknown', reason: `made of ${value.labels.length} parts of the event` };
      return { kind: 'unknown', reason: value.kind === 'opaque' ? value.reason : `the value of ${value.name}` };
    }
    default:
      return { kind: 'unknown', reason: `a ${value.kind === 'native' ? 'function' : value.kind}` };
  }
}

/** What Lambda says of the function in the context as it does in the environment. */
const contextVariables: Readonly<Record<string, string>> = {
  'lambda#Context.functionName': 'AWS_LAMBDA_FUNCTION_NAME',
  'lambda#Context.function_name': 'AWS_LAMBDA_FUNCTION_NAME',
  'lambda#Context.functionVersion': 'AWS_LAMBDA_FUNCTION_VERSION',
  'lambda#Context.function_version': 'AWS_LAMBDA_FUNCTION_VERSION',
  'lambda#Context.logGroupName': 'AWS_LAMBDA_LOG_GROUP_NAME',
  'lambda#Context.log_group_name': 'AWS_LAMBDA_LOG_GROUP_NAME',
};

/** A value of the platform that says no more than a name that the code has already: the URL of a queue ends in its name. */
function answeredName(
  machine: Machine,
  value: ExternalValue,
  depth: number,
  seen: Set<HeapObject>,
): CodeValue | undefined {
  const variable = contextVariables[value.name];
  if (variable !== undefined) return { kind: 'environment', name: variable };
  if (!value.name.endsWith('.QueueUrl')) return undefined;
  const name = queueNameOf(machine, value);
  if (name === undefined) return undefined;
  return {
    kind: 'text',
    parts: [{ kind: 'literal', value: 'https://sqs.amazonaws.com/' }, convert(machine, name, depth - 1, seen)],
  };
}

/** The name that `GetQueueUrl` was asked for. */
function queueNameOf(machine: Machine, answer: ExternalValue): Value | undefined {
  let one: Value | undefined = answer;
  for (let steps = 0; steps < 8 && one?.kind === 'external'; steps++) {
    for (const { name, value } of one.made?.arguments ?? []) {
      if (name === 'QueueName') return value;
      const command: Value = value.kind === 'external' ? (value.made?.arguments[0]?.value ?? value) : value;
      if (command.kind !== 'object' || !/get_?queue_?url/i.test(value.kind === 'external' ? value.name : one.name))
        continue;
      const asked = machine.get(command, 'QueueName', command.object.at);
      if (asked.kind !== 'constant' || typeof asked.value === 'string') return asked;
    }
    one = one.owner ?? one.made?.receiver;
  }
  return undefined;
}

/** One of several; an environment variable and a literal beside it are the variable with its fallback. */
function oneOf(values: readonly CodeValue[]): CodeValue {
  const [first, second] = values;
  if (first === undefined) return { kind: 'literal', value: null };
  if (values.length === 1) return first;
  if (values.length === 2 && second !== undefined) {
    if (first.kind === 'environment' && first.fallback === undefined) return { ...first, fallback: second };
    if (second.kind === 'environment' && second.fallback === undefined) return { ...second, fallback: first };
  }
  return { kind: 'one-of', values };
}

function ofObject(
  machine: Machine,
  value: Extract<Value, { kind: 'object' }>,
  depth: number,
  seen: Set<HeapObject>,
): CodeValue {
  const { object } = value;
  if (depth <= 0) return { kind: 'unknown', reason: 'deeper than is followed' };
  if (seen.has(object)) return { kind: 'unknown', reason: 'an object that holds itself' };
  seen.add(object);
  try {
    if (isListLike(object)) {
      const exact = exactItemsOf(value);
      const items = exact ?? [...object.cells.values].filter(([key]) => key !== '#').map(([, one]) => one);
      return { kind: 'list', items: items.slice(0, maxMembers).map((one) => convert(machine, one, depth - 1, seen)) };
    }
    const entries = new Map<string, CodeValue>();
    for (const [key, one] of object.cells.values) {
      if (typeof key !== 'string' || key === '*' || key === '#' || key === 'keys *' || key === '[]') continue;
      if (one.kind === 'constant' && one.value === undefined) continue;
      if (entries.size < maxMembers) entries.set(key, convert(machine, one, depth - 1, seen));
    }
    const other = object.cells.values.get('*');
    const computed = object.cells.values.get('keys *');
    const names =
      computed === undefined ? [] : options(computed).flatMap((one) => (one.kind === 'environment' ? [one.name] : []));
    if (other !== undefined)
      for (const name of names) entries.set(`\${${name}}`, convert(machine, other, depth - 1, seen));
    const isNamed = computed !== undefined && names.length === options(computed).length;
    return { kind: 'map', entries, complete: other === undefined || isNamed };
  } finally {
    seen.delete(object);
  }
}
