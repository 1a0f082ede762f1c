import type { ConditionBlock } from '../documents/policy-document.ts';

/** Undefined: the request has no such key. `unknown`: nobody knows its value. */
export type Given = string | readonly string[] | undefined;

export interface ConditionCase {
  readonly operator: string;
  readonly expected: string | readonly string[];
  readonly given: Given;
  readonly holds: boolean;
}

const page = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';
export const operatorsPage = `${page}reference_policies_elements_condition_operators.html`;
export const multivaluedPage = `${page}reference_policies_condition-single-vs-multi-valued-context-keys.html`;

function rows(
  operator: string,
  ...list: readonly (readonly [ConditionCase['expected'], Given, boolean])[]
): readonly ConditionCase[] {
  return list.map(([expected, given, holds]) => ({ operator, expected, given, holds }));
}

/** Decided by the page of the operators. */
export const operatorCases: readonly ConditionCase[] = [
  ...rows(
    'StringEquals',
    ['orders', 'orders', true],
    ['orders', 'Orders', false],
    ['orders', 'photos', false],
    [['photos', 'orders'], 'orders', true],
    ['ord*', 'orders', false],
    ['ord*', 'ord*', true],
    ['orders', undefined, false],
    ['', '', true],
    ['orders', ['orders'], true],
    ['orders', ['orders', 'photos'], false],
  ),
  ...rows(
    'StringNotEquals',
    ['orders', 'photos', true],
    ['orders', 'orders', false],
    [['photos', 'orders'], 'orders', false],
    [['photos', 'orders'], 'bills', true],
    ['orders', undefined, true],
  ),
  ...rows(
    'StringEqualsIgnoreCase',
    ['Orders', 'oRDERS', true],
    ['orders', 'order', false],
    ['orders', undefined, false],
  ),
  ...rows('StringNotEqualsIgnoreCase', ['Orders', 'oRDERS', false], ['orders', 'x', true], ['orders', undefined, true]),
  ...rows(
    'StringLike',
    ['ord*', 'orders', true],
    ['ord*', 'Orders', false],
    ['order?', 'orders', true],
    ['order?', 'order', false],
    ['*', '', true],
    ['*', undefined, false],
    [['a*', 'o*'], 'orders', true],
    ['*/home/*', 'a/home/b', true],
  ),
  ...rows('StringNotLike', ['ord*', 'orders', false], ['ord*', 'photos', true], ['ord*', undefined, true]),
  ...rows(
    'NumericEquals',
    ['10', '10', true],
    ['10', '10.0', true],
    ['10', '11', false],
    ['10', 'ten', false],
    ['10', undefined, false],
    ['-1', '-1', true],
  ),
  ...rows('NumericNotEquals', ['10', '11', true], ['10', '10', false], ['10', undefined, true], ['10', 'ten', false]),
  ...rows('NumericLessThan', ['10', '9.5', true], ['10', '10', false], ['10', undefined, false]),
  ...rows('NumericLessThanEquals', ['10', '10', true], ['10', '10.1', false]),
  ...rows('NumericGreaterThan', ['10', '11', true], ['10', '10', false], ['10', '9', false]),
  ...rows('NumericGreaterThanEquals', ['10', '10', true], ['10', '9.9', false]),
  ...rows(
    'DateEquals',
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', true],
    ['2026-01-01', '2026-01-01T00:00:00Z', true],
    ['2026-01-01T01:00:00+01:00', '2026-01-01T00:00:00Z', true],
    ['1767225600', '2026-01-01T00:00:00Z', true],
    ['2026-01-01', 'yesterday', false],
  ),
  ...rows(
    'DateNotEquals',
    ['2026-01-01', '2026-01-02', true],
    ['2026-01-01', '2026-01-01', false],
    ['2026-01-01', undefined, true],
  ),
  ...rows(
    'DateLessThan',
    ['2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', true],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', false],
    ['2026', '2025-06-01', true],
  ),
  ...rows('DateLessThanEquals', ['2026-01-01', '2026-01-01', true], ['2026-01-01', '2026-01-02', false]),
  ...rows(
    'DateGreaterThan',
    ['2026-01-01', '2026-01-02', true],
    ['2026-01-01', '2026-01-01', false],
    ['2026-01-01', undefined, false],
  ),
  ...rows('DateGreaterThanEquals', ['2026-01-01', '1767225600', true], ['2026-01-01', '2025-01-01', false]),
  ...rows(
    'Bool',
    ['true', 'true', true],
    ['true', 'false', false],
    ['false', 'false', true],
    ['TRUE', 'true', true],
    ['true', undefined, false],
    ['false', undefined, false],
    ['true', 'yes', false],
  ),
  ...rows(
    'BinaryEquals',
    ['b3JkZXJz', 'b3JkZXJz', true],
    ['b3JkZXI=', 'b3JkZXI', true],
    ['b3JkZXJz', 'B3JkZXJz', false],
  ),
  ...rows(
    'IpAddress',
    ['203.0.113.0/24', '203.0.113.77', true],
    ['203.0.113.0/24', '203.0.114.1', false],
    ['203.0.113.7', '203.0.113.7', true],
    ['203.0.113.7', '203.0.113.8', false],
    ['0.0.0.0/0', '8.8.8.8', true],
    ['203.0.113.7/24', '203.0.113.250', true],
    ['2001:db8::/32', '2001:db8:1::7', true],
    ['2001:db8::/32', '2001:db9::7', false],
    ['2001:DB8:1234:5678::/64', '2001:db8:1234:5678:9abc::1', true],
    ['::/0', '::1', true],
    ['0.0.0.0/0', '::1', false],
    ['::/0', '10.0.0.1', false],
    [['10.0.0.0/8', '2001:db8::/32'], '10.2.3.4', true],
    ['10.0.0.0/8', 'somewhere', false],
    ['10.0.0.0/8', undefined, false],
    ['10.0.0.0/33', '10.0.0.1', false],
    ['10.0.0.256', '10.0.0.1', false],
  ),
  ...rows(
    'NotIpAddress',
    ['203.0.113.0/24', '203.0.113.77', false],
    ['203.0.113.0/24', '8.8.8.8', true],
    [['10.0.0.0/8', '192.168.0.0/16'], '192.168.3.4', false],
    ['203.0.113.0/24', undefined, true],
    ['10.0.0.0/8', '2001:db8::1', true],
  ),
  ...['ArnEquals', 'ArnLike'].flatMap((operator) =>
    rows(
      operator,
      ['arn:aws:sns:eu-west-1:111122223333:orders', 'arn:aws:sns:eu-west-1:111122223333:orders', true],
      ['arn:aws:sns:*:111122223333:orders', 'arn:aws:sns:eu-west-1:111122223333:orders', true],
      ['arn:aws:sns:*:111122223333:ord*', 'arn:aws:sns:eu-west-1:111122223333:orders', true],
      ['arn:aws:sns:*:orders', 'arn:aws:sns:eu-west-1:111122223333:orders', false],
      ['arn:aws:sns:*:*:*', 'arn:aws:sns:eu-west-1:111122223333:orders:subscription', true],
      ['arn:aws:s3:::orders', 'arn:aws:s3:::Orders', false],
      ['arn:aws:s3:::orders?', 'arn:aws:s3:::orders1', true],
      ['arn:aws:s3:::orders', 'orders', false],
      ['arn:aws:s3:::orders', undefined, false],
      ['arn:aws:iam::*:role/*', 'arn:aws:iam::111122223333:role/a/b', true],
    ),
  ),
  ...['ArnNotEquals', 'ArnNotLike'].flatMap((operator) =>
    rows(
      operator,
      ['arn:aws:sns:*:111122223333:*', 'arn:aws:sns:eu-west-1:111122223333:orders', false],
      ['arn:aws:sns:*:111122223333:*', 'arn:aws:sns:eu-west-1:444455556666:orders', true],
      ['arn:aws:sns:*:111122223333:*', undefined, true],
    ),
  ),
  ...rows(
    'Null',
    ['true', undefined, true],
    ['true', 'x', false],
    ['false', undefined, false],
    ['false', 'x', true],
    ['true', [], true],
    ['false', [], false],
    ['false', ['x', 'y'], true],
  ),
  // With IfExists a missing key is no reason to fail; a key that is there must still match.
  ...rows('StringEqualsIfExists', ['orders', undefined, true], ['orders', 'orders', true], ['orders', 'photos', false]),
  ...rows('StringNotEqualsIfExists', ['orders', undefined, true], ['orders', 'orders', false]),
  ...rows('BoolIfExists', ['true', undefined, true], ['true', 'false', false]),
  ...rows('IpAddressIfExists', ['10.0.0.0/8', undefined, true], ['10.0.0.0/8', '8.8.8.8', false]),
  ...rows('NumericLessThanIfExists', ['10', undefined, true], ['10', '11', false]),
  ...rows('ArnLikeIfExists', ['arn:aws:s3:::*', undefined, true], ['arn:aws:s3:::*', 'arn:aws:sns:::x', false]),
  ...rows('DateLessThanIfExists', ['2026-01-01', undefined, true], ['2026-01-01', '2027-01-01', false]),
];

