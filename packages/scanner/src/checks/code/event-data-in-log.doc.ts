import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  SignIn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/sign-in', Method: post } }
`;

export default {
  why: 'A line break in the data begins a new line of the log, which looks as if the function had written it. Alarms and people are misled.',
  exploit:
    '1. The attacker sends a name with a line break and `LOGIN OK user=admin`.\n2. The log shows a sign-in that never was.',
  fix: {
    javascript: '`console.log(JSON.stringify({ name }))` or a structured logger (Powertools, pino).',
    python: 'A structured logger (`aws_lambda_powertools.Logger`), or `repr(value)`.',
  },
  blindSpots:
    'The Node.js runtime and the logging module write one record a call, so in CloudWatch alone little can be forged: hence the severity. What the log is shipped to is not known.',
  sources: ['https://cwe.mitre.org/data/definitions/117.html'],
  examples: {
    bad: [
      {
        title: 'a sign-in that logs the name in a line of text',
        template,
        subject: 'SignIn',
        marks: 'console.log(',
        files: {
          'app.js': `exports.handler = async (event) => {
  const { user } = JSON.parse(event.body);
  console.log(\`sign-in failed for \${user}\`);
  return { statusCode: 401 };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'a sign-in that logs JSON',
        template,
        subject: 'SignIn',
        files: {
          'app.js': `exports.handler = async (event) => {
  const { user } = JSON.parse(event.body);
  console.log(JSON.stringify({ message: 'sign-in failed', user }));
  return { statusCode: 401 };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
