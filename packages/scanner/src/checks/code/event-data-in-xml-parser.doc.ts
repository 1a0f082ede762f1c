import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  ImportInvoice:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/invoice', Method: post } }
`;

export default {
  why: 'An entity of a document can name a file or a URL, which the parser then reads into the answer; a few nested entities fill the memory.',
  exploit:
    '1. The attacker sends a document with `<!ENTITY x SYSTEM "file:///proc/self/environ">`.\n2. The parsed text holds the credentials of the role.',
  fix: {
    javascript:
      '`libxmljs.parseXml(text, { noent: false, nonet: true })`, or a parser without entities such as `fast-xml-parser`.',
    python:
      '`defusedxml.ElementTree.fromstring(text)`, or `lxml.etree.XMLParser(resolve_entities=False, no_network=True)`.',
  },
  blindSpots: "Which version of the system's XML library stands behind a parser is not known.",
  sources: [
    'https://cwe.mitre.org/data/definitions/611.html',
    'https://docs.python.org/3/library/xml.html#xml-security',
  ],
  examples: {
    bad: [
      {
        title: 'an invoice in XML',
        template,
        subject: 'ImportInvoice',
        marks: 'etree.fromstring(',
        files: {
          'app.py': `from lxml import etree


def handler(event, context):
    invoice = etree.fromstring(event['body'], etree.XMLParser(resolve_entities=True))
    return {'statusCode': 200, 'body': invoice.findtext('number')}
`,
        },
      },
    ],
    good: [
      {
        title: 'the same without entities',
        template,
        subject: 'ImportInvoice',
        files: {
          'app.py': `from defusedxml import ElementTree


def handler(event, context):
    invoice = ElementTree.fromstring(event['body'])
    return {'statusCode': 200, 'body': invoice.findtext('number')}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
