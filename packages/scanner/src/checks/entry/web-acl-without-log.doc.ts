import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A firewall that is not logged cannot be tuned: what it blocks by mistake and what gets through is unknown.',
  exploit: 'The attacker varies a request until it passes, and no attempt is on record.',
  fix: {
    sam: 'Add AWS::WAFv2::LoggingConfiguration with the ARN of the web ACL and of a log group whose name begins with aws-waf-logs-.',
    cloudformation:
      'Add AWS::WAFv2::LoggingConfiguration with the ARN of the web ACL and of a log group whose name begins with aws-waf-logs-.',
  },
  blindSpots: 'Logging that Firewall Manager sets up is not seen.',
  sources: ['https://docs.aws.amazon.com/waf/latest/developerguide/logging.html'],
  examples: {
    bad: [
      {
        title: 'a firewall without a log',
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
        title: 'a firewall with a log',
        template: `Resources:
  Front:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: { Allow: {} }
      VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: front }
  FrontLog:
    Type: AWS::WAFv2::LoggingConfiguration
    Properties:
      ResourceArn: !GetAtt Front.Arn
      LogDestinationConfigs: ["arn:aws:logs:eu-west-1:123456789012:log-group:aws-waf-logs-front"]
`,
        subject: 'Front',
      },
    ],
  },
} satisfies CheckDoc;
