import type { Register } from '../ir/index.ts';
import type { Lowering } from './lowering.ts';
import type { Binary, Expression, Field, FormattedPart, FormattedText } from './syntax.ts';

type Part = string | Register;

/** f-strings and t-strings. Of a field's format only what it computes counts, and whether it takes numbers alone. */
export function lowerFormatted(l: Lowering, node: FormattedText): Register {
  const tag = node.isTemplate
    ? l.value((to) => ({ op: 'import', to, specifier: 'string.templatelib', name: 'Template', style: 'import' }), node)
    : undefined;
  const parts = node.parts.map((part): Part => (typeof part === 'string' ? part : lowerField(l, part)));
  return l.value((to) => ({ op: 'join', to, parts, ...(tag === undefined ? {} : { tag }) }), node);
}

function lowerField(l: Lowering, field: Field): Register {
  const value = l.expression(field.value);
  lowerFormat(l, field.format);
  const [format] = field.format;
  // Text raises ValueError for such a format, so the field holds a number: https://docs.python.org/3/library/string.html#formatspec
  const isNumber = field.format.length === 1 && typeof format === 'string' && numberFormat.test(format);
  return isNumber ? l.value((to) => ({ op: 'unary', to, operator: '+', value }), field.value) : value;
}

const numberFormat = /^(?:.?[<>=^])?[+\- ]?z?#?0?\d*[_,]?(?:\.\d+)?[bcdeEfFgGnoxX%]$/u;

function lowerFormat(l: Lowering, format: readonly FormattedPart[]): void {
  for (const part of format) {
    if (typeof part === 'string') continue;
    l.expression(part.value);
    lowerFormat(l, part.format);
  }
}

/** Whether `+` with it surely joins text. */
export function isSurelyText(node: Expression): boolean {
  if (isTextLiteral(node)) return true;
  if (node.type === 'call') return node.callee.type === 'name' && node.callee.name === 'str';
  if (node.type !== 'binary') return false;
  if (node.operator === '%') return isTextLiteral(node.left);
  // Only the two ends are looked at, so that a long chain is not walked again at each of its links.
  return node.operator === '+' && (isTextLiteral(node.left) || isTextLiteral(node.right));
}

function isTextLiteral(node: Expression): boolean {
  return node.type === 'formatted' ? !node.isTemplate : node.type === 'literal' && typeof node.value === 'string';
}

/** A chain in which something is text: from there on, `+` joins. */
export function lowerSum(l: Lowering, first: Expression, chain: readonly Binary[]): Register {
  let left: Part[] = [partOf(l, first)];
  let isText = isSurelyText(first);
  let at: Expression = first;
  const joined = (): Register => {
    const [only] = left;
    if (left.length === 1 && typeof only === 'number') return only;
    if (left.length === 1 && typeof only === 'string') return l.constant(only, at);
    const parts = left;
    return l.value((to) => ({ op: 'join', to, parts }), at);
  };
  for (const link of chain) {
    if (link.operator === '+' && (isText || isSurelyText(link.right))) {
      left.push(partOf(l, link.right));
      isText = true;
    } else {
      const before = joined();
      const right = l.expression(link.right);
      const { operator } = link;
      left = [l.value((to) => ({ op: 'binary', to, operator, left: before, right }), link)];
      isText = isSurelyText(link);
    }
    at = link;
  }
  return joined();
}

function partOf(l: Lowering, node: Expression): Part {
  return node.type === 'literal' && typeof node.value === 'string' ? node.value : l.expression(node);
}
