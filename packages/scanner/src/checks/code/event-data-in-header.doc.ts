import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  SetLanguage:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/language', Method: get } }
`;

export default {
  why: 'A header decides about cookies, caches and origins. Data that ends a header or sets a cookie works in the name of the site.',
  exploit:
    '1. The attacker sends somebody a link whose parameter sets a cookie.\n2. The browser keeps the session that the attacker chose.',
  fix: {
    javascript: '`encodeURIComponent(value)` inside the header, or a choice from known values.',
    python: '`urllib.parse.quote(value)` inside the header, or a choice from known values.',
  },
  blindSpots: 'Gateways refuse line breaks in headers; what remains is the value itself.',
  sources: ['https://cwe.mitre.org/data/definitions/113.html'],
  examples: {
    bad: [
      {
        title: 'a cookie with any language',
        template,
        subject: 'SetLanguage',
        files: {
          'app.js': `exports.handler = async (event) => {
  const { language } = event.queryStringParameters;
  return { statusCode: 204, headers: { 'Set-Cookie': \`language=\${language}; Path=/\` } };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'a cookie with a known language',
        template,
        subject: 'SetLanguage',
        files: {
          'app.js': `const languages = ['de', 'en', 'fr'];

exports.handler = async (event) => {
  const { language } = event.queryStringParameters;
  if (!languages.includes(language)) return { statusCode: 400 };
  return { statusCode: 204, headers: { 'Set-Cookie': \`language=\${language}; Path=/\` } };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
