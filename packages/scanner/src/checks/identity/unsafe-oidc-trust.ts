import type { Mappings, Unknown, Value } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import { readPolicyDocument, type Statement } from '../../estate/policies/policy-document.ts';
import { spellPattern } from '../../estate/policies/spell-pattern.ts';
import { issuerOf, type Issuer } from '../../estate/policies/trust-grants.ts';
import { defineCheck, fail, notApplicable, pass, type Fail, type Outcome } from '../define-check.ts';
import { joinMappings } from '../join-mappings.ts';
import { openStatement } from '../judge-statements.ts';

const risks = {
  owasp: ['SAS-2', 'SAS-4'],
  csa: ['CSA-2', 'CSA-4'],
  cwe: [287, 863],
  attack: ['T1199'],
} satisfies Mappings;

export default defineCheck({
  name: 'unsafe-oidc-trust',
  title: 'Role trusts a public identity provider without saying which of its users',
  area: 'identity',
  subjects: ['role'],
  severity: 'critical',
  since: '0.1.0',
  rows: [155],
  mappings: joinMappings(risks, { checkov: ['CKV_AWS_358', 'CKV_AWS_393'] }),
  fix: 'none',
  evaluate(subject, { estate }) {
    const trust = readPolicyDocument(subject.facet.trust);
    const outcomes: Outcome[] = [];
    let asked = false;
    for (const statement of trust.statements) {
      if (statement.effect === 'Deny' || statement.principals.not) continue;
      for (const principal of statement.principals.principals) {
        const issuer = issuerOf(principal, (value) => providerUrl(value, estate));
        if (issuer === undefined || issuer === 'saml') continue;
        asked = true;
        const unsure =
          statement.effectOpen ??
          statement.conditionsOpen ??
          (principal.value.kind === 'unknown' ? principal.value : claimsOpen(statement, issuer));
        if (unsure !== undefined) {
          outcomes.push(openStatement(unsure, `the trust policy of ${subject.name}`));
          continue;
        }
        const answer = judge(statement, issuer, subject.name, principal.value);
        if (answer !== undefined) outcomes.push(answer);
      }
    }
    if (trust.open !== undefined) outcomes.push(openStatement(trust.open, `the trust policy of ${subject.name}`));
    return outcomes.length > 0 ? outcomes : asked ? pass : notApplicable;
  },
});

/** A provider of the template by its URL; otherwise the ARN spells it. */
function providerUrl(value: Value, estate: Estate): string | undefined {
  const provider = estate.resolve(value, 'oidc-provider');
  return provider?.kind === 'oidc-provider' ? spellPattern(provider.facet.url as Value) : undefined;
}

/** The claim that tells one user of the issuer from all others. */
const deciding: Readonly<Record<Exclude<Issuer, 'saml'>, RegExp>> = {
  github: /:(sub|repository|repository_id|repository_owner|repository_owner_id|job_workflow_ref)$/i,
  gitlab: /:(sub|namespace_path|project_path|namespace_id|project_id)$/i,
  cognito: /:(aud|sub)$/i,
  social: /:(aud|app_id|sub|oaud)$/i,
  other: /:(sub|aud|email|azp|amr)$/i,
};

/** A claim compared as a pattern may be a wildcard; one that is compared as it stands cannot. */
function claimsOpen(statement: Statement, issuer: Exclude<Issuer, 'saml'>): Unknown | undefined {
  for (const condition of statement.conditions) {
    if (!deciding[issuer].test(condition.key) || !/stringlike/i.test(condition.operator)) continue;
    const open =
      condition.open ??
      condition.values.find((value): value is Unknown => value.kind === 'unknown' && value.cause !== 'pseudo');
    if (open !== undefined) return open;
  }
  return undefined;
}

