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
  why: 'An event of a gateway holds the Authorization header, cookies, addresses and the body. In the log it is kept for as long as the log, and read by many more people.',
  exploit:
    '1. Somebody with access to the logs, or to where they are shipped, searches for `authorization`.\n2. The tokens that are still valid are used.',
  fix: {
    javascript: "`logger.info('order', { orderId })`.",
    python: "`logger.info('order', extra={'order_id': order_id})`.",
  },
  blindSpots: 'Loggers that remove fields by configuration may be reported.',
  sources: ['https://cwe.mitre.org/data/definitions/532.html'],
  examples: {
    bad: [
      {
        title: 'an order whose event is logged',
        template,
        subject: 'PlaceOrder',
        marks: 'console.log(',
        files: {
          'app.js': `exports.handler = async (event) => {
  console.log('event', JSON.stringify(event));
  return { statusCode: 204 };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'an order whose id is logged',
        template,
        subject: 'PlaceOrder',
        files: {
          'app.js': `exports.handler = async (event) => {
  console.log('request', event.requestContext.requestId);
  return { statusCode: 204 };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
