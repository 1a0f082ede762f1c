import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  PreviewLink:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/preview', Method: get } }
`;

export default {
  why: 'The function stands where the sender does not: in a VPC, with an identity, beside metadata and runtime endpoints. Who chooses the address uses that place.',
  exploit:
    '1. The attacker sends `http://localhost:9001/2018-06-01/runtime/invocation/next` or an internal host.\n2. The function calls it and answers with what it got.',
  fix: {
    javascript:
      '`fetch(`https://api.example.com/items/${encodeURIComponent(id)}`)`; where the host must vary, a map from allowed names to hosts.',
    python:
      "`requests.get(f'https://api.example.com/items/{quote(item)}')`; where the host must vary, a dict from allowed names to hosts.",
  },
  blindSpots: 'A fixed host is never reported, though it may redirect to another.',
  sources: [
    'https://cwe.mitre.org/data/definitions/918.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  examples: {
    bad: [
      {
        title: 'a preview of any link',
        template,
        subject: 'PreviewLink',
        marks: 'fetch(',
        files: {
          'app.js': `exports.handler = async (event) => {
  const page = await fetch(event.queryStringParameters.link);
  return { statusCode: 200, body: await page.text() };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'a preview from one host',
        template,
        subject: 'PreviewLink',
        files: {
          'app.js': `exports.handler = async (event) => {
  const id = encodeURIComponent(event.queryStringParameters.id);
  const page = await fetch(\`https://pages.example.com/preview/\${id}\`);
  return { statusCode: 200, body: await page.text() };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
