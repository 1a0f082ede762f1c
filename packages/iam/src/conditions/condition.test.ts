import { describe, expect, it } from 'vitest';
import { MAYBE, NO, YES } from '../truth.ts';
import type { PolicyVersion } from '../documents/policy-document.ts';
import { unknownText } from '../patterns/wildcard.ts';
import { compileConditions } from './condition.ts';
import {
  blockOf,
  multivaluedPage,
  operatorCases,
  operatorsPage,
  setCases,
  type Given,
} from './condition.cases.fixture.ts';
import { unknownKey, type ContextValue } from './context.ts';

function holds(
  block: Parameters<typeof compileConditions>[0],
  values: Readonly<Record<string, ContextValue>>,
  version: PolicyVersion = '2012-10-17',
): number {
  const context = { value: (key: string): ContextValue => values[key] };
  return Math.min(YES, ...compileConditions(block, version).map((condition) => condition.holds(context)));
}

function spelled(value: Given | string): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

describe(`the operators (${operatorsPage})`, () => {
  it.each(operatorCases.map((one) => [one.operator, spelled(one.expected), spelled(one.given), one] as const))(
    '%s %s, given %s',
    (_, _expected, _given, one) => {
      expect(holds(blockOf(one, 'aws:Key'), { 'aws:key': one.given })).toBe(one.holds ? YES : NO);
    },
  );
});

describe(`keys with several values (${multivaluedPage})`, () => {
  it.each(setCases.map((one) => [one.operator, spelled(one.expected), spelled(one.given), one] as const))(
    '%s %s, given %s',
    (_, _expected, _given, one) => {
      expect(holds(blockOf(one, 'aws:TagKeys'), { 'aws:tagkeys': one.given })).toBe(one.holds ? YES : NO);
    },
  );
});

describe('conditions', () => {
  it('need all operators and all keys', () => {
    const block = { StringEquals: { 'aws:a': ['1'], 'aws:b': ['2'] }, Bool: { 'aws:c': ['true'] } };
    expect(holds(block, { 'aws:a': '1', 'aws:b': '2', 'aws:c': 'true' })).toBe(YES);
    expect(holds(block, { 'aws:a': '1', 'aws:b': '3', 'aws:c': 'true' })).toBe(NO);
    expect(holds(block, { 'aws:a': '1', 'aws:b': '2' })).toBe(NO);
  });

  it.each(['StringEquals', 'StringNotEquals', 'Null', 'ForAllValues:StringLike', 'BoolIfExists', 'NumericLessThan'])(
    'are unknown when the key of %s is',
    (operator) => {
      expect(holds({ [operator]: { 'aws:a': ['true'] } }, { 'aws:a': unknownKey })).toBe(MAYBE);
    },
  );

  it('are unknown when IAM has no such operator', () => {
    expect(holds({ StringIs: { 'aws:a': ['1'] } }, { 'aws:a': '1' })).toBe(MAYBE);
  });

  it('are unknown when a part of a value is', () => {
    const block = { StringEquals: { 'aws:a': [`orders-${unknownText}`] } };
    expect(holds(block, { 'aws:a': 'orders-eu' })).toBe(MAYBE);
    expect(holds(block, { 'aws:a': 'photos' })).toBe(NO);
    expect(holds({ ArnLike: { 'aws:a': [`arn:aws:sns:*:*:${unknownText}`] } }, { 'aws:a': 'arn:aws:sns:a:b:c' })).toBe(
      MAYBE,
    );
  });

  it('take operators in any letter case', () => {
    expect(holds({ 'forAnyValue:stringequals': { 'aws:a': ['1'] } }, { 'aws:a': ['2', '1'] })).toBe(YES);
  });
});

describe('policy variables (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html)', () => {
  const context = { 'aws:username': 'ana', 'aws:principaltag/team': ['a', 'b'], 'aws:one': ['only'] };

  it.each([
    ['${aws:username}', 'ana', true],
    ['${AWS:UserName}', 'ana', true],
    ['home/${aws:username}/x', 'home/ana/x', true],
    ['${aws:missing}', '', false],
    ["${aws:missing, 'guest'}", 'guest', true],
    ["${aws:username, 'guest'}", 'ana', true],
    ["${aws:principaltag/team, 'none'}", 'none', true],
    ['${aws:principaltag/team}', 'a', false],
    ['${aws:one}', 'only', true],
    ['${*}', '*', true],
    ['${*}', 'x', false],
    ['${?}', '?', true],
    ['${$}{x}', '${x}', true],
  ])('%s is %s: %s', (value, given, expected) => {
    expect(holds({ StringEquals: { 'aws:a': [value] } }, { ...context, 'aws:a': given })).toBe(expected ? YES : NO);
    expect(holds({ StringLike: { 'aws:a': [value] } }, { ...context, 'aws:a': given })).toBe(expected ? YES : NO);
  });

  it('are plain text in a document of 2008', () => {
    const block = { StringEquals: { 'aws:a': ['${aws:username}'] } };
    expect(holds(block, { ...context, 'aws:a': 'ana' }, '2008-10-17')).toBe(NO);
    expect(holds(block, { ...context, 'aws:a': '${aws:username}' }, '2008-10-17')).toBe(YES);
  });

  it('have values without wildcards', () => {
    const block = { StringLike: { 'aws:a': ['${aws:username}'] } };
    expect(holds(block, { 'aws:username': '*', 'aws:a': 'anything' })).toBe(NO);
    expect(holds(block, { 'aws:username': '*', 'aws:a': '*' })).toBe(YES);
  });

  it('without a value never equal, so the negated operator matches', () => {
    expect(holds({ StringNotEquals: { 'aws:a': ['${aws:missing}'] } }, { 'aws:a': 'x' })).toBe(YES);
  });

  it('of an unknown key are unknown', () => {
    const values = { 'aws:username': unknownKey, 'aws:a': 'home/ana' } as const;
    expect(holds({ StringLike: { 'aws:a': ['home/${aws:username}'] } }, values)).toBe(MAYBE);
    expect(holds({ StringLike: { 'aws:a': ['other/${aws:username}'] } }, values)).toBe(NO);
    expect(holds({ StringEquals: { 'aws:a': ['home/${aws:username}'] } }, values)).toBe(MAYBE);
  });
});
