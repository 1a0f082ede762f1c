import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A web ACL without rules gives the appearance of a firewall. Every request gets the default action.',
  exploit: 'The attacker sends what the firewall was bought to stop.',
  fix: {
    sam: 'Add Rules: the managed rule groups of AWS and a rate-based rule.',
    cloudformation: 'Add Rules: the managed rule groups of AWS and a rate-based rule.',
  },
  blindSpots: 'Rules that Firewall Manager adds from outside are not seen.',
  sources: ['https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html'],
  examples: {
    bad: [
      {
        title: 'a firewall without rules',
        template: `Resources:
  Front:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: { Allow: {} }
      VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: front }
`,
        subject: 'Front',
      },
    ],
    good: [
      {
        title: 'a firewall with rules',
        template: `Resources:
  Front:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: { Allow: {} }
      VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: front }
      Rules:
        - Name: limit
          Priority: 0
          Action: { Block: {} }
          Statement: { RateBasedStatement: { AggregateKeyType: IP, Limit: 2000 } }
          VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: limit }
`,
        subject: 'Front',
      },
    ],
  },
} satisfies CheckDoc;
