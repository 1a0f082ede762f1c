import type { CheckDoc } from '../check-doc.ts';

const template = (certificate: string): string => `Resources:
  OrderApi:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  GatewayCertificate:
    Type: AWS::ApiGateway::ClientCertificate
  OrdersResource:
    Type: AWS::ApiGateway::Resource
    Properties:
      RestApiId: !Ref OrderApi
      ParentId: !GetAtt OrderApi.RootResourceId
      PathPart: orders
  ListOrders:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref OrderApi
      ResourceId: !Ref OrdersResource
      HttpMethod: GET
      AuthorizationType: AWS_IAM
      Integration:
        Type: HTTP_PROXY
        IntegrationHttpMethod: GET
        Uri: https://backend.example.com/orders
  OrderStage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref OrderApi
      DeploymentId: a1b2c3
      StageName: prod
${certificate}
`;

export default {
  why: 'A backend on the internet that takes calls from anyone makes every authorizer of the gateway worthless.',
  exploit: 'The attacker calls the backend at its own address, past the gateway.',
  fix: {
    sam: 'Set ClientCertificateId through an AWS::ApiGateway::Stage of your own.',
    cloudformation: 'Set ClientCertificateId on the stage, and have the backend verify it.',
  },
  blindSpots:
    'A backend may know the gateway by a secret header or a VPC link. Backends without TLS and endpoints of AWS ask for no certificate: an info.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html',
  ],
  examples: {
    bad: [
      {
        title: 'a backend that cannot know the gateway',
        template: template('      TracingEnabled: true'),
        subject: 'OrderStage',
      },
    ],
    good: [
      {
        title: 'a gateway that shows its certificate',
        template: template('      ClientCertificateId: !Ref GatewayCertificate'),
        subject: 'OrderStage',
      },
    ],
  },
} satisfies CheckDoc;
