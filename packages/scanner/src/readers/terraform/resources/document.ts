import { asList, asMap, type Value } from '@leastwise/model';
import { decodeText, isEncodedText, structureOf, textOf } from '../evaluate/encoded-text.ts';
import { argument, isNothing } from './argument.ts';
import type { Read } from './row.ts';

/** A policy, pattern or API document: the structure where the text holds one, else the text. */
export function document(path: string, language: 'json' | 'yaml' = 'json'): Read {
  return (scope) => {
    const value = argument(scope.block, path);
    if (isNothing(value)) return undefined;
    if (asMap(value) !== undefined || asList(value) !== undefined) return structureOf(value);
    // JSON with a comma too much is YAML in flow style: it is read for what it means, though no deployment takes it.
    const mayBeYaml = language === 'yaml' || /^\s*[{[]/.test(firstText(value));
    return decodeText(value) ?? (mayBeYaml ? decodeText(value, 'yaml') : undefined) ?? value;
  };
}

function firstText(value: Value): string {
  const first = value.kind === 'text' ? value.parts[0] : value.kind === 'known' ? value.value : undefined;
  return typeof first === 'string' ? first : '';
}

const MAX_DEPTH = 24;

/** A value with every encoded structure in it as the string that it is to the platform: JSON in an environment variable. */
export function asStrings(value: Value, depth = 0): Value {
  if (value.kind !== 'known' || typeof value.value !== 'object' || value.value === null || depth > MAX_DEPTH)
    return value;
  if (isEncodedText(value)) return textOf(value);
  const items = asList(value);
  if (items !== undefined) {
    const spelled = items.map((item) => asStrings(item, depth + 1));
    return spelled.every((item, index) => item === items[index]) ? value : { ...value, value: spelled };
  }
  const map = asMap(value) ?? new Map<string, Value>();
  const spelled = [...map].map(([key, inner]) => [key, asStrings(inner, depth + 1)] as const);
  return spelled.every(([key, inner]) => map.get(key) === inner) ? value : { ...value, value: new Map(spelled) };
}
