import type * as t from '@babel/types';

/** The expression inside what has no effect at run time: parentheses, `as`, `satisfies`, `!`, casts. */
export function unwrapped(node: t.Expression): t.Expression {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'TypeCastExpression':
        inner = inner.expression;
        break;
      default:
        return inner;
    }
  }
}

/** `(0, orders.place)(…)` → `orders.place`: a comma behind constants only hides the receiver. */
export function withoutComma(node: t.Expression): { readonly node: t.Expression; readonly hidesReceiver: boolean } {
  const inner = unwrapped(node);
  if (inner.type !== 'SequenceExpression') return { node: inner, hidesReceiver: false };
  const last = inner.expressions.at(-1);
  const isPlain = inner.expressions.slice(0, -1).every((one) => one.type === 'NumericLiteral');
  return last !== undefined && isPlain
    ? { node: unwrapped(last), hidesReceiver: true }
    : { node: inner, hidesReceiver: false };
}
