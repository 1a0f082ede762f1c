import { policiesOfStrangers, resourcePolicy } from '../../estate/policies/resource-policy.ts';
import { servicesWithoutSource } from '../../estate/policies/service-grants.ts';
import { statementKey } from '../../estate/policies/statement-key.ts';
import { defineCheck, fail, notApplicable, pass, type Outcome } from '../define-check.ts';
import { openStatement } from '../judge-statements.ts';
import { ownAccount, replace } from '../fix-intents.ts';

export default defineCheck({
  name: 'resource-policy-without-source',
  title: 'Queue or topic takes messages from a service on behalf of any customer',
  area: 'storage',
  subjects: ['queue', 'topic', 'queue-policy', 'topic-policy'],
  severity: 'medium',
  since: '0.1.0',
  rows: [24],
  mappings: {
    owasp: ['SAS-2', 'SAS-3'],
    csa: ['CSA-2', 'CSA-3'],
    cwe: [441],
    checkov: ['CKV_AWS_364'],
    trivy: ['AWS-0067'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const policies =
      subject.kind === 'queue' || subject.kind === 'topic'
        ? resourcePolicy(estate, subject.id)
        : policiesOfStrangers(estate, subject.id);
    if (policies.length === 0) return notApplicable;
    const outcomes = policies.flatMap((policy) =>
      servicesWithoutSource(policy.document).map((grant): Outcome =>
        grant.unknown !== undefined
          ? openStatement(grant.unknown, `for whom ${grant.service} may use ${subject.name}`)
          : fail(
              grant.at,
              `${subject.name} takes messages from ${grant.service} on behalf of any AWS customer: no condition names the source.`,
              {
                key: `${grant.service} ${statementKey(grant.statement)}`,
                fix: {
                  summary: 'add a condition on aws:SourceArn or aws:SourceAccount',
                  edit: [
                    replace(subject, grant.statement.origin, ownAccount, [
                      'Condition',
                      'StringEquals',
                      'aws:SourceAccount',
                    ]),
                  ],
                },
              },
            ),
      ),
    );
    return outcomes.length === 0 ? pass : outcomes;
  },
});
