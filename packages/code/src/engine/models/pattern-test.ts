import { learned } from '../guards.ts';
import type { CallSite, Machine } from '../machine.ts';
import { patternAdmits } from '../pattern-admits.ts';
import { checkSinks } from '../sinks.ts';
import { testValue } from '../truth.ts';
import { constant, type Value } from '../value.ts';

/** `/^[a-z]+$/.test(name)`, `re.fullmatch('[a-z]+', name)`. */
export function patternTest(
  machine: Machine,
  pattern: Extract<Value, { kind: 'pattern' }>,
  text: Value,
  site: CallSite,
  isWhole = false,
): Value {
  meetsPattern(machine, pattern, text, site);
  const admits = patternAdmits(pattern.source, isWhole, pattern.flags);
  if (admits.length > 0) return testValue(learned(machine, text, admits));
  // A pattern of what is not allowed: `/[^a-z]/.test(name)` false, `/\.\./.test(path)` false.
  const refused = refusedBy(pattern.source);
  return refused === undefined ? testValue([]) : testValue([], learned(machine, text, refused));
}

function refusedBy(source: string): 'identifier' | 'inside-folder' | 'line-free' | undefined {
  if (/^\[\^[\w\\-]+\]\+?$/.test(source))
    return patternAdmits(`^[${source.slice(2).replace(/\]\+?$/, '')}]+$`, true).length === 0 ? undefined : 'identifier';
  if (source.startsWith('\\.\\.') || source.includes('|\\.\\.') || source.includes('\\.\\.|')) return 'inside-folder';
  return /^\[?(\\[rn])+\]?$/.test(source) ? 'line-free' : undefined;
}

/** A pattern of the code meets a text: one that takes exponential time is found by its row. */
export function meetsPattern(
  machine: Machine,
  pattern: Extract<Value, { kind: 'pattern' }>,
  text: Value,
  site: CallSite,
): void {
  checkSinks(machine, 'operator#pattern-test', {
    ...site,
    receiver: undefined,
    method: undefined,
    arguments: [{ value: constant(pattern.source) }, { value: text }],
  });
}
