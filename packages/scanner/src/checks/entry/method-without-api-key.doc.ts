import type { CheckDoc } from '../check-doc.ts';

const template = (lines: string): string => `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  GetOrders:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: AWS_IAM
${lines}`;

export default {
  why: 'With an API key each caller has a usage plan with a rate and a quota of its own. Without, the limits of the stage are for all together.',
  exploit: 'One caller uses up what the stage allows, and the others are refused.',
  fix: {
    sam: 'Set ApiKeyRequired: true on the event, and make a usage plan, where callers are known and few.',
    cloudformation: 'Set ApiKeyRequired: true, and make a usage plan with keys, where callers are known and few.',
  },
  blindSpots:
    'A key is a shared word in a header: it does not authenticate. Authorization is the question of route-without-authorization.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html'],
  examples: {
    bad: [{ title: 'a method without plans', template: template(''), subject: 'GetOrders', marks: 'GetOrders' }],
    good: [
      {
        title: 'a method whose callers have plans',
        template: template('      ApiKeyRequired: true\n'),
        subject: 'GetOrders',
      },
    ],
  },
} satisfies CheckDoc;
