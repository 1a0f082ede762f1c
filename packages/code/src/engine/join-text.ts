import type { SourceRange } from '@leastwise/model';
import type { Operation } from '../ir/operation.ts';
import { rangeOf, valueOf, type Activation } from './activation.ts';
import type { Interpreter } from './interpreter.ts';
import { addStep } from './label.ts';
import type { Machine } from './machine.ts';
import { makeText } from './text.ts';
import { opaque, type Value } from './value.ts';

/** `prefix ${value}`: keeps which hole holds which data. */
export function joinText(
  machine: Interpreter,
  activation: Activation,
  operation: Extract<Operation, { op: 'join' }>,
): Value {
  const at = rangeOf(activation, operation);
  const parts = operation.parts.map((part) => (typeof part === 'string' ? part : valueOf(activation, part)));
  if (operation.tag === undefined) return textOf(machine, parts, at);
  const tag = valueOf(activation, operation.tag);
  const text = textOf(machine, parts, at);
  if (tag.kind === 'external') {
    const name = `tag#${tag.name.startsWith('global#') ? tag.name.slice('global#'.length) : tag.name}`;
    return machine.call({
      callee: { ...tag, name },
      receiver: undefined,
      arguments: [{ value: text }],
      style: 'call',
      at,
      method: undefined,
      language: activation.module.language,
    });
  }
  // A function of the code gets the literal parts as a list and the values after it.
  const literals = parts.filter((part) => typeof part === 'string');
  const holes = parts.filter((part) => typeof part !== 'string');
  const list = machine.newList(
    literals.map((one) => ({ kind: 'constant', value: one })),
    at,
  );
  return machine.callback(tag, [list, ...holes], at);
}

/** Parts as one text, with the step that data takes into it. */
export function textOf(machine: Machine, parts: readonly (string | Value)[], at: SourceRange): Value {
  return makeText(parts.map((part) => (typeof part === 'string' ? part : hole(machine, part, at))));
}

function hole(machine: Machine, value: Value, at: SourceRange): Value {
  switch (value.kind) {
    case 'constant':
    case 'environment':
    case 'text':
      return value;
    case 'union':
      return { kind: 'union', options: value.options.map((one) => hole(machine, one, at)) };
    case 'object': {
      const exact = value.object.kind === 'list' ? machine.exactItems(value) : undefined;
      if (exact !== undefined)
        return makeText(
          exact.flatMap((one, index) => (index === 0 ? [hole(machine, one, at)] : [',', hole(machine, one, at)])),
        );
      return opaque(addStep(machine.labels(value), at, 'becomes part of a text'), 'text', 'an object as text');
    }
    case 'external': {
      if (value.labels.length === 0) return value;
      return { ...value, labels: addStep(value.labels, at, 'becomes part of a text') };
    }
    case 'opaque':
      return value.labels.length === 0
        ? value
        : { ...value, labels: addStep(value.labels, at, 'becomes part of a text') };
    case 'input':
      // Nobody outside decides it: the place in the event says what it is.
      if (machine.labels(value).length === 0) return value;
      return opaque(addStep(machine.labels(value), at, 'becomes part of a text'), 'text', 'computed at run time');
    default:
      return opaque(addStep(machine.labels(value), at, 'becomes part of a text'), 'text', 'computed at run time');
  }
}
