import type { CheckDoc } from '../check-doc.ts';

const template = (action: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  ReleaseNotes:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => undefined;
      Policies:
        - Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: ${action}
              Resource: '*'
`;

export default {
  why: 'A function that may replace its own code or widen its own role turns a short break-in into a lasting one.',
  exploit:
    'The attacker runs code once, uploads a version with a back door in place of the function, and reads every event from then on.',
  fix: {
    sam: 'Name the functions that it deploys under Resource, and leave itself out.',
    cloudformation: 'Name the functions that it deploys under Resource, and leave itself out.',
  },
  blindSpots:
    'Ways over other functions, layers and deployment pipelines are not followed here. Deny statements are not subtracted.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html'],
  examples: {
    bad: [
      {
        title: 'a function that may replace code',
        template: template('lambda:UpdateFunctionCode'),
        subject: 'ReleaseNotes',
        marks: 'lambda:UpdateFunctionCode',
      },
    ],
    good: [
      {
        title: 'a function that may list functions',
        template: template('lambda:ListFunctions'),
        subject: 'ReleaseNotes',
      },
    ],
  },
} satisfies CheckDoc;
