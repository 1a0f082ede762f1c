import type { Unknown } from '@leastwise/model';
import type { AnyNode, Estate, NodeOf } from '../../estate/estate.ts';
import { policiesOf } from '../../estate/identities/attached-policies.ts';
import { coverage } from '../../estate/identities/resource-coverage.ts';
import { namesAction } from '../../estate/policies/action-pattern.ts';
import type { Statement } from '../../estate/policies/policy-document.ts';
import { allowsEveryAction, narrowedByCondition } from '../../estate/policies/wide-grants.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';
import { openStatement } from '../judge-statements.ts';

/** What replaces or re-routes code, and what widens a role. */
const onFunction = [
  'lambda:UpdateFunctionCode',
  'lambda:UpdateFunctionConfiguration',
  'lambda:AddPermission',
  'lambda:CreateFunctionUrlConfig',
];
const onRole = [
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'iam:UpdateAssumeRolePolicy',
  'iam:DeleteRolePermissionsBoundary',
];

export default defineCheck({
  name: 'function-may-change-itself',
  title: 'Function may change its own code, configuration or role',
  area: 'identity',
  subjects: ['function'],
  severity: 'medium',
  since: '0.1.0',
  rows: [237],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [250, 269],
    attack: ['T1525', 'T1098'],
  },
  fix: 'none',
  evaluate(subject, { estate, facts }) {
    const role = estate.resolve(subject.facet.role, 'role');
    if (role === undefined) return notApplicable;
    let open: Unknown | undefined;
    for (const policy of policiesOf(estate, role.id)) {
      for (const statement of policy.document.statements) {
        // What may do everything is reported as such.
        if (statement.effect === 'Deny' || statement.actions.not || allowsEveryAction(statement)) continue;
        const unsure = openness(statement);
        if (unsure !== undefined) {
          open ??= unsure;
          continue;
        }
        if (statement.effect !== 'Allow') continue;
        const action = selfChange(statement, subject, role, estate);
        if (action === undefined) continue;
        const exposure = facts.exposure.of(subject.id);
        return fail(
          statement.origin,
          `${subject.name} may ${action} on itself (${policy.name}): who takes it over once stays.`,
          {
            key: action,
            ...(exposure === 'public' ? { severity: 'high' as const } : {}),
            evidence: [{ at: subject.facet.role.origin, message: `${subject.name} runs as ${role.name}` }],
            fix: { summary: 'take the function and its role out of the Resource of this statement' },
          },
        );
      }
    }
    return open === undefined ? pass : openStatement(open, `what ${role.name} allows`);
  },
});

/** What must be known of a statement that may be about changing functions or roles. */
function openness(statement: Statement): Unknown | undefined {
  const named = [...onFunction, ...onRole].map((action) => namesAction(statement, action));
  if (named.includes('unknown')) return statement.actions.open;
  if (!named.includes('yes')) return undefined;
  return (
    statement.effectOpen ??
    statement.resources.open ??
    statement.resources.values.find((value): value is Unknown => value.kind === 'unknown')
  );
}

function selfChange(
  statement: Statement,
  subject: NodeOf<'function'>,
  role: AnyNode,
  estate: Estate,
): string | undefined {
  if (narrowedByCondition(statement)) return undefined;
  const changes = (actions: readonly string[], node: AnyNode): string | undefined => {
    const action = actions.find((each) => namesAction(statement, each) === 'yes');
    if (action === undefined) return undefined;
    const covered = coverage(estate, statement.resources, [node.kind]);
    return covered.everything || covered.nodes.some((each) => each.id === node.id) ? action : undefined;
  };
  return changes(onFunction, subject) ?? changes(onRole, role);
}
