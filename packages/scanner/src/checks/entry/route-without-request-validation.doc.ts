import type { CheckDoc } from '../check-doc.ts';

const template = (validation: string): string => `Resources:
  OrderApi:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  OrderModel:
    Type: AWS::ApiGateway::Model
    Properties:
      RestApiId: !Ref OrderApi
      Name: order
      ContentType: application/json
      Schema: { type: object, required: [sku], properties: { sku: { type: string } } }
  BodyValidator:
    Type: AWS::ApiGateway::RequestValidator
    Properties:
      RestApiId: !Ref OrderApi
      ValidateRequestBody: true
  OrdersResource:
    Type: AWS::ApiGateway::Resource
    Properties:
      RestApiId: !Ref OrderApi
      ParentId: !GetAtt OrderApi.RootResourceId
      PathPart: orders
  PlaceOrder:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref OrderApi
      ResourceId: !Ref OrdersResource
      HttpMethod: POST
      AuthorizationType: AWS_IAM
${validation}
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${PlaceOrderFunction.Arn}/invocations
  PlaceOrderFunction:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/place-order
      Code:
        ZipFile: 'exports.handler = async () => ({ statusCode: 200 })'
`;

export default {
  why: 'A request validator refuses bodies that do not fit the model before the function runs: less code sees hostile input, and refused requests cost no invocation.',
  exploit:
    'The attacker sends objects where text is expected, fields that nobody named, or nothing at all, and looks for the function that fails badly.',
  fix: {
    sam: 'Set RequestModel with ValidateBody: true on the event, and Models on the API.',
    cloudformation:
      'Add AWS::ApiGateway::RequestValidator and Model, and name them in RequestValidatorId and RequestModels.',
  },
  blindSpots:
    'Validation in the code is as good; it is not read here. HTTP APIs have no validators. It is an info in front of code, and where callers are asked for nothing, which `route-without-authorization` tells.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html'],
  examples: {
    bad: [
      {
        title: 'an order that nobody checks',
        template: template('      OperationName: placeOrder'),
        subject: 'OrderApi',
      },
    ],
    good: [
      {
        title: 'an order that must fit its model',
        template: template(
          '      RequestValidatorId: !Ref BodyValidator\n      RequestModels: { application/json: !Ref OrderModel }',
        ),
        subject: 'OrderApi',
      },
    ],
  },
} satisfies CheckDoc;
