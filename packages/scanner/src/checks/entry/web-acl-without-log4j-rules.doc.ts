import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'The group of known bad inputs stops the strings that make a Java logger load code. It matters where Java runs behind the ACL, your own or that of a service.',
  exploit: 'The attacker puts a lookup string into a header; the logger fetches and runs their class.',
  fix: {
    sam: 'Add a rule with ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesKnownBadInputsRuleSet } and OverrideAction: { None: {} }.',
    cloudformation:
      'Add a rule with ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesKnownBadInputsRuleSet } and OverrideAction: { None: {} }.',
  },
  blindSpots: 'Which language runs behind the ACL is not looked at; groups of other vendors are not read.',
  sources: ['https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html'],
  examples: {
    bad: [
      {
        title: 'a firewall with other rules',
        template: `Resources:
  Front:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: { Allow: {} }
      VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: front }
      Rules:
        - Name: managed
          Priority: 0
          OverrideAction: { None: {} }
          Statement:
            ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesSQLiRuleSet }
          VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: managed }
`,
        subject: 'Front',
      },
    ],
    good: [
      {
        title: 'a firewall that knows bad inputs',
        template: `Resources:
  Front:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: { Allow: {} }
      VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: front }
      Rules:
        - Name: managed
          Priority: 0
          OverrideAction: { None: {} }
          Statement:
            ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesKnownBadInputsRuleSet }
          VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: managed }
`,
        subject: 'Front',
      },
    ],
  },
} satisfies CheckDoc;
