import { publicGrants } from '../../estate/policies/public-grants.ts';
import { readPolicyDocument } from '../../estate/policies/policy-document.ts';
import { statementKey } from '../../estate/policies/statement-key.ts';
import { defineCheck, fail, pass, type Outcome } from '../define-check.ts';
import { openStatement } from '../judge-statements.ts';
import { ownAccount, replace } from '../fix-intents.ts';

export default defineCheck({
  name: 'role-trusted-by-anyone',
  title: 'Role can be assumed from any AWS account',
  area: 'identity',
  subjects: ['role'],
  severity: 'critical',
  since: '0.1.0',
  rows: [143, 144],
  mappings: {
    owasp: ['SAS-2', 'SAS-4'],
    csa: ['CSA-2', 'CSA-4'],
    cwe: [284, 732],
    attack: ['T1199', 'T1078.004'],
    checkov: ['CKV_AWS_60'],
    kics: ['cfn:f80e3aa7', 'tf:12b7e704'],
    cfn_nag: ['F2', 'F6', 'W14'],
  },
  fix: 'review',
  evaluate(subject) {
    const trust = readPolicyDocument(subject.facet.trust);
    const outcomes: Outcome[] =
      trust.open === undefined ? [] : [openStatement(trust.open, `the trust policy of ${subject.name}`)];
    for (const grant of publicGrants(trust)) {
      if (grant.unknown !== undefined) {
        outcomes.push(openStatement(grant.unknown, `whom the trust policy of ${subject.name} admits`));
        continue;
      }
      const external = grant.statement.conditions.some((condition) => /^sts:externalid$/i.test(condition.key));
      outcomes.push(
        fail(
          grant.at,
          `${subject.name} trusts ${grant.who}${external ? ' who knows its external id' : ': everyone with an AWS account gets its rights'}.`,
          {
            key: statementKey(grant.statement),
            ...(external ? { severity: 'high' as const } : {}),
            fix: {
              summary: 'name the account, role or service that may assume it',
              edit: [
                replace(subject, grant.statement.origin, ownAccount, [
                  'Condition',
                  'StringEquals',
                  'aws:PrincipalAccount',
                ]),
              ],
            },
          },
        ),
      );
    }
    return outcomes.length === 0 ? [pass] : outcomes;
  },
});
