import { actionPatterns, namesAction } from '../../estate/policies/action-pattern.ts';
import { statementKey } from '../../estate/policies/statement-key.ts';
import { allowsEveryAction, breadthOf } from '../../estate/policies/wide-grants.ts';
import { defineCheck, fail } from '../define-check.ts';
import { judgeStatements } from '../judge-statements.ts';

export default defineCheck({
  name: 'role-may-assume-any-role',
  title: 'Identity may become any role that trusts its account',
  area: 'identity',
  subjects: ['role', 'user', 'group', 'permission-set', 'policy', 'managed-policy'],
  severity: 'high',
  since: '0.1.0',
  rows: [146],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [269],
    attack: ['T1548', 'T1550.001'],
    checkov: ['CKV_AWS_61'],
    kics: ['cfn:e835bd0d', 'tf:bcdcbdc6'],
    prowler: ['iam_no_custom_policy_permissive_role_assumption'],
  },
  fix: 'none',
  evaluate(subject) {
    return judgeStatements(subject, (statement, policy) => {
      if (statement.actions.not || allowsEveryAction(statement)) return undefined;
      const assumes = namesAction(statement, 'sts:AssumeRole');
      if (assumes === 'no' || actionPatterns(statement.actions).some((action) => /^sts:\*+$/i.test(action)))
        return undefined;
      const { breadth, value, open } = breadthOf(statement.resources, 'iam');
      if (breadth === 'some') return undefined;
      if (assumes === 'unknown') return statement.actions.open;
      if (breadth === 'unknown') return open;
      return fail(
        value?.origin ?? statement.resources.origin,
        `${policy.name} of ${subject.name} allows assuming every role that trusts its account, in other accounts too.`,
        {
          key: `${policy.name} ${statementKey(statement)}`,
          ...(statement.conditions.length > 0 ? { severity: 'medium' as const } : {}),
          fix: { summary: 'name the ARN of the role that is assumed' },
        },
      );
    });
  },
});
