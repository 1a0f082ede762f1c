import type { CheckDoc } from '../check-doc.ts';

// In parts, so that no scanner takes this file for a leak.
const token = ['gH4', 'vN7', 'cX9', 'bM2', 'qJ6', 'sD8', 'yP3'].join('');

const template = (variable: string): string => `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Api
      StageName: live
      Variables:
        ${variable}
`;

export default {
  why: 'Stage variables are for names and addresses. They are stored as they are, shown in the console and passed to integrations.',
  exploit: 'Whoever may read the API, or the logs of an integration, has the credential.',
  fix: {
    sam: 'Keep the secret in Secrets Manager and read it in the function.',
    cloudformation: 'Keep the secret in Secrets Manager and read it in the function.',
  },
  blindSpots: 'A value that looks like any other word is not found unless its name says what it is.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/stage-variables.html'],
  examples: {
    bad: [
      {
        title: 'a token in a stage variable',
        template: template(`partnerToken: ${token}`),
        subject: 'Live',
        marks: token,
      },
    ],
    good: [
      {
        title: 'an address in a stage variable',
        template: template('partnerHost: partner.example.com'),
        subject: 'Live',
      },
    ],
  },
} satisfies CheckDoc;
