import { asMap, isAbsent, type Value } from '@leastwise/model';
import { definePropertyCheck, somebody } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'web-acl-without-rules',
  title: 'Web ACL filters nothing',
  area: 'entry',
  subjects: ['web-acl'],
  severity: 'low',
  since: '0.1.0',
  rows: [200],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [693],
    fsbp: ['WAF.10'],
    checkov: ['CKV_AWS_175', 'CKV_AWS_342'],
    prowler: ['wafv2_webacl_with_rules'],
  },
  fix: 'review',
  property: 'Rules',
  look: (acl) => {
    const { rules } = acl.facet;
    if (rules.open !== undefined) return { sees: 'open', value: rules.open };
    return somebody(acl, rules.items.some(filters));
  },
  message: (name) => `${name} has no rule with an action, so it filters nothing.`,
  remedy: 'add the managed rules of AWS and a limit for each address',
  edit: (acl) =>
    acl.type !== 'AWS::WAFv2::WebACL' || acl.facet.rules.present
      ? []
      : [
          set(acl, 'rules', [
            {
              Name: 'common-rules',
              Priority: 0,
              OverrideAction: { None: {} },
              Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' } },
              VisibilityConfig: {
                SampledRequestsEnabled: true,
                CloudWatchMetricsEnabled: true,
                MetricName: 'common-rules',
              },
            },
          ]),
        ],
});

interface Rule {
  readonly statement: Value;
  readonly classicRule: Value;
  readonly action: Value;
  readonly override: Value;
  readonly managedGroup: Value<string>;
}

/** A rule says what it looks for and what it does; `action {}` does nothing, and a group has actions of its own. */
function filters({ statement, classicRule, action, override, managedGroup }: Rule): boolean {
  return (
    !(isAbsent(statement) && isAbsent(classicRule)) && (isSaid(action) || isSaid(override) || !isAbsent(managedGroup))
  );
}

function isSaid(value: Value): boolean {
  return !isAbsent(value) && asMap(value)?.size !== 0;
}
