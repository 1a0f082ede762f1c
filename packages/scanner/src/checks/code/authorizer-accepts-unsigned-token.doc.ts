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
  why: 'An authorizer that only decodes a token believes what its sender wrote, for every route behind it.',
  exploit: '1. The attacker writes a token with the claims that the authorizer looks for.\n2. It is let in everywhere.',
  fix: {
    javascript: "`jwt.verify(token, key, { algorithms: ['RS256'] })`, or `aws-jwt-verify`.",
    python: "`jwt.decode(token, key, algorithms=['RS256'])`.",
  },
  blindSpots: 'Verification inside a library that is not known counts as not seen.',
  sources: ['https://cwe.mitre.org/data/definitions/347.html'],
  examples: {
    bad: [
      {
        title: 'an authorizer that decodes',
        template,
        subject: 'Gate',
        files: {
          'app.js': `const jwt = require('jsonwebtoken');

exports.handler = async (event) => {
  const claims = jwt.decode(event.headers.authorization);
  return { isAuthorized: claims !== null && claims.scope === 'orders' };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'an authorizer that verifies',
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
