import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  CheckOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/orders', Method: post } }
`;

export default {
  why: 'A repetition in a repetition can read one text in very many ways, and a text that does not match makes the engine try them all: each character more doubles the time. The call then runs into its timeout, at the expense of the owner.',
  exploit:
    '1. The attacker sends forty letters and one character that the pattern does not take.\n2. The function works until its timeout, as often as it is called.',
  fix: {
    javascript: '`/^[a-z0-9]+$/` for `/^([a-z0-9]+)+$/`; `re2` for patterns that cannot be rewritten.',
    python: "`re.fullmatch('[a-z0-9]+', text)`; Python 3.11 has atomic groups and possessive quantifiers.",
  },
  blindSpots:
    'Patterns with look-around or back references, and those of more than 120 characters to match, are not judged; quadratic time is not told.',
  sources: [
    'https://cwe.mitre.org/data/definitions/1333.html',
    'https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS',
  ],
  examples: {
    bad: [
      {
        title: 'an address of repeated letters',
        template,
        subject: 'CheckOrder',
        marks: 'address.test(email)',
        files: {
          'app.js': `const address = /^([a-z0-9]+)+@example\\.com$/;

exports.handler = async (event) => {
  const { email } = JSON.parse(event.body);
  return { statusCode: address.test(email) ? 200 : 400 };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'the letters once',
        template,
        subject: 'CheckOrder',
        files: {
          'app.js': `const address = /^[a-z0-9]+@example\\.com$/;

exports.handler = async (event) => {
  const { email } = JSON.parse(event.body);
  return { statusCode: address.test(email) ? 200 : 400 };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
