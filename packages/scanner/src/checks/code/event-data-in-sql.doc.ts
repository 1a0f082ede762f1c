import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  FindOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/orders/{id}', Method: get } }
`;

export default {
  why: 'Where text is joined into a statement, data can end a literal and go on as SQL: read other rows, other tables, or write them.',
  exploit:
    "1. The attacker sends `' OR 1=1 --` as the number of an order.\n2. The database answers with the orders of everyone.",
  fix: {
    javascript:
      "`connection.query('SELECT * FROM orders WHERE id = ?', [id])`; for names of columns a map from allowed names.",
    python:
      "`cursor.execute('SELECT * FROM orders WHERE id = %s', (order_id,))`; for names of columns a dict of allowed names.",
  },
  blindSpots: 'Stored procedures that build statements of their own are not looked into.',
  sources: [
    'https://cwe.mitre.org/data/definitions/89.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Query_Parameterization_Cheat_Sheet.html',
  ],
  examples: {
    bad: [
      {
        title: 'an order that is looked up by text',
        template,
        subject: 'FindOrder',
        marks: 'cursor.execute(',
        files: {
          'app.py': `import os

import pymysql


def handler(event, context):
    order_id = event['pathParameters']['id']
    connection = pymysql.connect(host=os.environ['DATABASE'])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM orders WHERE id = '{order_id}'")
        return {'statusCode': 200, 'body': str(cursor.fetchone())}
`,
        },
      },
    ],
    good: [
      {
        title: 'an order that is looked up by a parameter',
        template,
        subject: 'FindOrder',
        files: {
          'app.py': `import os

import pymysql


def handler(event, context):
    order_id = event['pathParameters']['id']
    connection = pymysql.connect(host=os.environ['DATABASE'])
    with connection.cursor() as cursor:
        cursor.execute('SELECT * FROM orders WHERE id = %s', (order_id,))
        return {'statusCode': 200, 'body': str(cursor.fetchone())}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
