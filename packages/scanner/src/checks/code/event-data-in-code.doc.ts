import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  PriceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/price', Method: post } }
`;

export default {
  why: '`eval`, `Function`, `vm`, `exec` and imports by a computed name run what they are given, inside the function, with its role and its memory.',
  exploit:
    '1. The attacker sends an expression that reads `process.env`.\n2. The answer holds the credentials of the role.',
  fix: {
    javascript: '`JSON.parse` for data, a `Map` from allowed names to functions for choices. `vm` is no sandbox.',
    python: '`json.loads` or `ast.literal_eval` for data, a `dict` from allowed names to functions for choices.',
  },
  blindSpots: 'Template engines have a check of their own.',
  sources: ['https://cwe.mitre.org/data/definitions/94.html', 'https://nodejs.org/api/vm.html'],
  examples: {
    bad: [
      {
        title: 'a discount that is written as a formula',
        template,
        subject: 'PriceOrder',
        marks: 'eval(formula)',
        files: {
          'app.js': `exports.handler = async (event) => {
  const { formula } = JSON.parse(event.body);
  return { statusCode: 200, body: String(eval(formula)) };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'a discount that is chosen by name',
        template,
        subject: 'PriceOrder',
        files: {
          'app.js': `const discounts = new Map([['spring', 0.9], ['none', 1]]);

exports.handler = async (event) => {
  const { discount } = JSON.parse(event.body);
  return { statusCode: 200, body: JSON.stringify({ price: 100 * (discounts.get(discount) ?? 1) }) };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
