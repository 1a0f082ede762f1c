import { both, either, MAYBE, NO, not, YES, type Truth } from '../truth.ts';
import type { ConditionBlock, PolicyVersion } from '../documents/policy-document.ts';
import { comparison, incomparable, type Comparison } from './comparison.ts';
import { unknownKey, type ContextView } from './context.ts';
import { isNegated, parseOperator, type ConditionOperator } from './operator-name.ts';

/** One operator over one key. A statement applies when all of its conditions hold. */
export interface Condition {
  /** As written: `ForAnyValue:StringLike`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  readonly holds: (context: ContextView) => Truth;
}

export function compileConditions(block: ConditionBlock | undefined, version: PolicyVersion): readonly Condition[] {
  return Object.entries(block ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({
      operator,
      key,
      values,
      holds: compile(parseOperator(operator), key.toLowerCase(), values, version),
    })),
  );
}

type Holds = Condition['holds'];

function compile(
  operator: ConditionOperator | undefined,
  key: string,
  values: readonly string[],
  version: PolicyVersion,
): Holds {
  // AWS refuses a policy with an operator that does not exist.
  if (operator === undefined) return () => MAYBE;
  if (operator.base === 'Null') return isMissing(key, values);
  const one = oneValue(comparison(operator.base, values, version), isNegated(operator.base));
  switch (operator.setOperator) {
    case 'ForAllValues':
      return allValues(key, one);
    case 'ForAnyValue':
      return anyValue(key, one, operator.ifExists);
    default:
      return singleValue(key, one, operator.ifExists || isNegated(operator.base));
  }
}

/** `"true"` asks that the key is missing, `"false"` that it is there. A key without values counts as missing. */
function isMissing(key: string, values: readonly string[]): Holds {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return (context) => {
    const actual = context.value(key);
    if (actual === unknownKey) return wanted.has('true') && wanted.has('false') ? YES : MAYBE;
    const missing = actual === undefined || (typeof actual !== 'string' && actual.length === 0);
    return wanted.has(String(missing)) ? YES : NO;
  };
}

type OneValue = (actual: string, context: ContextView) => Truth;

function oneValue(compare: Comparison, negated: boolean): OneValue {
  return (actual, context) => {
    const truth = compare(actual, context);
    if (truth === incomparable) return NO;
    return negated ? not(truth) : truth;
  };
}

function singleValue(key: string, one: OneValue, holdsWhenMissing: boolean): Holds {
  return (context) => {
    const actual = context.value(key);
    if (typeof actual === 'string') return one(actual, context);
    if (actual === unknownKey) return MAYBE;
    if (actual === undefined || actual.length === 0) return holdsWhenMissing ? YES : NO;
    // A key with several values needs a set operator; without one the condition does not match.
    return actual.length === 1 ? one(actual[0] ?? '', context) : NO;
  };
}

/** Holds also when the key is missing, has no values, or has the empty text only. */
function allValues(key: string, one: OneValue): Holds {
  return (context) => {
    const actual = context.value(key);
    if (actual === '') return YES;
    if (typeof actual === 'string') return one(actual, context);
    if (actual === unknownKey) return MAYBE;
    let all: Truth = YES;
    for (const value of actual ?? []) if (value !== '') all = both(all, one(value, context));
    return all;
  };
}

/** Does not hold when the key is missing or has no values, also when the operator is negated. */
function anyValue(key: string, one: OneValue, ifExists: boolean): Holds {
  return (context) => {
    const actual = context.value(key);
    if (typeof actual === 'string') return one(actual, context);
    if (actual === unknownKey) return MAYBE;
    if (actual === undefined) return ifExists ? YES : NO;
    let any: Truth = NO;
    for (const value of actual) any = either(any, one(value, context));
    return any;
  };
}
