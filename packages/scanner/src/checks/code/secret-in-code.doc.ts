import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Pay:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: /pay, Method: post } }
`;

export default {
  why: 'Code is copied: into the repository and its forks, into build caches, and into the package that everyone with `lambda:GetFunction` may download. A credential in it is known to all of them, for as long as it works.',
  exploit:
    '1. The attacker gets a copy of the code: from a fork, a laptop, or by `lambda get-function`.\n2. The key works from anywhere, without a trace in the account.',
  fix: {
    javascript:
      "Keep it in Secrets Manager and read it once: `getSecret('payments/key')` of Powertools, with the name in the environment. Revoke the one that was committed.",
    python:
      "Keep it in Secrets Manager and read it once: `parameters.get_secret('payments/key')` of Powertools, with the name in the environment. Revoke the one that was committed.",
  },
  blindSpots:
    'Only files whose code the handler can run are looked at. Keys without a known shape or a telling name are not found; placeholders and published examples are left out.',
  sources: [
    'https://cwe.mitre.org/data/definitions/798.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html',
  ],
  examples: {
    bad: [
      {
        title: 'a key of a payment service',
        template,
        subject: 'Pay',
        marks: 'q8Zx2LmV0sTn4YcB7wKd1RfH6uJp3EgA',
        files: {
          'app.js': `const apiKey = 'q8Zx2LmV0sTn4YcB7wKd1RfH6uJp3EgA';

exports.handler = async () => {
  await fetch('https://payments.example.com/charge', { headers: { 'x-api-key': apiKey } });
  return { statusCode: 204 };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'a key that is read at run time',
        template,
        subject: 'Pay',
        files: {
          'app.js': `const { getSecret } = require('@aws-lambda-powertools/parameters/secrets');

exports.handler = async () => {
  const apiKey = await getSecret(process.env.PAYMENT_SECRET);
  await fetch('https://payments.example.com/charge', { headers: { 'x-api-key': apiKey } });
  return { statusCode: 204 };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
