import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Greet:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/greet', Method: get } }
`;

export default {
  why: 'A browser runs what stands in a page. Data of one request that is shown to the same or another user is a script in the name of the site.',
  exploit:
    '1. The attacker sends somebody a link with `<script>` in a parameter.\n2. The page that the function answers runs it and takes the session.',
  fix: {
    javascript:
      'Escape with `he.encode` or `escape-html`, or answer `application/json`; a template engine with escaping on does it by itself.',
    python: '`html.escape(value)` or a template engine with autoescape; or answer `application/json`.',
  },
  blindSpots: 'What a page of another origin does with JSON is not seen.',
  sources: ['https://cwe.mitre.org/data/definitions/79.html'],
  examples: {
    bad: [
      {
        title: 'a greeting that shows the name as it came',
        template,
        subject: 'Greet',
        files: {
          'app.py': `def handler(event, context):
    name = event['queryStringParameters']['name']
    return {
        'statusCode': 200,
        'headers': {'Content-Type': 'text/html'},
        'body': f'<h1>Hello {name}</h1>',
    }
`,
        },
      },
    ],
    good: [
      {
        title: 'the name escaped',
        template,
        subject: 'Greet',
        files: {
          'app.py': `import html


def handler(event, context):
    name = html.escape(event['queryStringParameters']['name'])
    return {
        'statusCode': 200,
        'headers': {'Content-Type': 'text/html'},
        'body': f'<h1>Hello {name}</h1>',
    }
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
