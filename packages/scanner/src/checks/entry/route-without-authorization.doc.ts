import type { CheckDoc } from '../check-doc.ts';

const sam = `Transform: AWS::Serverless-2016-10-31
Resources:
  OrderApi:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: 'exports.handler = async () => ({ statusCode: 200 })'
      Policies:
        - DynamoDBCrudPolicy:
            TableName: !Ref Orders
      Events:
        Place:
          Type: Api
          Properties:
            RestApiId: !Ref OrderApi
            Method: post
            Path: /orders
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
`;

const method = (type: string): string => `Resources:
  OrderApi:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  OrdersResource:
    Type: AWS::ApiGateway::Resource
    Properties:
      RestApiId: !Ref OrderApi
      ParentId: !GetAtt OrderApi.RootResourceId
      PathPart: orders
  PlaceOrderMethod:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref OrderApi
      ResourceId: !Ref OrdersResource
      HttpMethod: POST
      AuthorizationType: ${type}
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${PlaceOrder.Arn}/invocations
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/place-order
      Code:
        ZipFile: 'exports.handler = async () => ({ statusCode: 200 })'
`;

export default {
  why: 'A route without authorization runs its function, and everything that its role allows, for every request from the internet.',
  exploit:
    'The attacker reads the routes from the web application or an OpenAPI document, and calls those that ask for nothing: places orders, reads records, fills tables.',
  fix: {
    sam: 'Set Auth.DefaultAuthorizer (or DefaultAuthorizer: AWS_IAM) on the API, and Auth.Authorizer: NONE on the events that are open on purpose.',
    cloudformation:
      'Set AuthorizationType and AuthorizerId on each AWS::ApiGateway::Method or AWS::ApiGatewayV2::Route, or a security requirement in the OpenAPI document.',
  },
  blindSpots:
    'Some routes are open on purpose: sign-in, webhooks with a signature, public catalogues. Whether the code checks a token itself is not read here. What the role behind the entry permits ranks it: changing, sending or starting something is high, reading data or running a paid service medium; with no right beyond logging, no network and no address or credential in the environment it is an info. A Deny or a permissions boundary is not subtracted.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html',
  ],
  examples: {
    bad: [
      { title: 'an order API that asks for nothing', template: sam, subject: 'OrderApi' },
      { title: 'a method with authorization type NONE', template: method('NONE'), subject: 'OrderApi', marks: 'NONE' },
    ],
    good: [{ title: 'a method with authorization type AWS_IAM', template: method('AWS_IAM'), subject: 'OrderApi' }],
  },
} satisfies CheckDoc;
