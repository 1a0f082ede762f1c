import type { Value } from '@leastwise/model';
import { awsManagedName } from '../../estate/identities/attached-policies.ts';
import { managedPolicyMeaning } from '../../estate/identities/managed-policies.ts';
import { defineCheck, fail, notApplicable, open, pass, type Outcome } from '../define-check.ts';

export default defineCheck({
  name: 'elevated-managed-policy',
  title: 'Identity holds a managed policy that is wider than one application needs',
  area: 'identity',
  subjects: ['role', 'user', 'group'],
  severity: 'medium',
  since: '0.1.0',
  rows: [153],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [250],
    attack: ['T1078.004'],
    checkov: ['CKV2_AWS_56'],
    cfn_nag: ['W44'],
    cdk_nag: ['IAMNoManagedPolicies'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { managedPolicies } = subject.facet;
    if (!managedPolicies.present) return notApplicable;
    const outcomes: Outcome[] = managedPolicies.items.flatMap((arn: Value): Outcome[] => {
      if (arn.kind === 'unknown') return [open(`a managed policy of ${subject.name}`, arn, estate)];
      const name = awsManagedName(arn);
      const meaning = name === undefined ? undefined : managedPolicyMeaning(name);
      if (name === undefined || meaning === undefined || meaning.level === 'admin' || meaning.level === 'narrow')
        return [];
      const elevated = meaning.level === 'elevated';
      return [
        fail(
          arn.origin,
          `${subject.name} holds ${name}: ${meaning.actions.slice(0, 3).join(', ')}${meaning.actions.length > 3 ? ', …' : ''} on every resource of the account.`,
          {
            key: name,
            ...(elevated ? { severity: 'high' as const } : {}),
            fix: { summary: 'write a policy for the resources that are used' },
          },
        ),
      ];
    });
    if (managedPolicies.open !== undefined && managedPolicies.items.length === 0) {
      outcomes.push(open(`the managed policies of ${subject.name}`, managedPolicies.open, estate));
    }
    return outcomes.length === 0 ? [pass] : outcomes;
  },
});