/** Decided by the page of multivalued keys. */
export const setCases: readonly ConditionCase[] = [
  ...rows(
    'ForAnyValue:StringEquals',
    [['team', 'cost'], ['team', 'owner'], true],
    [['team', 'cost'], ['owner'], false],
    [['team'], [], false],
    [['team'], undefined, false],
    ['team', 'team', true],
  ),
  ...rows(
    'ForAllValues:StringEquals',
    [['team', 'cost'], ['team', 'cost'], true],
    [['team', 'cost'], ['team'], true],
    [['team', 'cost'], ['team', 'owner'], false],
    [['team'], [], true],
    [['team'], undefined, true],
    [['team'], '', true],
  ),
  ...rows(
    'ForAnyValue:StringNotEquals',
    [['team'], ['team', 'owner'], true],
    [['team', 'owner'], ['team', 'owner'], false],
    [['team'], undefined, false],
  ),
  ...rows(
    'ForAllValues:StringNotEquals',
    [['team'], ['cost', 'owner'], true],
    [['team'], ['cost', 'team'], false],
    [['team'], undefined, true],
  ),
  ...rows('ForAnyValue:StringLike', ['t*', ['cost', 'team'], true], ['t*', ['cost'], false]),
  ...rows('ForAllValues:StringLike', [['t*', 'c*'], ['cost', 'team'], true], ['t*', ['cost', 'team'], false]),
  ...rows('ForAllValues:StringEqualsIgnoreCase', [['TEAM'], ['team'], true]),
  ...rows('ForAnyValue:StringEqualsIfExists', ['team', undefined, true], ['team', ['owner'], false]),
  ...rows('ForAllValues:StringEqualsIfExists', ['team', undefined, true], ['team', ['owner'], false]),
  ...rows('ForAnyValue:ArnLike', ['arn:aws:sns:*:*:orders', ['arn:aws:sns:a:1:orders', 'arn:aws:sns:a:1:x'], true]),
  ...rows('ForAllValues:NumericLessThan', ['10', ['1', '2'], true], ['10', ['1', '12'], false]),
  ...rows('ForAnyValue:IpAddress', ['10.0.0.0/8', ['8.8.8.8', '10.1.1.1'], true]),
  ...rows('ForAnyValue:Bool', ['true', ['false', 'true'], true]),
];

export function blockOf({ operator, expected }: ConditionCase, key: string): ConditionBlock {
  return { [operator]: { [key]: typeof expected === 'string' ? [expected] : expected } };
}
