import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  SignUp:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/sign-up', Method: post } }
`;

export default {
  why: 'MD5 and the SHA family are made to be fast: who gets the table tries billions of passwords a second.',
  exploit: '1. The table of users leaks.\n2. Most passwords are known on the same day.',
  fix: {
    javascript: '`crypto.scrypt(password, salt, 64, done)`.',
    python: '`hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1)`, or `argon2`.',
  },
  blindSpots: 'Whether a value is a password is told by its name.',
  sources: [
    'https://cwe.mitre.org/data/definitions/916.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
  ],
  examples: {
    bad: [
      {
        title: 'a password hashed by MD5',
        template,
        subject: 'SignUp',
        marks: 'hashlib.md5(',
        files: {
          'app.py': `import hashlib
import json


def handler(event, context):
    password = json.loads(event['body'])['password']
    digest = hashlib.md5(password.encode()).hexdigest()
    return {'statusCode': 200, 'body': digest}
`,
        },
      },
    ],
    good: [
      {
        title: 'a password hashed by scrypt',
        template,
        subject: 'SignUp',
        files: {
          'app.py': `import hashlib
import json
import os


def handler(event, context):
    password = json.loads(event['body'])['password']
    salt = os.urandom(16)
    digest = hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
    return {'statusCode': 200, 'body': digest.hex()}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
