import { MAYBE, NO, YES, type Truth } from '../truth.ts';
import type { PolicyVersion } from '../documents/policy-document.ts';
import { matchesPattern, patternOfTokens, unknownText, type WildcardPattern } from '../patterns/wildcard.ts';
import type { ContextView } from './context.ts';
import { parseDate } from './date.ts';
import { inRange, parseRange, rangeInRange } from './ip-address.ts';
import type { BaseOperator } from './operator-name.ts';
import { parseTemplate, patternOf, staticPattern, staticText, textOf, type Template } from './policy-variables.ts';

/** Whether one value of the request equals (is like, is less than, ...) any value of the policy, negation left aside. */
export type Comparison = (actual: string, context: ContextView) => Truth | typeof incomparable;

/** The value is not of the operator's type, such as `abc` for a number: the condition does not match, negated or not. */
export const incomparable = -1;

/** What an operator compares, without its negation and its counting of values. `Null` compares nothing. */
export function comparison(base: BaseOperator, values: readonly string[], version: PolicyVersion): Comparison {
  switch (base) {
    case 'StringEquals':
    case 'StringNotEquals':
      return texts(values, version, false);
    case 'StringEqualsIgnoreCase':
    case 'StringNotEqualsIgnoreCase':
      return texts(values, version, true);
    case 'StringLike':
    case 'StringNotLike':
      return patterns(values, version, likeText);
    case 'ArnEquals':
    case 'ArnLike':
    case 'ArnNotEquals':
    case 'ArnNotLike':
      return patterns(values, version, likeArn);
    case 'NumericEquals':
    case 'NumericNotEquals':
      return ordered(values, parseNumber, (actual, expected) => actual === expected);
    case 'NumericLessThan':
      return ordered(values, parseNumber, (actual, expected) => actual < expected);
    case 'NumericLessThanEquals':
      return ordered(values, parseNumber, (actual, expected) => actual <= expected);
    case 'NumericGreaterThan':
      return ordered(values, parseNumber, (actual, expected) => actual > expected);
    case 'NumericGreaterThanEquals':
      return ordered(values, parseNumber, (actual, expected) => actual >= expected);
    case 'DateEquals':
    case 'DateNotEquals':
      return ordered(values, parseDate, (actual, expected) => actual === expected);
    case 'DateLessThan':
      return ordered(values, parseDate, (actual, expected) => actual < expected);
    case 'DateLessThanEquals':
      return ordered(values, parseDate, (actual, expected) => actual <= expected);
    case 'DateGreaterThan':
      return ordered(values, parseDate, (actual, expected) => actual > expected);
    case 'DateGreaterThanEquals':
      return ordered(values, parseDate, (actual, expected) => actual >= expected);
    case 'Bool':
      return texts(values, '2008-10-17', true);
    case 'BinaryEquals':
      return texts(values.map(withoutPadding), '2008-10-17', false, withoutPadding);
    case 'IpAddress':
    case 'NotIpAddress':
      return addresses(values);
    case 'Null':
      return () => NO;
  }
}

function texts(
  values: readonly string[],
  version: PolicyVersion,
  ignoreCase: boolean,
  read: (text: string) => string = (text) => text,
): Comparison {
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const templates = values.map((value) => parseTemplate(value, version));
  const fixed = new Set(templates.filter((one) => !one.hasVariables).map((one) => fold(staticText(one))));
  const variable = templates.filter((one) => one.hasVariables);
  const open = [...fixed].filter((text) => text.includes(unknownText));
  return (given, context) => {
    const actual = fold(read(given));
    if (fixed.has(actual) && !actual.includes(unknownText)) return YES;
    let best: Truth = open.length > 0 || actual.includes(unknownText) ? openEquality(actual, fixed) : NO;
    for (const template of variable) {
      const expected = textOf(template, context);
      if (expected === undefined) continue;
      if (!expected.includes(unknownText) && fold(expected) === actual) return YES;
      if (expected.includes(unknownText) || actual.includes(unknownText)) best = MAYBE;
    }
    return best;
  };
}

