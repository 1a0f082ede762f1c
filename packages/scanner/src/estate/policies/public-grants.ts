import type { SourceRange, Unknown } from '@leastwise/model';
import { guardedByDeny } from './guarded-by-deny.ts';
import type { PolicyDocument, PrincipalElement, Statement } from './policy-document.ts';
import { callerRestriction } from './restricting-condition.ts';
import { spellPattern } from './spell-pattern.ts';

/** A statement that admits callers nobody named. */
export interface PublicGrant {
  readonly statement: Statement;
  /** Where the principal is written, or the statement when it has none. */
  readonly at: SourceRange;
  /** Whom it admits, for a sentence: `anyone`, `everyone except those it names`. */
  readonly who: string;
  /** Set when it hangs on something that the text does not give. */
  readonly unknown?: Unknown;
}

/**
 * The Allow statements of a resource policy that let anyone in: any principal, or all but some, without a condition that
 * says who or from where, and without a Deny that shuts out everyone else.
 */
export function publicGrants(document: PolicyDocument): readonly PublicGrant[] {
  const grants: PublicGrant[] = [];
  for (const statement of document.statements) {
    if (statement.effect !== 'Allow' && statement.effectOpen === undefined) continue;
    const who = admitsAnyone(statement.principals);
    if (who === undefined) continue;
    const restriction = callerRestriction(statement);
    if (restriction === 'restricts' || guardedByDeny(statement, document)) continue;
    const unknown =
      statement.effectOpen ??
      (restriction === 'none' ? (typeof who === 'object' ? who : undefined) : restriction.unknown);
    grants.push({
      statement,
      at: statement.principals.origin,
      who: typeof who === 'string' ? who : 'principals that are not known',
      ...(unknown === undefined ? {} : { unknown }),
    });
  }
  return grants;
}

/** A word for whom, when it is anyone; an unknown when it may be. */
export function admitsAnyone(element: PrincipalElement): string | Unknown | undefined {
  if (!element.present) return undefined;
  if (element.not) return 'everyone except those it names';
  for (const principal of element.principals) {
    if (principal.type === '*') return 'anyone';
    if (principal.type === 'AWS' && /^(\*|arn:[^:]*:iam::\*:.*)$/.test(spellPattern(principal.value) ?? ''))
      return 'anyone';
  }
  const open =
    element.open ?? element.principals.map((principal) => principal.value).find((value) => value.kind === 'unknown');
  return open !== undefined && open.kind === 'unknown' && open.cause !== 'pseudo' && open.cause !== 'attribute'
    ? open
    : undefined;
}
