import type { Choice, SourceRange, Text, Value } from '@leastwise/model';
import { holdsDynamicReference, resolveDynamicReferences } from './dynamic-reference.ts';
import { invalid, unknown } from './values.ts';

type Part = Text['parts'][number];

/** How many texts a join of open choices may yield. */
const MAX_OPTIONS = 16;

/** A whole template may be 1 MB. */
const MAX_LENGTH = 2_000_000;
const MAX_PARTS = 20_000;

/**
 * Joins literals and values to one text, as `Fn::Sub` and `Fn::Join` do: known when every part is, a single open part
 * alone is that part itself, a choice among the parts becomes a choice of texts.
 */
export function textValue(parts: readonly (string | Value)[], origin: SourceRange): Value {
  const choice = parts.find((part) => typeof part !== 'string' && part.kind === 'choice');
  if (choice !== undefined && typeof choice !== 'string' && choice.kind === 'choice') {
    return chosenTexts(parts, choice, origin);
  }
  const joined: Part[] = [];
  const via: SourceRange[] = [];
  let assumed: string | undefined;
  let sensitive = false;
  for (const part of parts) {
    if (typeof part === 'string') {
      push(joined, part);
      continue;
    }
    for (const place of part.via ?? []) if (via.length < 8) via.push(place);
    if ('sensitive' in part && part.sensitive === true) sensitive = true;
    if (part.kind === 'known') assumed ??= part.assumed;
    if (part.kind === 'choice') continue;
    for (const piece of piecesOf(part)) push(joined, piece);
  }
  if (
    joined.length > MAX_PARTS ||
    joined.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0) > MAX_LENGTH
  ) {
    return unknown('limit', 'This text is longer than any that CloudFormation takes.', origin);
  }
  const resolved = holdsDynamicReference(joined) ? resolveDynamicReferences(joined, origin) : joined;
  const first = resolved[0];
  const through = via.length === 0 ? {} : { via };
  const hidden = sensitive ? { sensitive } : {};
  if (resolved.length === 0 || (resolved.length === 1 && typeof first === 'string')) {
    const text = typeof first === 'string' ? first : '';
    return { kind: 'known', value: text, origin, ...through, ...hidden, ...(assumed === undefined ? {} : { assumed }) };
  }
  if (resolved.length === 1 && first !== undefined && typeof first !== 'string')
    return { ...first, origin, ...through };
  if (resolved.some((part) => typeof part !== 'string' && part.kind === 'unknown' && part.sensitive === true))
    sensitive = true;
  return { kind: 'text', parts: resolved, origin, ...through, ...(sensitive ? { sensitive } : {}) };
}

function push(joined: Part[], part: Part): void {
  const last = joined.at(-1);
  if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
  else if (part !== '') joined.push(part);
}

function piecesOf(value: Exclude<Value, Choice>): readonly Part[] {
  switch (value.kind) {
    case 'known': {
      const data = value.value;
      if (data === null) return [];
      if (typeof data !== 'object') return [String(data)];
      if (Array.isArray(data)) return listText(data as readonly Value[], value.origin);
      return [invalid('A text is expected here, and a map is written.', value.origin)];
    }
    case 'text':
      return value.parts;
    case 'absent':
      return [];
    default:
      return [value];
  }
}

/** A list parameter inside a text appears with commas between its items. */
function listText(items: readonly Value[], origin: SourceRange): readonly Part[] {
  const joined = textValue(
    items.flatMap((item, index) => (index === 0 ? [item] : [',', item])),
    origin,
  );
  return joined.kind === 'choice'
    ? [unknown('parameter', 'A list with open choices stands in this text.', origin)]
    : piecesOf(joined);
}

/** Parts that hang on the same parameter move together, so one choice at a time is settled in all of them. */
function chosenTexts(
  parts: readonly (string | Value)[],
  choice: Value & { kind: 'choice' },
  origin: SourceRange,
): Value {
  const same = (part: string | Value): part is Value & { kind: 'choice' } =>
    typeof part !== 'string' &&
    part.kind === 'choice' &&
    part.options.length === choice.options.length &&
    part.options.every((option, index) => option.when === choice.options[index]?.when);
  const options: { when: string; value: Value }[] = [];
  for (const [index, option] of choice.options.entries()) {
    const settled = parts.map((part) => (same(part) ? (part.options[index]?.value ?? part) : part));
    const value = textValue(settled, origin);
    if (value.kind !== 'choice') options.push({ when: option.when, value });
    else for (const inner of value.options) options.push({ when: `${option.when}, ${inner.when}`, value: inner.value });
    if (options.length > MAX_OPTIONS) {
      return unknown('limit', 'This text has more possible values than are looked at.', origin);
    }
  }
  return { kind: 'choice', options, origin };
}
