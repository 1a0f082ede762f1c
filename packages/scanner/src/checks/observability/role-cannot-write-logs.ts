import type { FixText } from '@leastwise/model';
import { openRole } from '../../analyses/functions/open-role.ts';
import { policiesOf } from '../../estate/identities/attached-policies.ts';
import { namesAction } from '../../estate/policies/action-pattern.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';
import { append } from '../fix-intents.ts';

export default defineCheck({
  name: 'role-cannot-write-logs',
  title: 'The function leaves no logs: its role may not write them',
  area: 'observability',
  subjects: ['function'],
  severity: 'medium',
  since: '0.1.0',
  rows: [18],
  mappings: { owasp: ['SAS-5'], csa: ['CSA-5'], cwe: [778], cfn_nag: ['W58'] },
  fix: 'review',
  evaluate(subject, { estate }) {
    const role = estate.resolve(subject.facet.role, 'role');
    if (role === undefined) return notApplicable;
    let unclear = false;
    for (const { document } of policiesOf(estate, role.id)) {
      for (const statement of document.statements) {
        if (statement.effect === 'Deny') continue;
        const named = namesAction(statement, 'logs:PutLogEvents');
        if (named === 'yes' && statement.effect === 'Allow') return pass;
        if (named !== 'no') unclear = true;
      }
    }
    const open = openRole(estate, subject);
    if (open !== undefined || unclear) {
      return {
        result: 'unknown',
        at: open?.origin ?? role.keyRange,
        what: 'whether the role may write logs',
        why: open?.reason ?? 'Part of its policies is known only to a deployment.',
        ...(open?.settleWith === undefined ? {} : { settleWith: open.settleWith }),
      };
    }
    return fail(
      subject.facet.role.origin,
      `${subject.name} writes no logs: no policy of ${role.name} allows logs:PutLogEvents, so an attack on it cannot be seen afterwards.`,
      {
        evidence: [{ at: role.keyRange, message: `${role.name} and its policies` }],
        fix: {
          summary:
            'attach AWSLambdaBasicExecutionRole, or allow logs:CreateLogStream and logs:PutLogEvents on its log group',
          edit: [append(role, 'managedPolicies', basicExecution)],
        },
      },
    );
  },
});

const basicExecution: FixText = {
  $text: ['arn:', { $pseudo: 'Partition' }, ':iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
};
