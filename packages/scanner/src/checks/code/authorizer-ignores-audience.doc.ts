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
  why: 'A token of the same issuer for another application has a good signature. Without audience and issuer it opens this one.',
  exploit: '1. The attacker signs in to another application of the same issuer.\n2. Its token is accepted here.',
  fix: {
    javascript:
      "`jwt.verify(token, key, { algorithms: ['RS256'], audience: 'orders', issuer: 'https://id.example.com' })`.",
    python: "`jwt.decode(token, key, algorithms=['RS256'], audience='orders', issuer='https://id.example.com')`.",
  },
  blindSpots: 'An issuer that signs for one application only needs no audience.',
  sources: ['https://cwe.mitre.org/data/definitions/287.html', 'https://datatracker.ietf.org/doc/html/rfc8725'],
  examples: {
    bad: [
      {
        title: 'an authorizer that asks for a signature alone',
        template,
        subject: 'Gate',
        files: {
          'app.js': `const jwt = require('jsonwebtoken');

exports.handler = async (event) => {
  try {
    jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY, { algorithms: ['RS256'] });
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
        title: 'an authorizer that asks for its own audience',
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
