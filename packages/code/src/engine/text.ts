import { constant, opaque, type Value } from './value.ts';
import { shallowLabelsOfParts } from './text-labels.ts';

const maxParts = 48;
const maxLiteral = 20_000;

/** Text made of parts: constants become literals, texts inside are opened, neighbours are joined. */
export function makeText(parts: readonly (string | Value)[]): Value {
  const flat: (string | Value)[] = [];
  for (const part of parts) appendPart(flat, part);
  if (flat.length === 0) return constant('');
  const [first] = flat;
  if (flat.length === 1) {
    if (typeof first === 'string') return constant(first);
    if (first?.kind === 'opaque') return first.type === 'text' ? first : { ...first, type: 'text' };
  }
  if (flat.length > maxParts) {
    const head = flat.slice(0, maxParts - 1);
    return {
      kind: 'text',
      parts: [...head, opaque(shallowLabelsOfParts(flat.slice(maxParts - 1)), 'text', 'a long text')],
    };
  }
  return { kind: 'text', parts: flat };
}

function appendPart(flat: (string | Value)[], part: string | Value): void {
  if (typeof part === 'string') return appendLiteral(flat, part);
  if (part.kind === 'constant') return appendLiteral(flat, String(part.value));
  if (part.kind === 'text') {
    for (const inner of part.parts) appendPart(flat, inner);
    return;
  }
  flat.push(part);
}

function appendLiteral(flat: (string | Value)[], text: string): void {
  if (text === '') return;
  const last = flat.at(-1);
  if (typeof last === 'string') {
    if (last.length < maxLiteral) flat[flat.length - 1] = last + text;
  } else flat.push(text);
}

/** The text that it begins with for sure. */
export function fixedPrefix(value: Value): string {
  if (value.kind === 'constant') return value.value === undefined ? '' : String(value.value);
  if (value.kind !== 'text') return '';
  const [first] = value.parts;
  return typeof first === 'string' ? first : '';
}

/** Literal parts one after the other; what is not known is left out. */
export function literalText(value: Value): string {
  if (value.kind === 'constant') return value.value === undefined ? '' : String(value.value);
  if (value.kind !== 'text') return '';
  return value.parts.filter((part) => typeof part === 'string').join('');
}
