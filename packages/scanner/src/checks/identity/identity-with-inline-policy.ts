import { isAbsent } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';

export default defineCheck({
  name: 'identity-with-inline-policy',
  title: 'Policy is written inside an identity',
  area: 'identity',
  subjects: ['role', 'user', 'group', 'policy', 'managed-policy'],
  severity: 'info',
  since: '0.1.0',
  rows: [154],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [1188],
    fsbp: ['IAM.2'],
    checkov: ['CKV_AWS_40'],
    cdk_nag: ['IAMNoInlinePolicy'],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    // Nobody wrote the policies of a role that a transform made.
    if (subject.generatedFrom !== undefined) return notApplicable;
    if (subject.kind === 'policy' || subject.kind === 'managed-policy') {
      const { users } = subject.facet;
      if (users.open !== undefined) return open(`the users that ${subject.name} is for`, users.open, estate);
      const user =
        users.items[0] ?? (subject.kind === 'policy' && !isAbsent(subject.facet.user) ? subject.facet.user : undefined);
      if (user === undefined) return notApplicable;
      return fail(user.origin, `Policy ${subject.name} is given to users instead of to a group or role.`, {
        severity: 'low',
        fix: { summary: 'attach the policy to a group, or use a role' },
      });
    }
    const { inlinePolicies, managedPolicies } = subject.facet;
    if (inlinePolicies.open !== undefined) return open(`the policies of ${subject.name}`, inlinePolicies.open, estate);
    const first = inlinePolicies.items[0];
    if (subject.kind === 'user' && (first !== undefined || managedPolicies.items.length > 0)) {
      return fail(
        first?.origin ?? managedPolicies.origin,
        `User ${subject.name} holds policies of its own instead of those of a group or role.`,
        {
          severity: 'low',
          fix: { summary: 'attach the policy to a group, or use a role' },
        },
      );
    }
    if (first === undefined) return pass;
    return fail(
      first.origin,
      `${subject.name} holds ${inlinePolicies.items.length} ${inlinePolicies.items.length === 1 ? 'policy' : 'policies'} that can be read and reused nowhere else.`,
      {
        fix: { summary: 'make it an AWS::IAM::ManagedPolicy where several identities need it' },
      },
    );
  },
});
