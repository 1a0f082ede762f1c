import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  SaveSettings:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/settings', Method: post } }
`;

export default {
  why: '`__proto__` in a key writes to the prototype of all objects: checks such as `user.isAdmin` then find what the sender wrote, in this and the next invocations of the container.',
  exploit:
    '1. The attacker sends `{ "__proto__": { "isAdmin": true } }`.\n2. A deep merge writes it to the prototype, and every user is an administrator.',
  fix: {
    javascript:
      'A `Map`, `Object.create(null)`, a schema that names the allowed keys, or a merge that skips `__proto__`.',
    python: 'Does not occur in Python; `setattr` with a name of the event is its kin: choose from known names.',
  },
  blindSpots: 'Which later check is fooled is not looked for.',
  sources: ['https://cwe.mitre.org/data/definitions/1321.html'],
  examples: {
    bad: [
      {
        title: 'settings that are merged as they come',
        template,
        subject: 'SaveSettings',
        marks: '_.merge(',
        files: {
          'app.js': `const _ = require('lodash');

const settings = {};

exports.handler = async (event) => {
  _.merge(settings, JSON.parse(event.body));
  return { statusCode: 204 };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'settings with known keys',
        template,
        subject: 'SaveSettings',
        files: {
          'app.js': `exports.handler = async (event) => {
  const { theme, language } = JSON.parse(event.body);
  const settings = { theme, language };
  return { statusCode: 200, body: JSON.stringify(settings) };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
