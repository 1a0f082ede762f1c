import type { SourceRange, Unknown, Value } from '@leastwise/model';
import type { Principal, Statement } from './policy-document.ts';
import { spellPattern } from './spell-pattern.ts';

/** An AWS principal that a trust or resource policy names by its account. */
export interface AccountGrant {
  readonly account: string;
  /** The account as a whole: everyone there whom its own administrators allow. */
  readonly whole: boolean;
  readonly at: SourceRange;
}

/** The accounts that the principals of a statement spell out: `123456789012`, `arn:aws:iam::123456789012:root`, or one role of it. */
export function namedAccounts(statement: Statement): readonly AccountGrant[] {
  if (statement.principals.not) return [];
  return statement.principals.principals.flatMap((principal) => {
    const text = principal.type === 'AWS' ? spellPattern(principal.value) : undefined;
    if (text === undefined) return [];
    const arn = /^arn:[^:]*:(?:iam|sts)::(\d{12}):(.*)$/.exec(text);
    if (arn !== null) return [{ account: arn[1] ?? '', whole: arn[2] === 'root', at: principal.value.origin }];
    return /^\d{12}$/.test(text) ? [{ account: text, whole: true, at: principal.value.origin }] : [];
  });
}

/** A principal whose account hangs on a parameter that is not known. */
export function openAccount(statement: Statement): Unknown | undefined {
  for (const principal of statement.principals.principals) {
    if (principal.type !== 'AWS') continue;
    const open = unknownParameter(principal.value);
    if (open !== undefined) return open;
  }
  return statement.principals.open;
}

function unknownParameter(value: Value): Unknown | undefined {
  if (value.kind === 'unknown') return value.cause === 'parameter' || value.cause === 'import' ? value : undefined;
  if (value.kind !== 'text') return undefined;
  for (const part of value.parts)
    if (typeof part !== 'string' && part.kind === 'unknown' && part.cause === 'parameter')
      return { ...part, origin: value.origin };
  return undefined;
}

/** Conditions on who or how by which a trust to another account stays with those whom it is meant for. */
export function confinesCaller(statement: Statement): boolean {
  return statement.conditions.some(
    (condition) =>
      /^(sts:externalid|aws:multifactorauthpresent|aws:multifactorauthage|aws:principalorgid|aws:principalorgpaths|aws:principalarn|aws:principaltag\/.+|aws:sourceip|aws:sourcevpce?|aws:userid|aws:sourcearn|aws:sourceaccount|sts:sourceidentity)$/i.test(
        condition.key,
      ) &&
      !/^(stringnot|arnnot|notip)/i.test(condition.operator) &&
      !condition.values.some(
        (value) =>
          spellPattern(value) === '*' ||
          (/multifactorauthpresent/i.test(condition.key) && spellPattern(value) === 'false'),
      ),
  );
}

export type Issuer = 'github' | 'gitlab' | 'cognito' | 'social' | 'other' | 'saml';

/** Who vouches for a federated principal. With a public issuer, anyone can come with a valid token. */
export function issuerOf(principal: Principal, providerUrl: (value: Value) => string | undefined): Issuer | undefined {
  if (principal.type !== 'Federated') return undefined;
  const text = (providerUrl(principal.value) ?? spellPattern(principal.value) ?? '').toLowerCase();
  if (text.includes('saml-provider')) return 'saml';
  if (text.includes('token.actions.githubusercontent.com')) return 'github';
  if (text.includes('gitlab.com')) return 'gitlab';
  if (text.includes('cognito-identity.amazonaws.com')) return 'cognito';
  if (/accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com/.test(text)) return 'social';
  return 'other';
}
