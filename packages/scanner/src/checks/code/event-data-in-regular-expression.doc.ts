import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  FilterOrders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/orders', Method: get } }
`;

export default {
  why: "A pattern such as `(a+)+$` takes exponential time. Each call then runs into the timeout, at the owner's expense.",
  exploit:
    '1. The attacker sends `(a+)+$` and a text of forty `a`.\n2. The function works until its timeout, as often as it is called.',
  fix: {
    javascript: '`text.includes(value)`, or escape the value before `new RegExp`; `re2` for patterns of users.',
    python: '`value in text`, or `re.escape(value)`.',
  },
  blindSpots: 'A pattern that stands in the code is judged by event-data-meets-slow-pattern.',
  sources: ['https://cwe.mitre.org/data/definitions/1333.html'],
  examples: {
    bad: [
      {
        title: 'a filter that is a pattern',
        template,
        subject: 'FilterOrders',
        marks: 're.search(',
        files: {
          'app.py': `import re

NAMES = ['Ada', 'Grace']


def handler(event, context):
    pattern = event['queryStringParameters']['name']
    return {'statusCode': 200, 'body': str([name for name in NAMES if re.search(pattern, name)])}
`,
        },
      },
    ],
    good: [
      {
        title: 'a filter that is a text',
        template,
        subject: 'FilterOrders',
        files: {
          'app.py': `import re

NAMES = ['Ada', 'Grace']


def handler(event, context):
    pattern = re.escape(event['queryStringParameters']['name'])
    return {'statusCode': 200, 'body': str([name for name in NAMES if re.search(pattern, name)])}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
