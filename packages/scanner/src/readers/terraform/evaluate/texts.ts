import type { SourceRange, Value } from '@leastwise/model';
import { textValue } from '../../cloudformation/text-value.ts';
import { invalid } from '../../cloudformation/values.ts';
import { textOf } from './encoded-text.ts';
import type { Scope } from './scope.ts';
import { tooMuch } from './too-much.ts';

/** Joins texts and values to one text, with holes where something is open. */
export function joinTexts(parts: readonly (string | Value)[], scope: Scope, origin: SourceRange): Value {
  let length = 0;
  const texts = parts.map((part) => {
    const text = typeof part === 'string' ? part : textOf(part);
    length +=
      typeof text === 'string'
        ? text.length
        : text.kind === 'known' && typeof text.value === 'string'
          ? text.value.length
          : 8;
    return text;
  });
  if (!scope.module.session.spend(1 + (length >> 8))) return tooMuch(origin);
  for (const text of texts) {
    if (typeof text === 'string' || text.kind !== 'known') continue;
    if (text.value === null) return invalid('null stands where a text is expected.', origin);
    if (typeof text.value === 'object') return invalid('A list or a map stands where a text is expected.', origin);
  }
  return textValue(texts, origin);
}

/** The text of a known scalar, looked for behind a reference; a number stays one, because it picks from a list. */
export function keyText(value: Value, scope: Scope): string | number | undefined {
  const text = textOf(scope.module.session.lookThrough(value));
  if (text.kind !== 'known') return undefined;
  const data = text.value;
  return typeof data === 'string' || typeof data === 'number'
    ? data
    : typeof data === 'boolean'
      ? String(data)
      : undefined;
}
