import type { SourceRange } from '@leastwise/model';
import { awsManagedName } from '../../estate/identities/attached-policies.ts';
import { managedPolicyMeaning } from '../../estate/identities/managed-policies.ts';
import { defineCheck, fail, notApplicable, open, pass, type Outcome } from '../define-check.ts';

export default defineCheck({
  name: 'elevated-managed-policy',
  title: 'Identity holds a managed policy that is wider than one application needs',
  area: 'identity',
  subjects: ['role', 'user', 'group', 'permission-set'],
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
  fix: 'none',
  evaluate(subject, { estate }) {
    const { managedPolicies } = subject.facet;
    if (!managedPolicies.present) return notApplicable;
    const outcomes: Outcome[] = [];
    const wide: Wide[] = [];
    for (const arn of managedPolicies.items) {
      if (arn.kind === 'unknown') outcomes.push(open(`a managed policy of ${subject.name}`, arn, estate));
      const name = awsManagedName(arn);
      const meaning = name === undefined ? undefined : managedPolicyMeaning(name);
      if (name === undefined || meaning === undefined || meaning.level === 'admin' || meaning.level === 'narrow')
        continue;
      wide.push({ name, at: arn.origin, actions: meaning.actions, elevated: meaning.level === 'elevated' });
    }
    // What one identity holds is one decision: the widest policy leads, the others are its evidence.
    const [worst, ...others] = wide.toSorted((one, other) => Number(other.elevated) - Number(one.elevated));
    if (worst !== undefined) {
      const onlyLogs = wide.every(({ actions }) => actions.every((action) => /^(logs|cloudwatch|xray):/.test(action)));
      const more =
        others.length === 0 ? '' : `, and ${others.length} more such ${others.length === 1 ? 'policy' : 'policies'}`;
      outcomes.push(
        fail(
          worst.at,
          `${subject.name} holds ${worst.name}: ${listed(worst)} on every resource of the account${more}.`,
          {
            ...(worst.elevated ? { severity: 'high' as const } : onlyLogs ? { severity: 'low' as const } : {}),
            evidence: others.map((other) => ({ at: other.at, message: `${other.name} allows ${listed(other)}` })),
            fix: { summary: 'write a policy for the resources that are used' },
          },
        ),
      );
    }
    if (managedPolicies.open !== undefined && managedPolicies.items.length === 0) {
      outcomes.push(open(`the managed policies of ${subject.name}`, managedPolicies.open, estate));
    }
    return outcomes.length === 0 ? [pass] : outcomes;
  },
});

interface Wide {
  readonly name: string;
  readonly at: SourceRange;
  readonly actions: readonly string[];
  readonly elevated: boolean;
}

function listed({ actions }: Wide): string {
  return `${actions.slice(0, 3).join(', ')}${actions.length > 3 ? ', …' : ''}`;
}
