import type { CheckDoc } from '../check-doc.ts';

const template = (tracing: boolean): string => `Resources:
  PhotoApi:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: photos
      AuthenticationType: AWS_IAM
      XrayEnabled: ${tracing}
`;

export default {
  why: 'A trace that begins at the API joins what one request did in all functions and stores.',
  exploit: 'After an incident nobody can tell which request caused which write.',
  fix: {
    sam: 'Set TracingEnabled: true on the API.',
    cloudformation: 'Set TracingEnabled: true on the stage, XrayEnabled: true on the GraphQL API.',
  },
  blindSpots: 'Other ways of tracing (OpenTelemetry in the function) are not seen. HTTP APIs have none.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html'],
  examples: {
    bad: [{ title: 'a photo API without traces', template: template(false), subject: 'PhotoApi', marks: 'false' }],
    good: [{ title: 'a photo API with traces', template: template(true), subject: 'PhotoApi' }],
  },
} satisfies CheckDoc;
