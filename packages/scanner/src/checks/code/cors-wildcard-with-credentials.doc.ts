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
  why: 'With credentials allowed and the origin not named, any page that a user opens can call the API as that user and read what it answers.',
  exploit:
    "1. The attacker lures a signed-in user to a page.\n2. The page calls the API with the user's cookie and reads the answer.",
  fix: {
    javascript: "`'Access-Control-Allow-Origin': 'https://shop.example'` from a list of origins.",
    python: "`'Access-Control-Allow-Origin': 'https://shop.example'` from a list of origins.",
  },
  blindSpots:
    'Browsers refuse `*` together with credentials; an origin that is answered as it came is what works for an attacker.',
  sources: ['https://cwe.mitre.org/data/definitions/942.html', 'https://developer.mozilla.org/docs/Web/HTTP/CORS'],
  examples: {
    bad: [
      {
        title: 'an account that any site may read',
        template,
        subject: 'ShowAccount',
        files: {
          'app.js': `exports.handler = async (event) => ({
  statusCode: 200,
  headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' },
  body: '{}',
});
`,
        },
      },
    ],
    good: [
      {
        title: 'an account for one site',
        template,
        subject: 'ShowAccount',
        files: {
          'app.js': `exports.handler = async (event) => ({
  statusCode: 200,
  headers: { 'Access-Control-Allow-Origin': 'https://shop.example', 'Access-Control-Allow-Credentials': 'true' },
  body: '{}',
});
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
