import type { CheckDoc } from '../check-doc.ts';

const template = (settings: string): string => `Resources:
  OrderApi:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: orders
      ProtocolType: HTTP
  OrderStage:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      ApiId: !Ref OrderApi
      StageName: $default
      AutoDeploy: true
${settings}
`;

export default {
  why: 'Without a limit of its own a stage shares the limit of the account with every other API: one that is flooded starves the rest.',
  exploit: 'The attacker sends requests until the account limit is reached; all APIs of the region answer 429.',
  fix: {
    sam: 'Set MethodSettings (Api) or DefaultRouteSettings (HttpApi) with ThrottlingRateLimit and ThrottlingBurstLimit.',
    cloudformation: 'Set ThrottlingRateLimit and ThrottlingBurstLimit on the stage, or a usage plan with a throttle.',
  },
  blindSpots: 'A usage plan throttles only requests with an API key. Firewalls with rate rules are not counted here.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html'],
  examples: {
    bad: [
      { title: 'a stage without a limit', template: template('      Tags: { team: orders }'), subject: 'OrderStage' },
    ],
    good: [
      {
        title: 'a stage with a limit',
        template: template(
          '      DefaultRouteSettings:\n        ThrottlingRateLimit: 50\n        ThrottlingBurstLimit: 100',
        ),
        subject: 'OrderStage',
      },
    ],
  },
} satisfies CheckDoc;
