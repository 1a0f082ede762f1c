import { statementKey } from '../../estate/policies/statement-key.ts';
import { breadthOf } from '../../estate/policies/wide-grants.ts';
import { defineCheck, fail } from '../define-check.ts';
import { judgeStatements } from '../judge-statements.ts';

export default defineCheck({
  name: 'allow-with-not-action',
  title: 'Policy allows all but what it names',
  area: 'identity',
  subjects: ['role', 'user', 'group', 'permission-set', 'policy', 'managed-policy'],
  severity: 'high',
  since: '0.1.0',
  rows: [141, 142],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [732],
    cfn_nag: ['W15', 'W16', 'W17', 'W21', 'W22', 'W23'],
  },
  fix: 'none',
  evaluate(subject) {
    return judgeStatements(subject, (statement, policy) => {
      const key = `${policy.name} ${statementKey(statement)}`;
      if (statement.actions.not) {
        const { breadth, open } = breadthOf(statement.resources);
        const wide = breadth === 'everything' || breadth === 'every-of-service';
        if (breadth === 'unknown') return open;
        return fail(
          statement.actions.origin,
          `${policy.name} of ${subject.name} allows every action but those of NotAction${wide ? ', on every resource' : ''}.`,
          {
            key,
            severity: !wide ? 'low' : statement.conditions.length > 0 ? 'medium' : 'high',
            fix: { summary: 'list the actions that are allowed under Action' },
          },
        );
      }
      if (!statement.resources.not) return undefined;
      return fail(
        statement.resources.origin,
        `${policy.name} of ${subject.name} allows its actions on every resource but those of NotResource.`,
        {
          key,
          severity: 'medium',
          fix: { summary: 'list the resources that are allowed under Resource' },
        },
      );
    });
  },
});
