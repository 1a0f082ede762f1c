import { publicGrants } from '../../estate/policies/public-grants.ts';
import { readPolicyDocument } from '../../estate/policies/policy-document.ts';
import { statementKey } from '../../estate/policies/statement-key.ts';
import { defineCheck, fail, pass, type Outcome } from '../define-check.ts';
import { openStatement } from '../judge-statements.ts';

export default defineCheck({
  name: 'open-log-policy',
  title: 'Log policy or destination is open to every AWS account',
  area: 'storage',
  subjects: ['log-policy', 'log-destination'],
  severity: 'high',
  since: '0.1.0',
  rows: [198],
  mappings: {
    owasp: ['SAS-3', 'SAS-5'],
    csa: ['CSA-3', 'CSA-5'],
    cwe: [284, 732],
    kics: ['tf:db0ec4c4'],
    prowler: ['cloudwatch_log_group_not_publicly_accessible'],
  },
  fix: 'none',
  evaluate(subject) {
    const document = readPolicyDocument(subject.kind === 'log-policy' ? subject.facet.document : subject.facet.policy);
    const outcomes: Outcome[] =
      document.open === undefined ? [] : [openStatement(document.open, `the policy ${subject.name}`)];
    for (const grant of publicGrants(document)) {
      outcomes.push(
        grant.unknown === undefined
          ? fail(grant.at, `${subject.name} lets ${grant.who} write to the logs.`, {
              key: statementKey(grant.statement),
              fix: { summary: 'name the service or account under Principal' },
            })
          : openStatement(grant.unknown, `whom the policy ${subject.name} admits`),
      );
    }
    return outcomes.length === 0 ? [pass] : outcomes;
  },
});
