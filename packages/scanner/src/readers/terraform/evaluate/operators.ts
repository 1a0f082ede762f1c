import type { SourceRange, Value } from '@leastwise/model';
import { invalid, known, overChoice, unknown } from '../../cloudformation/values.ts';
import type { BinaryOperator } from '../syntax/hcl.ts';
import { truthOf } from './conditions.ts';
import { textOf } from './encoded-text.ts';
import type { Scope } from './scope.ts';

export function logical(operator: '&&' | '||', left: Value, right: Value, scope: Scope, origin: SourceRange): Value {
  const decides = operator === '||';
  const truths = [left, right].map((value) => truthOf(value, scope));
  if (truths.includes(decides))
    return settled(decides, [left, right].filter((_value, index) => truths[index] === decides).slice(0, 1), origin);
  if (truths.every((truth) => truth === !decides)) return settled(!decides, [left, right], origin);
  return openOf(
    [left, right].filter((_value, index) => truths[index] === undefined),
    origin,
  );
}

export function comparison(operator: '==' | '!=', left: Value, right: Value, scope: Scope, origin: SourceRange): Value {
  return overChoice(left, (one) =>
    overChoice(right, (other) => {
      const same = isEqual(one, other, scope, 0);
      return same === undefined
        ? openOf([one, other], origin)
        : settled(same === (operator === '=='), [one, other], origin);
    }),
  );
}

/** Whether two values are the same; undefined when that is not known. */
export function isEqual(one: Value, other: Value, scope: Scope, depth: number): boolean | undefined {
  if (
    one.kind === 'reference' &&
    other.kind === 'reference' &&
    one.node === other.node &&
    one.attribute === other.attribute
  )
    return true;
  const { session } = scope.module;
  const left = textOf(session.lookThrough(one));
  const right = textOf(session.lookThrough(other));
  if (isNull(left) || isNull(right)) return equalToNull(left, right);
  if (left.kind !== 'known' || right.kind !== 'known') return openlyEqual(left, right);
  const a = left.value;
  const b = right.value;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (depth > 50 || !session.spend(1)) return undefined;
  if (a instanceof Map || b instanceof Map) {
    if (!(a instanceof Map) || !(b instanceof Map) || a.size !== b.size) return false;
    return every(
      [...a].map(([key, inner]) => {
        const twin: Value | undefined = b.get(key);
        return twin === undefined ? false : isEqual(inner, twin, scope, depth + 1);
      }),
    );
  }
  const first = a as readonly Value[];
  const second = b as readonly Value[];
  if (first.length !== second.length) return false;
  return every(
    first.map((inner, index) => {
      const twin = second[index];
      return twin === undefined ? false : isEqual(inner, twin, scope, depth + 1);
    }),
  );
}

const isNull = (value: Value): boolean => value.kind === 'absent' || (value.kind === 'known' && value.value === null);

/** What an attribute or a text with holes comes to is never null. */
function equalToNull(left: Value, right: Value): boolean | undefined {
  if (isNull(left) && isNull(right)) return true;
  const other = isNull(left) ? right : left;
  return other.kind === 'unknown' || other.kind === 'choice' ? undefined : false;
}

/** A text with a literal part is not empty, and begins and ends as its literals do. */
function openlyEqual(left: Value, right: Value): boolean | undefined {
  const open = left.kind === 'text' ? left : right.kind === 'text' ? right : undefined;
  const literal = left.kind === 'known' ? left.value : right.kind === 'known' ? right.value : undefined;
  if (typeof literal === 'string' && (left.kind === 'reference' || right.kind === 'reference') && literal === '')
    return false;
  if (open === undefined || typeof literal !== 'string') return undefined;
  const first = open.parts[0];
  const last = open.parts.at(-1);
  if (typeof first === 'string' && !literal.startsWith(first)) return false;
  return typeof last === 'string' && !literal.endsWith(last) ? false : undefined;
}

function every(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

export function arithmetic(
  operator: Exclude<BinaryOperator, '&&' | '||' | '==' | '!='>,
  left: Value,
  right: Value,
  scope: Scope,
  origin: SourceRange,
): Value {
  return overChoice(left, (one) =>
    overChoice(right, (other) => {
      const a = numberOf(one, scope);
      const b = numberOf(other, scope);
      if (a === undefined || b === undefined) return openOf([one, other], origin);
      const result = calculate(operator, a, b);
      return result === undefined
        ? invalid('This division has no result.', origin)
        : settled(result, [one, other], origin);
    }),
  );
}

function calculate(operator: string, a: number, b: number): number | boolean | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : a / b;
    case '%':
      return b === 0 ? undefined : a % b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

export function numberOf(value: Value, scope: Scope): number | undefined {
  const settledValue = scope.module.session.lookThrough(value);
  if (settledValue.kind !== 'known') return undefined;
  const data = settledValue.value;
  if (typeof data === 'number') return data;
  return typeof data === 'string' && /^\s*-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\s*$/.test(data) ? Number(data) : undefined;
}

/** A result, likely only as far as what it is made of. */
function settled(data: number | boolean, from: readonly Value[], origin: SourceRange): Value {
  const via = from.flatMap((value) => value.via ?? []).slice(0, 8);
  const assumed = from.find((value) => value.kind === 'known' && value.assumed !== undefined);
  return {
    ...known(data, origin),
    ...(via.length === 0 ? {} : { via }),
    ...(assumed?.kind === 'known' && assumed.assumed !== undefined ? { assumed: assumed.assumed } : {}),
  };
}

/** Why a result is open: the first mistake among what it is made of, else what is not known. */
export function openOf(values: readonly Value[], origin: SourceRange): Value {
  const mistake = values.find((value) => value.kind === 'unknown' && value.cause === 'invalid');
  if (mistake !== undefined) return { ...mistake, origin };
  const open = values.find((value) => value.kind === 'unknown');
  if (open?.kind === 'unknown') {
    const { reason, cause, settleWith } = open;
    return unknown(cause, reason, origin, settleWith === undefined ? {} : { settleWith });
  }
  const reference = values.find(({ kind }) => kind !== 'known' && kind !== 'absent');
  if (reference === undefined) return invalid('This operator cannot take what stands here.', origin);
  return unknown('attribute', 'This hangs on something that only a deployment knows.', origin);
}
