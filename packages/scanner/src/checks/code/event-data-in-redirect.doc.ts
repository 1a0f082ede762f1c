import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  AfterSignIn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/after-sign-in', Method: get } }
`;

export default {
  why: 'A link of a trusted site that leads elsewhere is what phishing needs; in a sign-in it hands over codes and tokens.',
  exploit:
    '1. The attacker sends a link of the shop with `return=https://shop.example.attacker.example`.\n2. After the sign-in the browser goes there.',
  fix: {
    javascript:
      "`new URL(target, 'https://shop.example')` and a check of its `origin`, or only paths that begin with one `/`.",
    python: "`urlsplit(target).netloc == ''` and a path that begins with one `/`, or a list of hosts.",
  },
  blindSpots: 'Redirects that a page makes by script are not seen.',
  sources: ['https://cwe.mitre.org/data/definitions/601.html'],
  examples: {
    bad: [
      {
        title: 'a redirect to anywhere',
        template,
        subject: 'AfterSignIn',
        files: {
          'app.js': `exports.handler = async (event) => ({
  statusCode: 302,
  headers: { Location: event.queryStringParameters.target },
});
`,
        },
      },
    ],
    good: [
      {
        title: 'a redirect on the site',
        template,
        subject: 'AfterSignIn',
        files: {
          'app.js': `exports.handler = async (event) => ({
  statusCode: 302,
  headers: { Location: \`https://shop.example/account/\${encodeURIComponent(event.queryStringParameters.page)}\` },
});
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
