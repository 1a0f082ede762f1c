import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  StartReset:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/reset', Method: post } }
`;

export default {
  why: '`Math.random` and `random` are made for statistics: from a few values the next can be computed. Tokens, codes and passwords made of them can be guessed.',
  exploit:
    '1. The attacker asks for a few tokens of their own.\n2. From them they compute the one that somebody else gets next.',
  fix: {
    javascript: "`crypto.randomUUID()` or `crypto.randomBytes(32).toString('base64url')`.",
    python: '`secrets.token_urlsafe(32)`.',
  },
  blindSpots: 'Whether a value is a token is told by its name.',
  sources: ['https://cwe.mitre.org/data/definitions/338.html', 'https://docs.python.org/3/library/secrets.html'],
  examples: {
    bad: [
      {
        title: 'a reset token of Math.random',
        template,
        subject: 'StartReset',
        marks: 'Math.random()',
        files: {
          'app.js': `exports.handler = async () => {
  const resetToken = Math.random().toString(36).slice(2);
  return { statusCode: 200, body: JSON.stringify({ resetToken }) };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'a reset token of the system',
        template,
        subject: 'StartReset',
        files: {
          'app.js': `const { randomUUID } = require('node:crypto');

exports.handler = async () => {
  const resetToken = randomUUID();
  return { statusCode: 200, body: JSON.stringify({ resetToken }) };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
