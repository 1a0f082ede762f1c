import type { CheckDoc } from '../check-doc.ts';

const template = (type: string): string => `Resources:
  LedgerApi:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: ledger
      EndpointConfiguration:
        Types:
          - ${type}
`;

export default {
  why: 'An API that only your own services call need not be reachable from the internet at all.',
  exploit: 'An authorizer that fails on one route is met by the whole internet instead of by one network.',
  fix: {
    sam: 'Set EndpointConfiguration.Type: PRIVATE with a resource policy.',
    cloudformation: 'Set EndpointConfiguration.Types: [PRIVATE] with a resource policy.',
  },
  blindSpots: 'Whom an API is for is written nowhere. HTTP APIs are always public.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html'],
  examples: {
    bad: [
      { title: 'a ledger on the internet', template: template('REGIONAL'), subject: 'LedgerApi', marks: 'REGIONAL' },
    ],
    good: [{ title: 'a ledger in a network', template: template('PRIVATE'), subject: 'LedgerApi' }],
  },
} satisfies CheckDoc;
