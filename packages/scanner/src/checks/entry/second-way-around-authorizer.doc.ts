import type { CheckDoc } from '../check-doc.ts';

const template = (url: string, permission = ''): string => `Resources:
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
      IntegrationUri: !GetAtt PlaceOrder.Arn
  PlaceOrderRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref OrderApi
      RouteKey: POST /orders
      AuthorizationType: AWS_IAM
      Target: !Sub integrations/\${OrderIntegration}
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/place-order
      Code:
        ZipFile: exports.handler = async () => 'ok';
  PlaceOrderUrl:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: !Ref PlaceOrder
      AuthType: ${url}
${permission}`;

const forEveryone = `  PlaceOrderUrlPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref PlaceOrder
      Action: lambda:InvokeFunctionUrl
      Principal: '*'
      FunctionUrlAuthType: NONE
`;

export default {
  why: 'An API with an authorizer protects the function only while no other way leads to it. A function URL, a second API or a permission for everyone makes the authorizer a formality.',
  exploit:
    'The attacker calls the function through the open way with the event that the API would have sent, claims of the authorizer included, because the function trusts what stands in the event.',
  fix: {
    sam: 'Remove FunctionUrlConfig, or set its AuthType to AWS_IAM; give every API an authorizer.',
    cloudformation:
      'Remove the AWS::Lambda::Url or the permission for principal *, or ask there for what the API asks.',
  },
  blindSpots: 'Ways in that stand in other repositories or were made by hand are not seen.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  examples: {
    bad: [
      {
        title: 'an open function URL beside a guarded API',
        template: template('NONE', forEveryone),
        subject: 'PlaceOrder',
      },
    ],
    good: [
      { title: 'a function URL that asks for signed requests', template: template('AWS_IAM'), subject: 'PlaceOrder' },
    ],
  },
} satisfies CheckDoc;