function judge(statement: Statement, issuer: Exclude<Issuer, 'saml'>, name: string, provider: Value): Fail | undefined {
  const claims = statement.conditions.filter(
    (condition) =>
      deciding[issuer].test(condition.key) &&
      /^(foranyvalue:|forallvalues:)?(stringequals|stringlike|stringequalsignorecase)$/i.test(condition.operator),
  );
  const key = `${issuer} ${spellPattern(provider) ?? ''}`;
  if (claims.length === 0 || claims.some((condition) => /^forallvalues:/i.test(condition.operator))) {
    const everyone =
      issuer === 'github'
        ? 'every repository on GitHub'
        : issuer === 'gitlab'
          ? 'every project on GitLab'
          : issuer === 'cognito'
            ? 'every identity pool of every account'
            : issuer === 'social'
              ? 'every application of the provider'
              : 'every user of the provider';
    return fail(provider.origin, `${name} can be assumed by ${everyone}: no condition names whose token counts.`, {
      key,
      ...(issuer === 'other' ? { severity: 'medium' as const, confidence: 'medium' as const } : {}),
      fix: {
        summary:
          issuer === 'github'
            ? 'add a condition StringLike on token.actions.githubusercontent.com:sub with repo:<owner>/<repository>:…'
            : 'add a condition on the audience or subject',
      },
    });
  }
  const forgeable = issuer === 'github' ? strangeSubject(claims) : undefined;
  if (forgeable !== undefined) {
    const spelled = spellPattern(forgeable) ?? '';
    const first = /^([\w-]+):/.exec(spelled)?.[1];
    return fail(
      forgeable.origin,
      first !== undefined && freeText.has(first)
        ? `${name} can be assumed from any repository that puts ${first} first into its subject: whoever owns it writes that text.`
        : `The subject that ${name} asks for names no repository or owner: no token of GitHub that is safe to trust looks like it.`,
      {
        key,
        severity: first !== undefined && freeText.has(first) ? 'high' : 'low',
        fix: { summary: 'begin the subject with repo:<owner>/<repository>, or with the id of the owner' },
      },
    );
  }
  const wide = claims.find((condition) => condition.values.some((value) => wideClaim(spellPattern(value), issuer)));
  if (wide === undefined) return undefined;
  const value = wide.values.find((each) => wideClaim(spellPattern(each), issuer));
  const all = /^\*|^repo:\*|^project_path:\*/.test(value === undefined ? '' : (spellPattern(value) ?? ''));
  // Claims are joined by "and": another one that is exact keeps strangers out.
  if (
    claims.some(
      (condition) => condition !== wide && !condition.values.some((each) => wideClaim(spellPattern(each), issuer)),
    )
  )
    return undefined;
  return fail(
    value?.origin ?? wide.origin,
    all
      ? `${name} can be assumed by every repository: the subject is a wildcard.`
      : `${name} can be assumed by every repository, branch and pull request of the owner.`,
    {
      key,
      severity: all ? 'critical' : 'medium',
      // Other tools take the whole of an owner for safe.
      ...(all || !ownerOnly.test(value === undefined ? '' : (spellPattern(value) ?? '')) ? {} : { mappings: risks }),
      fix: { summary: 'name the repository and the branch or environment in the subject' },
    },
  );
}

/** `repo:shop/*`, and not `repo:shop*`, which other owners can match. */
const ownerOnly = /^(repo|project_path):[^/*?]+\//;

/** Claims that GitHub fills in by itself; a subject that begins with one cannot be made up by a stranger. */
const issued = new Set([
  'repo',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'job_workflow_ref',
  'enterprise',
  'enterprise_id',
]);
/**
 * Claims that hold what the owner of a repository calls things. A subject may be told to begin with any claim, colons and all:
 * https://docs.github.com/en/actions/reference/security/oidc#customizing-the-token-claims
 */
const freeText = new Set([
  'workflow',
  'environment',
  'ref',
  'head_ref',
  'base_ref',
  'workflow_ref',
  'actor',
  'context',
]);

/** A subject that begins with what GitHub does not vouch for, when no other claim tells the repository. */
function strangeSubject(claims: Statement['conditions']): Value | undefined {
  if (claims.some(({ key }) => !/:sub$/i.test(key))) return undefined;
  for (const { values } of claims) {
    for (const value of values) {
      const text = spellPattern(value);
      if (text === undefined || text === '' || /^[*?$]/.test(text)) continue;
      const [first = ''] = text.split(':');
      if (/[*?$]/.test(first) || issued.has(first.toLowerCase())) continue;
      return value;
    }
  }
  return undefined;
}

/** `repo:*` is everyone on GitHub; `repo:shop/*` every repository of the owner. */
function wideClaim(text: string | undefined, issuer: Issuer): boolean {
  if (text === undefined) return false;
  if (/^[*?]/.test(text) || /^(repo|project_path):[*?]/.test(text)) return true;
  return (issuer === 'github' || issuer === 'gitlab') && /^(repo|project_path):[^/]*(\/[*?]+(:.*)?|[*?]+)$/.test(text);
}
