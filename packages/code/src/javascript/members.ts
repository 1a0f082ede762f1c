import type * as t from '@babel/types';
import type { Key, Register } from '../ir/index.ts';
import type { Lowering } from './lowering.ts';
import { unwrapped, withoutComma } from './unwrap.ts';

type Member = t.MemberExpression | t.OptionalMemberExpression;

export function lowerMember(l: Lowering, node: Member): Register {
  return lowerMemberParts(l, node).value;
}

/** `object.key`, with the object's register for a call on it. */
export function lowerMemberParts(l: Lowering, node: Member): { readonly object: Register; readonly value: Register } {
  const isSuper = node.object.type === 'Super';
  const object = isSuper ? lowerSuperObject(l, node) : lowerLink(l, node.object);
  const key = memberKey(l, node);
  const value = l.value((to) => ({ op: 'get', to, object, key, access: 'member' }), node);
  // A method of the parent runs on the object at hand.
  return { object: isSuper ? l.value((to) => ({ op: 'this', to }), node.object) : object, value };
}

/** The object before a `.`: the middle of an optional chain stays in the chain. */
function lowerLink(l: Lowering, node: t.Expression): Register {
  if (node.type === 'OptionalMemberExpression' || node.type === 'OptionalCallExpression') l.chained = node;
  return l.expression(node);
}

export function memberKey(l: Lowering, node: Member): Key {
  const { property } = node;
  if (property.type === 'PrivateName') return `#${property.id.name}`;
  return node.computed ? computedKey(l, property) : property.type === 'Identifier' ? property.name : '';
}

/** `['total']`, `[0]` and `` [`total`] `` are names like any other. */
export function computedKey(l: Lowering, node: t.Expression): Key {
  const inner = unwrapped(node);
  if (inner.type === 'StringLiteral') return inner.value;
  if (inner.type === 'NumericLiteral') return String(inner.value);
  if (inner.type === 'TemplateLiteral' && inner.expressions.length === 0) return inner.quasis[0]?.value.cooked ?? '';
  return { register: l.expression(inner) };
}

/** The key of a member of an object or a class. */
export function declaredKey(l: Lowering, node: { readonly key: t.Node; readonly computed?: boolean | null }): Key {
  const { key } = node;
  if (node.computed) return computedKey(l, key as t.Expression);
  switch (key.type) {
    case 'Identifier':
      return key.name;
    case 'PrivateName':
      return `#${key.id.name}`;
    case 'StringLiteral':
    case 'BigIntLiteral':
    case 'DecimalLiteral':
      return key.value;
    case 'NumericLiteral':
      return String(key.value);
    default:
      return computedKey(l, key as t.Expression);
  }
}

/** What `super.` reads from: the members of the parent's instances, or in a static member the parent itself. */
function lowerSuperObject(l: Lowering, node: t.Node): Register {
  const base = lowerParent(l, node);
  if (l.scope.isInStatic) return base;
  return l.value((to) => ({ op: 'get', to, object: base, key: 'prototype', access: 'member' }), node);
}

/** The class that the class around extends. */
export function lowerParent(l: Lowering, node: t.Node): Register {
  const parent = l.scope.find('%parent');
  return parent === undefined ? l.value((to) => ({ op: 'global', to, name: 'super' }), node) : l.load(parent, node);
}

/** The whole of `a?.b.c`: its value, or undefined where it ends early. */
export function lowerOptional<T extends t.OptionalMemberExpression | t.OptionalCallExpression>(
  l: Lowering,
  node: T,
  lower: (l: Lowering, node: T) => Register,
): Register {
  const goesOn = l.chained === node;
  const value = lower(l, node);
  if (goesOn) return value;
  const nothing = l.constant(undefined, node);
  return l.value((to) => ({ op: 'choose', to, values: [value, nothing] }), node);
}

/** What is called, and the object that it is called on. */
export function lowerCallee(
  l: Lowering,
  written: t.Expression,
): { readonly callee: Register; readonly receiver?: Register } {
  const { node, hidesReceiver } = withoutComma(written);
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') {
    return { callee: l.expression(node) };
  }
  const { object, value } = lowerMemberParts(l, node);
  return hidesReceiver ? { callee: value } : { callee: value, receiver: object };
}
