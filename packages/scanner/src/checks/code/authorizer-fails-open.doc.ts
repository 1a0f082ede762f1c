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
  why: 'An authorizer that allows by default, or where checking throws, opens every route behind it to whoever makes it fail.',
  exploit: '1. The attacker sends a token that cannot be parsed.\n2. The error is caught, and the answer is Allow.',
  fix: {
    javascript: 'Begin with a refusal; allow only after `verify` has returned.',
    python: 'Begin with a refusal; allow only after `decode` has returned.',
  },
  blindSpots: 'What a called service decides is not known.',
  sources: [
    'https://cwe.mitre.org/data/definitions/636.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html',
  ],
  examples: {
    bad: [
      {
        title: 'an authorizer that allows when checking throws',
        template,
        subject: 'Gate',
        files: {
          'app.js': `const jwt = require('jsonwebtoken');

exports.handler = async (event) => {
  try {
    jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY, { algorithms: ['RS256'] });
    return { isAuthorized: true };
  } catch {
    return { isAuthorized: true };
  }
};
`,
        },
      },
    ],
    good: [
      {
        title: 'an authorizer that refuses when checking throws',
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
