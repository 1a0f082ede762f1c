import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  FindArticle:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/articles/{id}', Method: get } }
`;

export default {
  why: 'A quote in the data ends the literal, and what follows changes which nodes are selected.',
  exploit: "1. The attacker sends `' or '1'='1`.\n2. The expression selects every node.",
  fix: {
    javascript: 'Use an evaluator with variables (`xpath.parse(e).select({ node, variables: { id } })`).',
    python: "`tree.xpath('//order[@id=$id]', id=order_id)`.",
  },
  blindSpots: 'Expressions that are read from files are not looked into.',
  sources: ['https://cwe.mitre.org/data/definitions/643.html'],
  examples: {
    bad: [
      {
        title: 'an article looked up by text',
        template,
        subject: 'FindArticle',
        marks: 'CATALOGUE.xpath(',
        files: {
          'app.py': `from lxml import etree

CATALOGUE = etree.parse('catalogue.xml')


def handler(event, context):
    article = event['pathParameters']['id']
    found = CATALOGUE.xpath(f"//article[@id='{article}']")
    return {'statusCode': 200 if found else 404}
`,
        },
      },
    ],
    good: [
      {
        title: 'an article looked up by a variable',
        template,
        subject: 'FindArticle',
        files: {
          'app.py': `from lxml import etree

CATALOGUE = etree.parse('catalogue.xml')


def handler(event, context):
    article = event['pathParameters']['id']
    found = CATALOGUE.xpath('//article[@id=$id]', id=article)
    return {'statusCode': 200 if found else 404}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
