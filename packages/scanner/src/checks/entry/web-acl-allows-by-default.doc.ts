import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A list of the bad is never complete. Where all good requests are known, such as the addresses of a partner, a list of the good is safer.',
  exploit: 'The attacker sends a request that no rule knows.',
  fix: {
    sam: 'Set DefaultAction: { Block: {} } and rules that allow.',
    cloudformation: 'Set DefaultAction: { Block: {} } and rules that allow.',
  },
  blindSpots: 'Public sites cannot list their good requests; for them this is right as it is.',
  sources: ['https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-default-action.html'],
  examples: {
    bad: [
      {
        title: 'a firewall that allows',
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
        title: 'a firewall that blocks',
        template: `Resources:
  Front:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: { Block: {} }
      VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: front }
`,
        subject: 'Front',
      },
    ],
  },
} satisfies CheckDoc;
