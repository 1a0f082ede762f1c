import type { CheckDoc } from '../check-doc.ts';

const template = (source: string): string => `Resources:
  OrderApi:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  TenantAuthorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      Name: tenant
      RestApiId: !Ref OrderApi
      Type: REQUEST
      IdentitySource: ${source}
      AuthorizerResultTtlInSeconds: 300
      AuthorizerUri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Authorize.Arn}/invocations
  Authorize:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/authorize
      Code:
        ZipFile: exports.handler = async () => 'ok';
`;

export default {
  why: 'A request authorizer keeps its answer under the identity sources. Without one that differs from caller to caller, the answer for the first caller is used for all others.',
  exploit:
    'The attacker waits for, or causes, a call of somebody who is admitted, and within the time that the answer is kept calls without any credentials.',
  fix: {
    sam: 'Set Identity.Headers to the header of the token, or Identity.ReauthorizeEvery: 0.',
    cloudformation: 'Set IdentitySource to the header of the token, or AuthorizerResultTtlInSeconds: 0.',
  },
  blindSpots:
    'What the function reads beyond its identity sources stands in its code. A header of your own is taken to tell callers apart.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html',
  ],
  examples: {
    bad: [
      {
        title: 'answers kept by the path',
        template: template('method.request.path.tenant'),
        subject: 'TenantAuthorizer',
        marks: 'method.request.path.tenant',
      },
    ],
    good: [
      {
        title: 'answers kept by the token',
        template: template('method.request.header.Authorization'),
        subject: 'TenantAuthorizer',
      },
    ],
  },
} satisfies CheckDoc;
