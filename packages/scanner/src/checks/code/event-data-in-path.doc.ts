import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  ShowInvoice:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/invoices/{name}', Method: get } }
`;

export default {
  why: '`../` and absolute paths lead out of the folder that was meant: to `/proc/self/environ` with the credentials of the role, to the code, to files of other requests in `/tmp`. In an archive the same is called zip slip, in a bucket it is the object of somebody else.',
  exploit:
    "1. The attacker asks for `../../proc/self/environ`.\n2. The answer holds the access key of the function's role.",
  fix: {
    javascript:
      '`path.join(folder, path.basename(name))`, or `path.resolve` followed by a check that the result begins with the folder and a separator.',
    python:
      "`os.path.join(folder, os.path.basename(name))`, or `Path(folder, name).resolve()` followed by `is_relative_to(folder)`; `tarfile` with `filter='data'`.",
  },
  blindSpots: 'What a bucket key means for other users is known only to the application.',
  sources: [
    'https://cwe.mitre.org/data/definitions/22.html',
    'https://docs.python.org/3/library/tarfile.html#extraction-filters',
  ],
  examples: {
    bad: [
      {
        title: 'an invoice that is read by its name',
        template,
        subject: 'ShowInvoice',
        marks: 'open(',
        files: {
          'app.py': `def handler(event, context):
    name = event['pathParameters']['name']
    with open('/opt/invoices/' + name) as invoice:
        return {'statusCode': 200, 'body': invoice.read()}
`,
        },
      },
    ],
    good: [
      {
        title: 'the base name alone',
        template,
        subject: 'ShowInvoice',
        files: {
          'app.py': `import os


def handler(event, context):
    name = os.path.basename(event['pathParameters']['name'])
    with open('/opt/invoices/' + name) as invoice:
        return {'statusCode': 200, 'body': invoice.read()}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
