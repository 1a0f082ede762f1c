import { allowsEveryAction, servicesInFull } from '../../estate/policies/wide-grants.ts';
import { publicGrants } from '../../estate/policies/public-grants.ts';
import { policiesOfStrangers, resourcePolicy } from '../../estate/policies/resource-policy.ts';
import { statementKey } from '../../estate/policies/statement-key.ts';
import { defineCheck, fail, notApplicable, pass, type Outcome } from '../define-check.ts';
import { openStatement } from '../judge-statements.ts';

export default defineCheck({
  name: 'policy-allows-all-actions',
  title: 'Policy of a resource allows every action on it',
  area: 'storage',
  subjects: ['queue', 'topic', 'bucket', 'queue-policy', 'topic-policy', 'bucket-policy'],
  severity: 'low',
  since: '0.1.0',
  rows: [75, 115],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [732],
    checkov: ['CKV_AWS_72'],
    kics: [
      'tf:816ea8cf',
      'cfn:456b00a3',
      'cfn:acc78859',
      'cfn:f6397a20',
      'cfn:f97b7d23',
      'cfn:faa8fddf',
      'tf:1df37f4b',
      'tf:66c6f96f',
      'tf:d24c0755',
      'tf:ffdf4b37',
    ],
    cfn_nag: ['F20', 'F15'],
    trivy: ['AWS-0097'],
    prowler: ['s3_bucket_policy_public_write_access'],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    // A policy whose resource stands elsewhere is judged where it is written.
    const policies = subject.kind.endsWith('-policy')
      ? policiesOfStrangers(estate, subject.id)
      : resourcePolicy(estate, subject.id);
    if (policies.length === 0) return notApplicable;
    const outcomes: Outcome[] = [];
    for (const { document } of policies) {
      const open = new Set(
        publicGrants(document).flatMap(({ statement, unknown }) => (unknown === undefined ? [statement] : [])),
      );
      for (const statement of document.statements) {
        // Who admits everyone is reported as such.
        if (statement.effect === 'Deny' || open.has(statement)) continue;
        const at =
          servicesInFull(statement)[0]?.at ?? (allowsEveryAction(statement) ? statement.actions.values[0] : undefined);
        if (at !== undefined && statement.effectOpen !== undefined) {
          outcomes.push(openStatement(statement.effectOpen, `a statement of the policy of ${subject.name}`));
        } else if (at !== undefined && statement.effect === 'Allow') {
          outcomes.push(
            fail(
              at.origin,
              `The policy of ${subject.name} allows those whom it names every action, deleting it and changing this policy included.`,
              {
                key: statementKey(statement),
                fix: { summary: 'list the actions that they need' },
              },
            ),
          );
        } else if (statement.actions.open !== undefined)
          outcomes.push(openStatement(statement.actions.open, `the actions that the policy of ${subject.name} allows`));
      }
    }
    return outcomes.length === 0 ? pass : outcomes;
  },
});
