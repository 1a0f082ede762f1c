import type * as t from '@babel/types';
import type { ListItem, ObjectEntry, Register } from '../ir/index.ts';
import { lowerClosure, lowerFunction } from './functions.ts';
import type { Lowering } from './lowering.ts';
import { declaredKey } from './members.ts';

export function lowerObject(l: Lowering, node: t.ObjectExpression): Register {
  const entries = node.properties.map((property) => lowerProperty(l, property));
  return l.value((to) => ({ op: 'object', to, entries }), node);
}

function lowerProperty(l: Lowering, property: t.ObjectExpression['properties'][number]): ObjectEntry {
  if (property.type === 'SpreadElement') return { kind: 'spread', value: l.expression(property.argument) };
  const key = declaredKey(l, property);
  if (property.type === 'ObjectProperty') {
    return {
      kind: 'entry',
      key,
      value: l.named(property.computed ? property : property.key, property.value as t.Expression),
    };
  }
  const about = { name: typeof key === 'string' ? key : '', kind: 'method', nameNode: property.key } as const;
  if (property.kind === 'method') return { kind: 'entry', key, value: lowerClosure(l, property, about) };
  return { kind: property.kind === 'get' ? 'getter' : 'setter', key, function: lowerFunction(l, property, about) };
}

export function lowerArray(l: Lowering, node: t.ArrayExpression): Register {
  const items = node.elements.map((element): ListItem => {
    if (element === null) return { value: l.constant(undefined, node), spread: false };
    if (element.type === 'SpreadElement') return { value: l.expression(element.argument), spread: true };
    return { value: l.expression(element), spread: false };
  });
  return l.value((to) => ({ op: 'list', to, kind: 'list', items }), node);
}

export function lowerTemplate(l: Lowering, node: t.TemplateLiteral): Register {
  const only = node.quasis[0];
  if (node.expressions.length === 0 && only) return l.constant(textOf(only), node);
  const parts = templateParts(l, node);
  return l.value((to) => ({ op: 'join', to, parts }), node);
}

export function lowerTagged(l: Lowering, node: t.TaggedTemplateExpression): Register {
  const tag = l.expression(node.tag);
  const parts = templateParts(l, node.quasi);
  return l.value((to) => ({ op: 'join', to, parts, tag }), node);
}

function templateParts(l: Lowering, node: t.TemplateLiteral): (string | Register)[] {
  const parts: (string | Register)[] = [];
  for (const [index, quasi] of node.quasis.entries()) {
    const text = textOf(quasi);
    if (text !== '') parts.push(text);
    const expression = node.expressions[index];
    if (expression) parts.push(l.expression(expression as t.Expression));
  }
  return parts;
}

function textOf(quasi: t.TemplateElement): string {
  return quasi.value.cooked ?? quasi.value.raw;
}

/** Digits beyond this are no number that a program works with, and making one would take long. */
const mostDigits = 1_000;

export function lowerBigInt(l: Lowering, node: t.BigIntLiteral): Register {
  const text = node.value;
  const isNumber = text.length <= mostDigits && /^(\d+|0x[\da-f]+|0o[0-7]+|0b[01]+)$/i.test(text);
  return isNumber ? l.constant(BigInt(text), node) : l.value((to) => ({ op: 'unreadable', to }), node);
}
