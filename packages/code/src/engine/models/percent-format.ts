import type { SourceRange } from '@leastwise/model';
import { textOf } from '../join-text.ts';
import type { Machine } from '../machine.ts';
import { exactItemsOf } from '../members.ts';
import { constant, opaque, unknown, type Value } from '../value.ts';

/** Python `'%s of %d' % (name, count)`, `'%(name)s' % values`, and the same as a message of `logging`. */
export function formatPercent(machine: Machine, template: Value, given: Value, at: SourceRange): Value {
  if (template.kind === 'text') {
    // The template holds data itself: what the data says decides what comes out.
    return textOf(machine, [template, opaque(machine.labels(given), 'text', 'formatted')], at);
  }
  if (template.kind !== 'constant' || typeof template.value !== 'string') {
    return textOf(machine, [template, opaque(machine.labels(given), 'text', 'formatted')], at);
  }
  const isList = given.kind === 'object' && given.object.kind === 'tuple';
  const items = isList ? exactItemsOf(given) : [given];
  const parts: (string | Value)[] = [];
  let next = 0;
  let last = 0;
  const text = template.value;
  for (const match of text.matchAll(/%(?:\((\w+)\))?[-+ #0]*(?:\d+|\*)?(?:\.\d+)?([a-zA-Z%])/g)) {
    parts.push(text.slice(last, match.index));
    last = match.index + match[0].length;
    const [, name, conversion] = match;
    if (conversion === '%') {
      parts.push('%');
      continue;
    }
    const value =
      name === undefined ? (items?.[next++] ?? machine.items(given, at)) : machine.get(given, name, at, 'item');
    parts.push('diouxXeEfFgG'.includes(conversion ?? '') ? opaque([], 'number') : value);
  }
  parts.push(text.slice(last));
  return textOf(machine, parts, at);
}

/** Python `'{} of {name}'.format(…)`. */
export function formatBraces(
  machine: Machine,
  template: Value,
  values: readonly Value[],
  byName: ReadonlyMap<string, Value>,
  rest: Value | undefined,
  at: SourceRange,
): Value {
  if (template.kind !== 'constant' || typeof template.value !== 'string') {
    const all = [...values, ...byName.values(), ...(rest === undefined ? [] : [rest])];
    return textOf(machine, [template, ...all], at);
  }
  const parts: (string | Value)[] = [];
  let last = 0;
  let next = 0;
  const text = template.value.replaceAll('{{', '\u0001').replaceAll('}}', '\u0002');
  const literal = (part: string): string => part.replaceAll('\u0001', '{').replaceAll('\u0002', '}');
  for (const match of text.matchAll(/\{([^{}:!]*)(?:![rsa])?(?::([^{}]*))?\}/g)) {
    parts.push(literal(text.slice(last, match.index)));
    last = match.index + match[0].length;
    const [, field = '', format = ''] = match;
    const [head = '', ...path] = field.replaceAll(']', '').split(/[.[]/);
    let value: Value | undefined;
    if (head === '') value = values[next++] ?? rest;
    else if (/^\d+$/.test(head)) value = values[Number(head)] ?? rest;
    else value = byName.get(head) ?? (rest === undefined ? undefined : machine.get(rest, head, at, 'item'));
    let held = value ?? unknown('a value that is not given');
    for (const part of path) held = machine.get(held, part, at, 'member');
    parts.push(/[dfeEgGxXob]$/.test(format) ? opaque([], 'number') : held);
  }
  parts.push(literal(text.slice(last)));
  const made = textOf(machine, parts, at);
  return made.kind === 'constant' ? constant(made.value) : made;
}
