import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  ImportOrders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/import', Method: post } }
`;

export default {
  why: '`pickle`, `yaml.load` without a safe loader, `node-serialize` and their kind build any object and call its constructor: the sender writes code in the form of data.',
  exploit: '1. The attacker sends a pickle whose `__reduce__` starts a shell.\n2. `pickle.loads` starts it.',
  fix: {
    javascript: '`JSON.parse`, or `js-yaml` from version 4, whose `load` is safe.',
    python: '`json.loads`, `yaml.safe_load`; never `pickle` for what comes from outside.',
  },
  blindSpots: 'A signature that is checked before is seen only where it ends the function early.',
  sources: ['https://cwe.mitre.org/data/definitions/502.html', 'https://docs.python.org/3/library/pickle.html'],
  examples: {
    bad: [
      {
        title: 'an import of pickled orders',
        template,
        subject: 'ImportOrders',
        marks: 'pickle.loads(',
        files: {
          'app.py': `import base64
import pickle


def handler(event, context):
    orders = pickle.loads(base64.b64decode(event['body']))
    return {'statusCode': 200, 'body': str(len(orders))}
`,
        },
      },
    ],
    good: [
      {
        title: 'an import of JSON',
        template,
        subject: 'ImportOrders',
        files: {
          'app.py': `import base64
import json


def handler(event, context):
    orders = json.loads(base64.b64decode(event['body']))
    return {'statusCode': 200, 'body': str(len(orders))}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
