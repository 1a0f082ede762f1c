import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/orders', Method: post } }
`;

export default {
  why: 'A stack names files, libraries with their versions, and often values: statements of SQL, names of tables and hosts. It tells an attacker where to go on.',
  exploit: '1. The attacker sends what the function does not expect.\n2. The answer shows which library fails where.',
  fix: {
    javascript: "`return { statusCode: 500, body: JSON.stringify({ message: 'failed', id: context.awsRequestId }) }`.",
    python: "`logger.exception('failed')` and an answer without `traceback.format_exc()`.",
  },
  blindSpots:
    'The message of an error is not told. What a condition on the stage or on a debug switch guards is taken for guarded.',
  sources: [
    'https://cwe.mitre.org/data/definitions/209.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html',
  ],
  examples: {
    bad: [
      {
        title: 'an error that is answered whole',
        template,
        subject: 'PlaceOrder',
        marks: '{ statusCode: 500',
        files: {
          'app.js': `exports.handler = async (event) => {
  try {
    return { statusCode: 200, body: JSON.stringify(JSON.parse(event.body).size) };
  } catch (error) {
    return { statusCode: 500, body: JSON.stringify({ message: error.message, stack: error.stack }) };
  }
};
`,
        },
      },
    ],
    good: [
      {
        title: 'an error that goes to the log',
        template,
        subject: 'PlaceOrder',
        files: {
          'app.js': `exports.handler = async (event) => {
  try {
    return { statusCode: 200, body: JSON.stringify(JSON.parse(event.body).size) };
  } catch (error) {
    console.error(error.stack);
    return { statusCode: 500, body: JSON.stringify({ message: 'failed' }) };
  }
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
