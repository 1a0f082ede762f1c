import { definePropertyCheck, part } from '../property-check.ts';
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
  look: (acl) => (acl.type === 'AWS::WAFv2::WebACL' ? part(acl, acl.facet.rules) : undefined),
  message: (name) => `${name} has no rules, so it filters nothing.`,
  remedy: 'add the managed rules of AWS and a limit for each address',
  edit: (acl) => [
    set(acl, 'rules', [
      {
        Name: 'common-rules',
        Priority: 0,
        OverrideAction: { None: {} },
        Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' } },
        VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'common-rules' },
      },
    ]),
  ],
});
