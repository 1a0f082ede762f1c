import { actionPatterns, coversAction, namesAction } from '../../estate/policies/action-pattern.ts';
import { statementKey } from '../../estate/policies/statement-key.ts';
import { allowsEveryAction, breadthOf } from '../../estate/policies/wide-grants.ts';
import { defineCheck, fail } from '../define-check.ts';
import { judgeStatements } from '../judge-statements.ts';

export default defineCheck({
  name: 'role-may-pass-any-role',
  title: 'Identity may hand any role of the account to a service',
  area: 'identity',
  subjects: ['role', 'user', 'group', 'permission-set', 'policy', 'managed-policy'],
  severity: 'high',
  since: '0.1.0',
  rows: [140],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [269],
    attack: ['T1548'],
    kics: ['tf:e39bee8c'],
    cfn_nag: ['F38', 'F39', 'F40'],
    trivy: ['AWS-0342'],
  },
  fix: 'none',
  evaluate(subject) {
    return judgeStatements(subject, (statement, policy) => {
      if (statement.actions.not || allowsEveryAction(statement)) return undefined;
      const passes = namesAction(statement, 'iam:PassRole');
      if (passes === 'no') return undefined;
      const { breadth, value, open } = breadthOf(statement.resources, 'iam');
      if (breadth === 'some') return undefined;
      // The whole of IAM on everything is the question of role-with-admin-access.
      if (breadth !== 'unknown' && actionPatterns(statement.actions).some((action) => /^iam:\*+$/i.test(action)))
        return undefined;
      if (passes === 'unknown') return statement.actions.open;
      if (breadth === 'unknown') return open;
      const written = statement.actions.values.find((action) =>
        actionPatterns({ ...statement.actions, values: [action] }).some((pattern) =>
          coversAction(pattern, 'iam:PassRole'),
        ),
      );
      const toServices = statement.conditions.some((condition) => /^iam:passedtoservice$/i.test(condition.key));
      return fail(
        value?.origin ?? written?.origin ?? statement.origin,
        `${policy.name} of ${subject.name} allows passing every role of the account${toServices ? ' to the services of its condition' : ''}, those of administrators included.`,
        {
          key: `${policy.name} ${statementKey(statement)}`,
          ...(toServices ? { severity: 'medium' as const } : {}),
          fix: { summary: 'name the ARN of the role that is passed' },
        },
      );
    });
  },
});