/** Texts of which a part is not known: equal at most perhaps. */
function openEquality(actual: string, expected: Iterable<string>): Truth {
  const like = (text: string): WildcardPattern => {
    return patternOfTokens(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
  };
  for (const text of expected) {
    if (actual.includes(unknownText)) return MAYBE;
    if (text.includes(unknownText) && matchesPattern(like(text), actual)) return MAYBE;
  }
  return NO;
}

function patterns(
  values: readonly string[],
  version: PolicyVersion,
  like: (pattern: WildcardPattern) => (actual: string) => boolean,
): Comparison {
  const templates = values.map((value) => parseTemplate(value, version));
  const fixed = templates
    .filter((one) => !one.hasVariables)
    .map(staticPattern)
    .map((pattern) => toTest(pattern, like));
  const variable = templates.filter((one) => one.hasVariables);
  return (actual, context) => {
    let best: Truth = NO;
    for (const test of fixed) {
      const truth = test(actual);
      if (truth === YES) return YES;
      if (truth === MAYBE) best = MAYBE;
    }
    for (const template of variable) {
      const truth = variableTest(template, context, like)(actual);
      if (truth === YES) return YES;
      if (truth === MAYBE) best = MAYBE;
    }
    return best;
  };
}

function toTest(
  pattern: WildcardPattern,
  like: (pattern: WildcardPattern) => (actual: string) => boolean,
): (actual: string) => Truth {
  const test = like(pattern);
  const all = pattern.kind === 'prefix' && pattern.prefix === '' && !pattern.open;
  return (actual) => {
    if (all) return YES;
    if (actual.includes(unknownText)) return MAYBE;
    return test(actual) ? (pattern.open ? MAYBE : YES) : NO;
  };
}

function variableTest(
  template: Template,
  context: ContextView,
  like: (pattern: WildcardPattern) => (actual: string) => boolean,
): (actual: string) => Truth {
  const pattern = patternOf(template, context);
  return pattern === undefined ? () => NO : toTest(pattern, like);
}

function likeText(pattern: WildcardPattern): (actual: string) => boolean {
  return (actual) => matchesPattern(pattern, actual);
}

const COLON = 58;

/**
 * Each of the six parts of an ARN is compared by itself, so that a `*` never reaches over a colon, except in the last.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
function likeArn(pattern: WildcardPattern): (actual: string) => boolean {
  if (pattern.kind === 'prefix' && pattern.prefix === '') return () => true;
  const parts: number[][] = [[]];
  for (const token of pattern.tokens) {
    if (token === COLON && parts.length < 6) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  // A stretch that is not known may hold colons: only the whole can be compared.
  if (pattern.open) return (actual) => matchesPattern(pattern, actual);
  if (parts.length < 6) return () => false;
  const compiled = parts.map(patternOfTokens);
  return (actual) => {
    const given = actual.split(':');
    if (given.length < 6) return false;
    const six = [...given.slice(0, 5), given.slice(5).join(':')];
    return compiled.every((part, at) => matchesPattern(part, six[at] ?? ''));
  };
}

function ordered(
  values: readonly string[],
  read: (text: string) => number | undefined,
  holds: (actual: number, expected: number) => boolean,
): Comparison {
  const expected = values.map(read).filter((value) => value !== undefined);
  const open = values.some((value) => value.includes(unknownText));
  return (given) => {
    if (given.includes(unknownText)) return MAYBE;
    const actual = read(given);
    if (actual === undefined) return incomparable;
    return expected.some((value) => holds(actual, value)) ? YES : open ? MAYBE : NO;
  };
}

function parseNumber(text: string): number | undefined {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : undefined;
}

function withoutPadding(text: string): string {
  return text.replace(/=+$/, '');
}

function addresses(values: readonly string[]): Comparison {
  const ranges = values.map(parseRange).filter((range) => range !== undefined);
  const open = values.some((value) => value.includes(unknownText));
  return (given) => {
    if (given.includes(unknownText)) return MAYBE;
    const actual = parseRange(given);
    if (actual === undefined) return incomparable;
    if (ranges.some((range) => rangeInRange(actual, range))) return YES;
    if (open) return MAYBE;
    return ranges.some((range) => inRange(range, actual)) ? MAYBE : NO;
  };
}
