import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Gate:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth:
        DefaultAuthorizer: Gate
        Authorizers:
          Gate: { FunctionArn: !GetAtt Gate.Arn, AuthorizerPayloadFormatVersion: '2.0', EnableSimpleResponses: true, Identity: { Headers: [Authorization] } }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: orders.handler
      CodeUri: s3://releases/orders.zip
      Events:
        List: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /orders, Method: get } }
`;

export default {
  why: 'A token that never ends works for whoever finds it: in a log, in a browser, in a backup.',
  exploit: '1. The attacker finds a token of last year.\n2. It still opens every route.',
  fix: {
    javascript: 'Remove `ignoreExpiration: true`.',
    python: 'Remove `verify_exp: False` from the options.',
  },
  blindSpots: "Tokens that carry no expiry at all are the issuer's.",
  sources: ['https://cwe.mitre.org/data/definitions/613.html'],
  examples: {
    bad: [
      {
        title: 'an authorizer that ignores the expiry',
        template,
        subject: 'Gate',
        files: {
          'app.js': `const jwt = require('jsonwebtoken');

exports.handler = async (event) => {
  try {
    jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY, { algorithms: ['RS256'], audience: 'orders', issuer: 'https://id.example.com', ignoreExpiration: true });
    return { isAuthorized: true };
  } catch {
    return { isAuthorized: false };
  }
};
`,
        },
      },
    ],
    good: [
      {
        title: 'an authorizer that checks it',
        template,
        subject: 'Gate',
        files: {
          'app.js': `const jwt = require('jsonwebtoken');

exports.handler = async (event) => {
  try {
    jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY, { algorithms: ['RS256'], audience: 'orders', issuer: 'https://id.example.com' });
    return { isAuthorized: true };
  } catch {
    return { isAuthorized: false };
  }
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
