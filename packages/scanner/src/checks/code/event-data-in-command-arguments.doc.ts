import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  CloneTheme:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/themes', Method: post } }
`;

export default {
  why: 'Without a shell nothing can be chained, but many programs take options that write files or run commands: `--output`, `-o ProxyCommand=`, `--upload-pack`. Data that begins with a dash is such an option.',
  exploit:
    '1. The attacker sends `--upload-pack=touch /tmp/owned` where a repository is expected.\n2. The program reads it as an option and does as it says.',
  fix: {
    javascript: "Put `'--'` before the first argument that is data, and refuse values that begin with `-`.",
    python: "Put `'--'` before the first argument that is data, and refuse values that begin with `-`.",
  },
  blindSpots: 'Which options of which program are dangerous is not known; programs without any are reported too.',
  sources: ['https://cwe.mitre.org/data/definitions/88.html'],
  examples: {
    bad: [
      {
        title: 'a theme that is cloned from where the request says',
        template,
        subject: 'CloneTheme',
        marks: 'subprocess.run(',
        files: {
          'app.py': `import json
import subprocess


def handler(event, context):
    theme = json.loads(event['body'])['theme']
    subprocess.run(['git', 'clone', theme, '/tmp/theme'], check=True)
    return {'statusCode': 204}
`,
        },
      },
    ],
    good: [
      {
        title: 'a theme of a list',
        template,
        subject: 'CloneTheme',
        files: {
          'app.py': `import json
import subprocess

THEMES = {'dark': 'https://git.example.com/dark.git', 'light': 'https://git.example.com/light.git'}


def handler(event, context):
    theme = json.loads(event['body'])['theme']
    if theme not in THEMES:
        return {'statusCode': 400}
    subprocess.run(['git', 'clone', THEMES[theme], '/tmp/theme'], check=True)
    return {'statusCode': 204}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
