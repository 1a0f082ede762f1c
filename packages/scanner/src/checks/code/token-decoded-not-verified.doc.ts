import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  ShowAccount:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/account', Method: get } }
`;

export default {
  why: 'A JSON web token that is only decoded says whatever its sender wrote: any user, any role.',
  exploit:
    '1. The attacker writes a token with `"sub": "admin"` and any signature.\n2. The function decodes it and serves the administrator.',
  fix: {
    javascript: "`jwt.verify(token, key, { algorithms: ['RS256'] })`, or `aws-jwt-verify`.",
    python: "`jwt.decode(token, key, algorithms=['RS256'])`.",
  },
  blindSpots:
    'Where a gateway verified the same token before, decoding is enough: an authorizer on the route lowers nothing here.',
  sources: ['https://cwe.mitre.org/data/definitions/347.html'],
  examples: {
    bad: [
      {
        title: 'an account shown by a decoded token',
        template,
        subject: 'ShowAccount',
        marks: 'jwt.decode(',
        files: {
          'app.js': `const jwt = require('jsonwebtoken');

exports.handler = async (event) => {
  const { sub } = jwt.decode(event.headers.authorization);
  return { statusCode: 200, body: JSON.stringify({ user: sub }) };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'an account shown by a verified token',
        template,
        subject: 'ShowAccount',
        files: {
          'app.js': `const jwt = require('jsonwebtoken');

exports.handler = async (event) => {
  const { sub } = jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY, { algorithms: ['RS256'] });
  return { statusCode: 200, body: JSON.stringify({ user: sub }) };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
