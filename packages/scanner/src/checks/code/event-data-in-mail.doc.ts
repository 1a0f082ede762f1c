import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Contact:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/contact', Method: post } }
`;

export default {
  why: 'A line break in a header of a raw mail begins another: further recipients, another subject. The function becomes a sender of spam in the name of its domain.',
  exploit:
    '1. The attacker sends a name with a line break and `Bcc:` with a thousand addresses.\n2. The mail goes to all of them.',
  fix: {
    javascript: 'Structured calls (`Destination`, `Message`) instead of a raw message, or a mail library.',
    python: '`email.message.EmailMessage`, which refuses line breaks in headers.',
  },
  blindSpots: 'Limits of the mail service are not known.',
  sources: ['https://cwe.mitre.org/data/definitions/93.html'],
  examples: {
    bad: [
      {
        title: 'a mail that is written as text',
        template,
        subject: 'Contact',
        marks: 'mail.send_raw_email(',
        files: {
          'app.py': `import json

import boto3

mail = boto3.client('ses')


def handler(event, context):
    subject = json.loads(event['body'])['subject']
    raw = f'From: shop@example.com\\nTo: team@example.com\\nSubject: {subject}\\n\\nA message.'
    mail.send_raw_email(RawMessage={'Data': raw})
    return {'statusCode': 204}
`,
        },
      },
    ],
    good: [
      {
        title: 'a mail of named parts',
        template,
        subject: 'Contact',
        files: {
          'app.py': `import json

import boto3

mail = boto3.client('ses')


def handler(event, context):
    subject = json.loads(event['body'])['subject']
    mail.send_email(
        Source='shop@example.com',
        Destination={'ToAddresses': ['team@example.com']},
        Message={'Subject': {'Data': subject}, 'Body': {'Text': {'Data': 'A message.'}}},
    )
    return {'statusCode': 204}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
