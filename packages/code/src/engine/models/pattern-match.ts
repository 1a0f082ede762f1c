import type { CallSite, Machine } from '../machine.ts';
import { nullValue, opaque, type Value } from '../value.ts';
import { patternTest } from './pattern-test.ts';

/** A match is true when it is found; its groups are parts of the text. */
export function patternMatch(
  machine: Machine,
  pattern: Extract<Value, { kind: 'pattern' }>,
  value: Value,
  method: string,
  site: CallSite,
): Value {
  const source = method === 'match' && !pattern.source.startsWith('^') ? `^${pattern.source}` : pattern.source;
  const test = patternTest(machine, { ...pattern, source }, value, site, method === 'fullmatch');
  const labels = machine.labels(value);
  const found = opaque(labels, 'any', 'a match of a pattern');
  if (test.kind === 'test') return { ...test, holds: found };
  return { kind: 'union', options: [found, nullValue] };
}
