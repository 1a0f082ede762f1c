import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  FindUser:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/users/{name}', Method: get } }
`;

export default {
  why: '`*`, `(` and `)` change a filter: a login that any password passes, or a list of all users.',
  exploit: '1. The attacker signs in as `*)(uid=*))(|(uid=*`.\n2. The filter matches the first user.',
  fix: {
    javascript: "Build filters of objects (`new EqualityFilter({ attribute: 'uid', value })`) instead of text.",
    python: '`ldap3.utils.conv.escape_filter_chars(value)`, `ldap.filter.escape_filter_chars(value)`.',
  },
  blindSpots: 'Distinguished names have rules of their own; a value escaped for filters is taken as escaped there too.',
  sources: ['https://cwe.mitre.org/data/definitions/90.html'],
  examples: {
    bad: [
      {
        title: 'a user looked up by text',
        template,
        subject: 'FindUser',
        marks: 'directory.search_s(',
        files: {
          'app.py': `import ldap


def handler(event, context):
    name = event['pathParameters']['name']
    directory = ldap.initialize('ldaps://directory.example.com')
    found = directory.search_s('ou=people,dc=example', ldap.SCOPE_SUBTREE, f'(uid={name})')
    return {'statusCode': 200 if found else 404}
`,
        },
      },
    ],
    good: [
      {
        title: 'the name escaped',
        template,
        subject: 'FindUser',
        files: {
          'app.py': `import ldap
from ldap.filter import escape_filter_chars


def handler(event, context):
    name = escape_filter_chars(event['pathParameters']['name'])
    directory = ldap.initialize('ldaps://directory.example.com')
    found = directory.search_s('ou=people,dc=example', ldap.SCOPE_SUBTREE, f'(uid={name})')
    return {'statusCode': 200 if found else 404}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
