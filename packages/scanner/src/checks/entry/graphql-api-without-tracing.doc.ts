import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A GraphQL request runs many resolvers. Without traces nobody sees which one was slow, failed, or was called far too often.',
  exploit:
    'The attacker nests one expensive field many times; the bill and the latency grow, and nothing tells through which resolver.',
  fix: {
    sam: 'Set XrayEnabled: true.',
    cloudformation: 'Set XrayEnabled: true.',
  },
  blindSpots: 'Tracing inside the code of the resolvers by another product is not seen.',
  sources: ['https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html'],
  examples: {
    bad: [
      {
        title: 'a menu API without traces',
        template: `Resources:
  Menu:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: menu
      AuthenticationType: AWS_IAM
      XrayEnabled: false
`,
        subject: 'Menu',
        marks: 'false',
      },
    ],
    good: [
      {
        title: 'a menu API with traces',
        template: `Resources:
  Menu:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: menu
      AuthenticationType: AWS_IAM
      XrayEnabled: true
`,
        subject: 'Menu',
      },
    ],
  },
} satisfies CheckDoc;
