import type { Mappings } from '@leastwise/model';
import { namesAction } from '../../estate/policies/action-pattern.ts';
import { readPolicyDocument } from '../../estate/policies/policy-document.ts';
import { confinesCaller, namedAccounts, openAccount, type AccountGrant } from '../../estate/policies/trust-grants.ts';
import { defineCheck, fail, notApplicable, pass, type Outcome } from '../define-check.ts';
import { joinMappings } from '../join-mappings.ts';
import { openStatement } from '../judge-statements.ts';

const risks = { owasp: ['SAS-4'], csa: ['CSA-4'], cwe: [441], attack: ['T1199'] } satisfies Mappings;
/** What other tools ask of one identity of an account, too. */
const anyIdentity = {
  kics: ['cfn:85138beb', 'tf:09c35abf'],
  prowler: ['iam_role_cross_service_confused_deputy_prevention'],
} satisfies Mappings;
/** Its name speaks of all services; what it looks for is a trusted account root. */
const wholeAccount = { checkov: ['CKV_AWS_61'] } satisfies Mappings;

export default defineCheck({
  name: 'cross-account-trust-without-condition',
  title: 'Role trusts an account without an external id or a second factor',
  area: 'identity',
  subjects: ['role'],
  severity: 'medium',
  confidence: 'medium',
  since: '0.1.0',
  rows: [145],
  mappings: joinMappings(risks, wholeAccount, anyIdentity),
  fix: 'none',
  evaluate(subject) {
    const trust = readPolicyDocument(subject.facet.trust);
    const outcomes: Outcome[] = [];
    let asked = false;
    const trusted: AccountGrant[] = [];
    for (const statement of trust.statements) {
      if (statement.effect === 'Deny' || namesAction(statement, 'sts:AssumeRole') === 'no') continue;
      const accounts = namedAccounts(statement);
      asked ||= accounts.length > 0;
      if (confinesCaller(statement)) continue;
      const unsure = accounts.length === 0 ? undefined : (statement.effectOpen ?? statement.conditionsOpen);
      if (unsure !== undefined) {
        outcomes.push(openStatement(unsure, `the trust policy of ${subject.name}`));
        continue;
      }
      if (statement.effect !== 'Allow') continue;
      const open = openAccount(statement);
      if (open !== undefined) outcomes.push(openStatement(open, `the account that ${subject.name} trusts`));
      trusted.push(...accounts);
    }
    // One finding for each account: who trusts all of it gains nothing by naming one of its roles too.
    const said = new Set<string>();
    for (const grant of trusted.toSorted((one, other) => Number(other.whole) - Number(one.whole))) {
      if (said.has(grant.account)) continue;
      said.add(grant.account);
      outcomes.push(
        fail(
          grant.at,
          `${subject.name} trusts ${grant.whole ? 'everyone in' : 'an identity of'} account ${grant.account} without a condition.`,
          {
            key: grant.account,
            severity: grant.whole ? 'medium' : 'low',
            ...(grant.whole ? {} : { mappings: joinMappings(risks, anyIdentity) }),
            fix: { summary: 'add a condition on sts:ExternalId, aws:PrincipalOrgID or aws:MultiFactorAuthPresent' },
          },
        ),
      );
    }
    if (trust.open !== undefined) outcomes.push(openStatement(trust.open, `the trust policy of ${subject.name}`));
    return outcomes.length > 0 ? outcomes : asked ? pass : notApplicable;
  },
});
