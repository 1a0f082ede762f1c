import type { CheckDoc } from '../check-doc.ts';

const template = (level: string): string => `Resources:
  OrderApi:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  OrderStage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref OrderApi
      DeploymentId: a1b2c3
      StageName: prod
      MethodSettings:
        - HttpMethod: '*'
          ResourcePath: /*
          LoggingLevel: '${level}'
`;

export default {
  why: 'The execution log tells why the gateway refused or failed a request: authorizers, mapping templates, integrations.',
  exploit: 'Attempts that fail in the gateway leave no trace but a number.',
  fix: {
    sam: 'Set MethodSettings with LoggingLevel: ERROR.',
    cloudformation: 'Set MethodSettings with LoggingLevel: ERROR.',
  },
  blindSpots: 'The account needs a role for logs (AWS::ApiGateway::Account), which another stack may set.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  examples: {
    bad: [{ title: 'a stage without execution log', template: template('OFF'), subject: 'OrderStage', marks: 'OFF' }],
    good: [{ title: 'a stage that logs errors', template: template('ERROR'), subject: 'OrderStage' }],
  },
} satisfies CheckDoc;
