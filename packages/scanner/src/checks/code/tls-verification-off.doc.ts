import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  SyncStock:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/stock', Method: get } }
`;

export default {
  why: 'Without verification any host on the way can answer for the real one, read what is sent, tokens included, and write what comes back.',
  exploit:
    '1. The attacker answers for the host: by DNS, in a shared network, through a proxy.\n2. The function accepts any certificate and sends its credentials.',
  fix: {
    javascript:
      'Remove `rejectUnauthorized: false` and `NODE_TLS_REJECT_UNAUTHORIZED`; give a private authority with `ca`.',
    python: "Remove `verify=False` and unverified contexts; give a private authority with `verify='/opt/ca.pem'`.",
  },
  blindSpots: 'Settings of a proxy or a base image are not seen.',
  sources: ['https://cwe.mitre.org/data/definitions/295.html'],
  examples: {
    bad: [
      {
        title: 'a supplier that is called without verification',
        template,
        subject: 'SyncStock',
        marks: 'verify=False',
        files: {
          'app.py': `import requests


def handler(event, context):
    stock = requests.get('https://supplier.example.com/stock', verify=False)
    return {'statusCode': 200, 'body': stock.text}
`,
        },
      },
      {
        title: 'a variable that does it for the whole process',
        template: template.replace(
          '      Events:',
          "      Environment: { Variables: { PYTHONHTTPSVERIFY: '0' } }\n      Events:",
        ),
        subject: 'SyncStock',
        marks: "'0'",
        files: { 'app.py': 'def handler(event, context):\n    return {"statusCode": 204}\n' },
      },
    ],
    good: [
      {
        title: 'the same with verification',
        template,
        subject: 'SyncStock',
        files: {
          'app.py': `import requests


def handler(event, context):
    stock = requests.get('https://supplier.example.com/stock', timeout=5)
    return {'statusCode': 200, 'body': stock.text}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
