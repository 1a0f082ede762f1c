import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Health:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/health', Method: post } }
`;

export default {
  why: 'The environment of a function holds the credentials of its role (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN), good for hours, beside the secrets that were put there.',
  exploit: '1. The attacker calls the function.\n2. With the three variables they call AWS from anywhere as its role.',
  fix: {
    javascript: '`{ version: process.env.VERSION }` for `process.env`.',
    python: "`{'version': os.environ['VERSION']}` for `dict(os.environ)`.",
  },
  blindSpots: 'An environment that is copied into an object of another shape first is not followed.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    'https://cwe.mitre.org/data/definitions/526.html',
  ],
  examples: {
    bad: [
      {
        title: 'a health page with everything',
        template,
        subject: 'Health',
        marks: '{ statusCode: 200',
        files: {
          'app.js': `exports.handler = async () => {
  return { statusCode: 200, body: JSON.stringify({ up: true, environment: process.env }) };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'a health page with the version',
        template,
        subject: 'Health',
        files: {
          'app.js': `exports.handler = async () => {
  return { statusCode: 200, body: JSON.stringify({ up: true, version: process.env.VERSION }) };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
