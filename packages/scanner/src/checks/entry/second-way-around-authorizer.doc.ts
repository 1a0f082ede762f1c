import type { CheckDoc } from '../check-doc.ts';

const template = (url: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  OrderApi:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      Auth:
        DefaultAuthorizer: AWS_IAM
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: 'exports.handler = async () => ({ statusCode: 200 })'
      FunctionUrlConfig:
        AuthType: ${url}
      Events:
        Place:
          Type: Api
          Properties:
            RestApiId: !Ref OrderApi
            Method: post
            Path: /orders
`;

export default {
  why: 'An API with an authorizer protects the function only while no other way leads to it. A function URL, a second API or a permission for everyone makes the authorizer a formality.',
  exploit: 'The attacker calls the function through the open way with the event that the API would have sent, claims of the authorizer included, because the function trusts what stands in the event.',
  fix: {
    sam: 'Remove FunctionUrlConfig, or set its AuthType to AWS_IAM; give every API an authorizer.',
    cloudformation: 'Remove the AWS::Lambda::Url or the permission for principal *, or ask there for what the API asks.',
  },
  blindSpots: 'Ways in that stand in other repositories or were made by hand are not seen.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  examples: {
    bad: [{ title: 'an open function URL beside a guarded API', template: template('NONE'), subject: 'PlaceOrder' }],
    good: [{ title: 'a function URL that asks for signed requests', template: template('AWS_IAM'), subject: 'PlaceOrder' }],
  },
} satisfies CheckDoc;
