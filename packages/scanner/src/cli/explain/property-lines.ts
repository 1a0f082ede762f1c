import { asList, asMap, describe, type Unknown, type Value } from '@leastwise/model';
import type { Locator } from '../../reports/locator.ts';
import { maskText } from '../../reports/secret-masks.ts';
import { truncate } from '../../reports/text/display-width.ts';
import { printable } from '../../reports/text/printable.ts';
import { placeOf } from '../../reports/words.ts';
import type { ExplainScreen } from './explain-check.ts';

const deepest = 8;
const valueWidth = 60;

/** Every property with what it resolved to, where that stands, and what it was computed through. */
export function propertyLines(value: Value, locate: Locator, screen: ExplainScreen, depth = 1): readonly string[] {
  const map = asMap(value);
  const list = asList(value);
  const members: readonly (readonly [string, Value])[] =
    map === undefined ? (list ?? []).map((item, index) => [`[${index}]`, item] as const) : [...map];
  if (map === undefined && list === undefined) return [`  ${leaf('', value, locate, screen)}`];
  return members.flatMap(([name, member]) => {
    const indent = '  '.repeat(depth);
    const label = printable(name);
    const nested = (asMap(member)?.size ?? asList(member)?.length ?? 0) > 0;
    if (!nested || depth >= deepest) return [`${indent}${label}: ${leaf(nameOf(name, value), member, locate, screen)}`];
    return [
      `${indent}${label}:${through(member, locate, screen)}`,
      ...propertyLines(member, locate, screen, depth + 1),
    ];
  });
}

/** The name under which the secret engine judges the value of a Key and Value pair. */
function nameOf(name: string, owner: Value): string {
  if (name !== 'Value') return name;
  const key = asMap(owner)?.get('Key') ?? asMap(owner)?.get('Name');
  return key === undefined ? name : describe(key);
}

function leaf(name: string, value: Value, locate: Locator, screen: ExplainScreen): string {
  const { colours } = screen;
  const empty = asMap(value)?.size === 0 || asList(value)?.length === 0;
  const plain = empty ? (asMap(value) === undefined ? '[]' : '{}') : maskText(describe(value), name);
  const shown = truncate(printable(plain), valueWidth);
  const assumed =
    value.kind === 'known' && value.assumed !== undefined
      ? ` ${colours.faint(`(default of ${printable(value.assumed)})`)}`
      : '';
  const place = colours.faint(printable(placeOf(locate(value.origin))));
  return `${value.kind === 'unknown' ? colours.warn(shown) : shown}${assumed}  ${place}${through(value, locate, screen)}${open(value, screen)}`;
}

function through(value: Value, locate: Locator, { colours }: ExplainScreen): string {
  const via = value.via ?? [];
  return via.length === 0
    ? ''
    : `  ${colours.faint(`via ${via.map((range) => printable(placeOf(locate(range)))).join(', ')}`)}`;
}

function open(value: Value, { colours }: ExplainScreen): string {
  const unknowns = value.kind === 'unknown' ? [value] : value.kind === 'text' ? value.parts.filter(isUnknown) : [];
  return unknowns
    .map(
      (unknown) =>
        `\n      ${colours.warn(printable(unknown.reason))}${unknown.settleWith === undefined ? '' : ` ${colours.accent(printable(unknown.settleWith))}`}`,
    )
    .join('');
}

function isUnknown(part: string | { readonly kind: string }): part is Unknown {
  return typeof part !== 'string' && part.kind === 'unknown';
}
