import type { Value } from '@leastwise/model';
import type { PolicyDocument, PolicyElement, Statement } from './policy-document.ts';
import { callerRestriction } from './restricting-condition.ts';
import { covers, spellPattern } from './spell-pattern.ts';

/**
 * Whether the document denies what the statement allows to all callers but named ones: `Deny *` unless
 * `aws:SourceVpce` is ours, or Deny with NotPrincipal. An explicit Deny wins over every Allow:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function guardedByDeny(allow: Statement, document: PolicyDocument): boolean {
  return document.statements.some(
    (deny) =>
      deny.effect === 'Deny' &&
      shutsOutStrangers(deny) &&
      takesIn(deny.actions, allow.actions, true) &&
      takesIn(deny.resources, allow.resources, false),
  );
}

function shutsOutStrangers(deny: Statement): boolean {
  const everyone = deny.principals.principals.some(
    (principal) => principal.type === '*' || (principal.type === 'AWS' && spellPattern(principal.value) === '*'),
  );
  const restConditions = deny.conditions.filter(
    (condition) => negations[condition.operator.toLowerCase()] === undefined,
  );
  if (deny.conditionsOpen !== undefined) return false;
  if (deny.principals.not) return deny.conditions.length === 0;
  if (!everyone) return false;
  if (deny.conditions.length === 0) return true;
  // Conditions of one statement are joined by "and": all must be about callers, or strangers slip past the Deny.
  if (
    restConditions.some(
      (condition) =>
        !(condition.operator.toLowerCase() === 'bool' && condition.key.toLowerCase() === 'aws:principalisawsservice'),
    )
  )
    return false;
  const turned = deny.conditions.flatMap((condition) => {
    const positive = negations[condition.operator.toLowerCase()];
    return positive === undefined ? [] : [{ ...condition, operator: positive }];
  });
  return (
    turned.length > 0 &&
    turned.every((condition) => callerRestriction({ ...deny, conditions: [condition] }) === 'restricts')
  );
}

/** A Deny on "not ours" turned into the Allow on "ours" that it amounts to. A missing key meets the negated form too. */
const negations: Readonly<Record<string, string>> = {
  stringnotequals: 'StringEquals',
  stringnotequalsignorecase: 'StringEqualsIgnoreCase',
  stringnotlike: 'StringLike',
  arnnotequals: 'ArnEquals',
  arnnotlike: 'ArnLike',
  notipaddress: 'IpAddress',
};

function takesIn(wide: PolicyElement, narrow: PolicyElement, ignoreCase: boolean): boolean {
  if (wide.not || wide.open !== undefined) return false;
  // Resource policies of a queue or an API may leave the resource out or write `*`: it is the resource itself.
  if (!narrow.present) return true;
  if (narrow.not || narrow.open !== undefined) return wide.values.some((value) => spellPattern(value) === '*');
  return narrow.values.every((value) => wide.values.some((outer) => contains(outer, value, ignoreCase)));
}

function contains(outer: Value, inner: Value, ignoreCase: boolean): boolean {
  const pattern = keyOf(outer);
  const text = keyOf(inner);
  return ignoreCase ? covers(pattern.toLowerCase(), text.toLowerCase()) : covers(pattern, text);
}

/** Equal values give equal texts: references by what they name. */
function keyOf(value: Value): string {
  if (value.kind === 'reference') return `<${value.node}.${value.attribute}>`;
  if (value.kind === 'unknown') return `<${value.name ?? value.reason}>`;
  if (value.kind !== 'text') return spellPattern(value) ?? '';
  return value.parts.map((part) => (typeof part === 'string' ? part : keyOf(part))).join('');
}
