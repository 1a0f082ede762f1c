import type { CheckDoc } from '../check-doc.ts';

const template = (routeKey: string): string => `Resources:
  ChatApi:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: order-chat
      ProtocolType: WEBSOCKET
  ChatIntegration:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref ChatApi
      IntegrationType: AWS_PROXY
      IntegrationUri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Chat.Arn}/invocations
  Connect:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref ChatApi
      RouteKey: $connect
      AuthorizationType: AWS_IAM
      Target: !Sub integrations/\${ChatIntegration}
  Message:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref ChatApi
      RouteKey: ${routeKey}
      Target: !Sub integrations/\${ChatIntegration}
  Chat:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/chat
      Code:
        ZipFile: 'exports.handler = async () => ({ statusCode: 200 })'
`;

export default {
  why: 'A WebSocket API authorizes once, at $connect. Messages carry no credentials, so a function that takes the user from the message takes whatever the client writes.',
  exploit: 'A customer connects with an own account and sends messages with the user id of somebody else.',
  fix: {
    sam: 'Store the authorized identity under the connection id at $connect, and look it up for each message.',
    cloudformation:
      'Store the authorized identity under the connection id at $connect, and look it up for each message.',
  },
  blindSpots: 'Whether the functions do this already stands in their code; this is a reminder to look.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html',
  ],
  examples: {
    bad: [
      {
        title: 'a chat whose messages reach a function',
        template: template('sendMessage'),
        subject: 'ChatApi',
        marks: 'AWS_IAM',
      },
    ],
    good: [
      {
        title: 'a connection that carries no messages to functions',
        template: template('$disconnect'),
        subject: 'ChatApi',
      },
    ],
  },
} satisfies CheckDoc;
