/** How the values of the request are counted. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
export type SetOperator = 'ForAllValues' | 'ForAnyValue';

export interface ConditionOperator {
  readonly setOperator?: SetOperator;
  readonly base: BaseOperator;
  readonly ifExists: boolean;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const baseOperators = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
  'Null',
] as const;

export type BaseOperator = (typeof baseOperators)[number];

const byLowerCase = new Map<string, BaseOperator>(baseOperators.map((name) => [name.toLowerCase(), name]));

/** Undefined when IAM has no such operator; letter case apart. `NullIfExists` does not exist: Null asks for existence itself. */
export function parseOperator(name: string): ConditionOperator | undefined {
  const match = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/.exec(name.toLowerCase());
  const base = byLowerCase.get(match?.[2] ?? '');
  if (match === null || base === undefined) return undefined;
  const ifExists = match[3] !== undefined;
  if (base === 'Null' && ifExists) return undefined;
  if (match[1] === undefined) return { base, ifExists };
  return { setOperator: match[1] === 'forallvalues' ? 'ForAllValues' : 'ForAnyValue', base, ifExists };
}

export function isConditionOperator(name: string): boolean {
  return parseOperator(name) !== undefined;
}

/** A negated operator matches when the key is missing. */
export function isNegated(base: BaseOperator): boolean {
  return base.includes('Not');
}
