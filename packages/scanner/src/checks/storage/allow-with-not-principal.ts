import { callerRestriction } from '../../estate/policies/restricting-condition.ts';
import { resourcePolicy } from '../../estate/policies/resource-policy.ts';
import { statementKey } from '../../estate/policies/statement-key.ts';
import { defineCheck, fail, notApplicable, pass, type Outcome } from '../define-check.ts';
import { openStatement } from '../judge-statements.ts';

export default defineCheck({
  name: 'allow-with-not-principal',
  title: 'Policy of a resource allows everyone or everything but what it names',
  area: 'storage',
  subjects: ['queue', 'topic', 'bucket'],
  severity: 'medium',
  since: '0.1.0',
  rows: [76, 77, 84, 85, 116, 117],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [732],
    kics: ['cfn:818f38ed', 'tf:5ea624e4'],
    cfn_nag: ['W18', 'F7', 'W19', 'F8', 'W20', 'F9'],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    const policies = resourcePolicy(estate, subject.id);
    if (policies.length === 0) return notApplicable;
    const outcomes = policies.flatMap(({ document }) =>
      document.statements.flatMap((statement): readonly Outcome[] => {
        if (statement.effect === 'Deny' || !(statement.principals.not || statement.actions.not)) return [];
        if (statement.effectOpen !== undefined)
          return [openStatement(statement.effectOpen, `a statement of the policy of ${subject.name}`)];
        if (statement.effect !== 'Allow') return [];
        const open = statement.principals.not && callerRestriction(statement) === 'none';
        const message = statement.principals.not
          ? `The policy of ${subject.name} allows everyone except those it names${open ? ', strangers included' : ''}.`
          : `The policy of ${subject.name} allows every action except those it names.`;
        return [
          fail((statement.principals.not ? statement.principals : statement.actions).origin, message, {
            key: statementKey(statement),
            // That strangers get in is reported as such; this keeps the question of other tools.
            ...(open ? { severity: 'info' as const } : {}),
            fix: { summary: 'name whom and what is allowed; keep NotPrincipal and NotAction for Deny' },
          }),
        ];
      }),
    );
    return outcomes.length === 0 ? pass : outcomes;
  },
});
