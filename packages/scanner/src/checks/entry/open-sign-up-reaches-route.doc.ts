import type { CheckDoc } from '../check-doc.ts';

const template = (adminOnly: boolean): string => `Resources:
  Staff:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: staff
      AdminCreateUserConfig:
        AllowAdminCreateUserOnly: ${adminOnly}
  StockApi:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: stock
  StockAuthorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      Name: staff
      RestApiId: !Ref StockApi
      Type: COGNITO_USER_POOLS
      IdentitySource: method.request.header.Authorization
      ProviderARNs:
        - !GetAtt Staff.Arn
  StockResource:
    Type: AWS::ApiGateway::Resource
    Properties:
      RestApiId: !Ref StockApi
      ParentId: !GetAtt StockApi.RootResourceId
      PathPart: stock
  ChangeStock:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref StockApi
      ResourceId: !Ref StockResource
      HttpMethod: PUT
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref StockAuthorizer
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${StockFunction.Arn}/invocations
  StockFunction:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/change-stock
      Code:
        ZipFile: 'exports.handler = async () => ({ statusCode: 200 })'
`;

export default {
  why: 'A token of a user pool proves that somebody signed in. When anyone can sign up, that is anyone with an address for mail.',
  exploit:
    'The attacker registers with the client id from the web application, confirms the address, and calls the API with the token.',
  fix: {
    sam: 'Set AdminCreateUserConfig.AllowAdminCreateUserOnly: true on the pool, or AuthorizationScopes on the routes.',
    cloudformation:
      'Set AdminCreateUserConfig.AllowAdminCreateUserOnly: true on the pool, or AuthorizationScopes on the methods.',
  },
  blindSpots: 'A shop wants customers to sign up. What a new user may do is decided in the code.',
  sources: ['https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html'],
  examples: {
    bad: [
      {
        title: 'a stock API for staff, and anyone may register as staff',
        template: template(false),
        subject: 'StockApi',
      },
    ],
    good: [{ title: 'a stock API for users whom administrators make', template: template(true), subject: 'StockApi' }],
  },
} satisfies CheckDoc;
