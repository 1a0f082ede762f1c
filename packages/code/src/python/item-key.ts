import type { Key } from '../ir/index.ts';
import type { Lowering } from './lowering.ts';
import type { Expression } from './syntax.ts';

/** `['total']` and `[0]` are written names, like those of an object in JavaScript. */
export function itemKey(l: Lowering, node: Expression): Key {
  if (node.type === 'literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'literal' && typeof node.value === 'number') return String(node.value);
  return { register: l.expression(node) };
}
