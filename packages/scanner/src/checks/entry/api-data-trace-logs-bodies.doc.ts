import type { CheckDoc } from '../check-doc.ts';

const template = (trace: boolean): string => `Resources:
  OrderApi:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  OrderDeployment:
    Type: AWS::ApiGateway::Deployment
    Properties:
      RestApiId: !Ref OrderApi
  OrderStage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref OrderApi
      DeploymentId: !Ref OrderDeployment
      StageName: prod
      MethodSettings:
        - HttpMethod: '*'
          ResourcePath: /*
          LoggingLevel: INFO
          DataTraceEnabled: ${trace}
`;

export default {
  why: 'Data tracing writes every request and answer to the execution log: tokens, addresses, payment data. Many more people read logs than the table behind the API.',
  exploit: 'An account that may only read logs takes tokens from them and acts as the customers.',
  fix: {
    sam: 'Set DataTraceEnabled: false in MethodSettings; use the access log for who called what.',
    cloudformation: 'Set DataTraceEnabled: false in MethodSettings or DefaultRouteSettings.',
  },
  blindSpots: 'Tracing that was switched on by hand for a search is not seen.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  examples: {
    bad: [{ title: 'orders logged whole', template: template(true), subject: 'OrderStage', marks: 'true' }],
    good: [{ title: 'execution log without bodies', template: template(false), subject: 'OrderStage' }],
  },
} satisfies CheckDoc;
