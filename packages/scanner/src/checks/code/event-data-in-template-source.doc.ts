import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  PreviewMail:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/mail', Method: post } }
`;

export default {
  why: 'Template languages can call functions and reach the objects of the program. Who writes the template runs code.',
  exploit:
    "1. The attacker sends `{{ cycler.__init__.__globals__.os.popen('env').read() }}`.\n2. The answer holds the environment of the function.",
  fix: {
    javascript: '`Handlebars.compile(constantSource)(values)`: the source is a constant, the event gives the values.',
    python:
      "`environment.get_template('mail.html').render(name=name)`: the source is a file of the function, the event gives the values.",
  },
  blindSpots: 'Sandboxed environments are reported too: they have been left again and again.',
  sources: ['https://cwe.mitre.org/data/definitions/1336.html', 'https://jinja.palletsprojects.com/en/stable/sandbox/'],
  examples: {
    bad: [
      {
        title: 'a mail that the request writes as a template',
        template,
        subject: 'PreviewMail',
        marks: 'Template(text)',
        files: {
          'app.py': `import json

from jinja2 import Template


def handler(event, context):
    text = json.loads(event['body'])['text']
    return {'statusCode': 200, 'body': json.dumps({'mail': Template(text).render()})}
`,
        },
      },
    ],
    good: [
      {
        title: 'a constant template',
        template,
        subject: 'PreviewMail',
        files: {
          'app.py': `import json

from jinja2 import Template

MAIL = Template('Thank you, {{ name }}.', autoescape=True)


def handler(event, context):
    name = json.loads(event['body'])['name']
    return {'statusCode': 200, 'body': json.dumps({'mail': MAIL.render(name=name)})}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
