import type { CheckDoc } from '../check-doc.ts';

const template = (association: string): string => `Resources:
  PhotoApi:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: photos
      AuthenticationType: AWS_IAM
  PhotoFirewall:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: { Allow: {} }
      VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: photos }
      Rules: []
${association}`;

export default {
  why: 'A web ACL limits how fast one client may call and drops requests of known attacks before they cost an invocation.',
  exploit: 'The attacker tries passwords or inputs as fast as the throttle of the API allows.',
  fix: {
    sam: 'Add AWS::WAFv2::WebACLAssociation with the ARN of the stage.',
    cloudformation: 'Add AWS::WAFv2::WebACLAssociation with the ARN of the stage, or WebACLId on the distribution.',
  },
  blindSpots: 'Associations that another stack or Firewall Manager makes are not seen. HTTP APIs take no web ACL.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html'],
  examples: {
    bad: [{ title: 'a photo API without firewall', template: template(''), subject: 'PhotoApi' }],
    good: [
      {
        title: 'a photo API behind a firewall',
        template: template(
          '  PhotoProtection:\n    Type: AWS::WAFv2::WebACLAssociation\n    Properties:\n      ResourceArn: !GetAtt PhotoApi.Arn\n      WebACLArn: !GetAtt PhotoFirewall.Arn\n',
        ),
        subject: 'PhotoApi',
      },
    ],
  },
} satisfies CheckDoc;
