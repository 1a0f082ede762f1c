import type { SourceRange } from '@leastwise/model';
import { awsManagedName } from '../../estate/identities/attached-policies.ts';
import { managedPolicyMeaning } from '../../estate/identities/managed-policies.ts';
import { actionPatterns } from '../../estate/policies/action-pattern.ts';
import type { Statement } from '../../estate/policies/policy-document.ts';
import { statementKey } from '../../estate/policies/statement-key.ts';
import { allowsEveryAction, breadthOf } from '../../estate/policies/wide-grants.ts';
import { defineCheck, fail, open, pass, type Outcome } from '../define-check.ts';
import { judgeStatements } from '../judge-statements.ts';

const fix = { summary: 'name the actions and resources that the code uses' };

export default defineCheck({
  name: 'role-with-admin-access',
  title: 'Identity may do everything in the account',
  area: 'identity',
  subjects: ['role', 'user', 'group', 'permission-set', 'policy', 'managed-policy'],
  severity: 'high',
  since: '0.1.0',
  rows: [21, 136, 137, 152],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [250, 269],
    fsbp: ['IAM.1'],
    attack: ['T1078.004'],
    checkov: ['CKV_AWS_1', 'CKV_AWS_62', 'CKV_AWS_274', 'CKV_AWS_49', 'CKV_AWS_63'],
    kics: [
      'cfn:a0ae0a4e',
      'sls:59ebb4f3',
      'tf:1b3af2f9',
      'cfn:953b3cdb',
      'cfn:f62aa827',
      'tf:2f37c4a3',
      'tf:575a2155',
      'tf:b1ffa705',
    ],
    cfn_nag: ['W43', 'F3', 'F4', 'F5'],
    trivy: ['AWS-0057', 'AWS-0114'],
    prowler: [
      'iam_inline_policy_no_administrative_privileges',
      'iam_customer_attached_policy_no_administrative_privileges',
      'iam_role_administratoraccess_policy',
    ],
    cdk_nag: [
      'LambdaStarPermissions',
      'IAMPolicyNoStatementsWithAdminAccess',
      'IAMNoWildcardPermissions',
      'IAMPolicyNoStatementsWithFullAccess',
    ],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    const outcomes: Outcome[] = [];
    if (subject.kind !== 'policy' && subject.kind !== 'managed-policy') {
      const held = new Map<string, SourceRange[]>();
      for (const arn of subject.facet.managedPolicies.items) {
        const name = awsManagedName(arn);
        // A policy of the estate is judged where it stands; one that only a deployment names may be any.
        if (name === undefined && estate.resolve(arn) === undefined && estate.openReason(arn) !== undefined)
          outcomes.push(open(`a managed policy of ${subject.name}`, arn, estate));
        if (name === undefined || managedPolicyMeaning(name)?.level !== 'admin') continue;
        held.set(name, [...(held.get(name) ?? []), arn.origin]);
      }
      // Attached twice it is one finding, and both places have to go.
      for (const [name, [first, ...others]] of held) {
        if (first === undefined) continue;
        outcomes.push(
          fail(first, `${subject.name} holds ${name}: whoever controls it controls the whole account.`, {
            key: name,
            // Administrators sign in somehow; a set of their own is how that is meant.
            ...(subject.kind === 'permission-set' ? { severity: 'low' as const } : {}),
            evidence: others.map((at) => ({ at, message: `${name} is attached here too` })),
            fix,
          }),
        );
      }
    }
    const written = judgeStatements(subject, (statement, policy) => {
      const total = administers(statement);
      if (total === false) return undefined;
      if (total !== true) return total;
      const at = statement.actions.values[0]?.origin ?? statement.origin;
      return fail(at, `${policy.name} of ${subject.name} allows every action on every resource.`, {
        key: `${policy.name} ${statementKey(statement)}`,
        ...(statement.conditions.length > 0 ? { severity: 'medium' as const } : {}),
        fix,
      });
    });
    const said = [
      ...outcomes,
      ...written.filter((outcome) => outcome.result === 'fail' || outcome.result === 'unknown'),
    ];
    return said.length > 0 ? said : written.length === 0 ? [pass] : written;
  },
});

/** All actions, or all of IAM (which can grant the rest), on everything. */
function administers(statement: Statement): boolean | Exclude<ReturnType<typeof breadthOf>['open'], undefined> {
  const every =
    allowsEveryAction(statement) ||
    (!statement.actions.not && actionPatterns(statement.actions).some((action) => /^iam:\*+$/i.test(action)));
  const { breadth, open } = breadthOf(statement.resources);
  if (!every) return breadth === 'everything' && statement.actions.open !== undefined ? statement.actions.open : false;
  if (breadth === 'everything' || breadth === 'every-of-service') return true;
  return open ?? false;
}
