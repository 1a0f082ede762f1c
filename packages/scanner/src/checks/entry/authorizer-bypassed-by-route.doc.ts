import type { CheckDoc } from '../check-doc.ts';

const template = (catchAll: string): string => `Resources:
  OrderApi:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: orders
      ProtocolType: HTTP
  OrderIntegration:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref OrderApi
      IntegrationType: AWS_PROXY
      PayloadFormatVersion: '2.0'
      IntegrationUri: !GetAtt ManageOrders.Arn
  DeleteOrder:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref OrderApi
      RouteKey: DELETE /orders/{id}
      AuthorizationType: AWS_IAM
      Target: !Sub integrations/\${OrderIntegration}
  CatchAll:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref OrderApi
      RouteKey: $default
      AuthorizationType: ${catchAll}
      Target: !Sub integrations/\${OrderIntegration}
  ManageOrders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/manage-orders
      Code:
        ZipFile: 'exports.handler = async () => ({ statusCode: 200 })'
`;

export default {
  why: 'An authorizer protects the routes that name it, not the function behind them. A second route to the same function without it, a catch-all or another method, leads past it.',
  exploit:
    'The attacker leaves the guarded route alone and calls the open one with the path, method or body that the function expects; many functions decide by the event alone.',
  fix: {
    sam: 'Set Auth.DefaultAuthorizer on the API, so that a new route is guarded unless it says otherwise.',
    cloudformation: 'Give the open route the AuthorizationType and AuthorizerId of its neighbours.',
  },
  blindSpots:
    'A function may serve open and guarded routes on purpose and tell them apart by the route key of the event.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html'],
  examples: {
    bad: [
      {
        title: 'a catch-all route beside a guarded one',
        template: template('NONE'),
        subject: 'OrderApi',
        marks: 'NONE',
      },
    ],
    good: [{ title: 'both routes ask for signed requests', template: template('AWS_IAM'), subject: 'OrderApi' }],
  },
} satisfies CheckDoc;
