import { unionLabels, type Labels } from '../label.ts';
import type { CallSite, Machine } from '../machine.ts';
import { positional } from '../native-call.ts';
import { leftBy, transformsOf } from '../pattern-characters.ts';
import { opaque, type Value } from '../value.ts';

/** `name.replace(/[^a-z]/g, '')`: a text without the characters that the pattern takes out, each time that they stand there. */
export function replaced(machine: Machine, site: CallSite, receiver: Value, method: string): Value | undefined {
  if (method !== 'replace' && method !== 'replaceAll') return undefined;
  const [what, by] = [positional(site, 0), positional(site, 1)];
  if (what?.kind === 'pattern') {
    // Without `g` only the first is replaced.
    return what.flags.includes('g') ? without(machine, site, receiver, what.source, by) : undefined;
  }
  if (what?.kind !== 'constant' || (method === 'replace' && site.language === 'javascript')) return undefined;
  return without(machine, site, receiver, escaped(String(what.value)), by);
}

/** `re.sub('[^a-z]', '', name)`. */
export function without(
  machine: Machine,
  site: CallSite,
  text: Value,
  pattern: string,
  by: Value | undefined,
): Value | undefined {
  if (by?.kind !== 'constant' || typeof by.value !== 'string') return undefined;
  const labels = machine.labels(text);
  const left = labels.length === 0 ? undefined : leftBy(pattern, by.value);
  if (left === undefined) return undefined;
  let result: Labels = [];
  for (const transform of transformsOf(left)) {
    result = machine.transformed(
      result.length === 0 ? labels : result,
      transform,
      site.at,
      `loses what ${site.method ?? 'sub'} takes out`,
    );
  }
  return result.length === 0 ? undefined : opaque(unionLabels([], result), 'text', 'a text with known characters');
}

function escaped(text: string): string {
  return text.length === 1 ? text.replace(/[.*+?^${}()|[\]\\]/, String.raw`\$&`) : '(';
}
