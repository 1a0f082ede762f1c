import type { CheckDoc } from '../check-doc.ts';

const template = (timeout: number): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  RenderInvoice:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: 'exports.handler = async () => ({ statusCode: 200 })'
      Timeout: ${timeout}
      Events:
        Render:
          Type: Api
          Properties:
            Method: post
            Path: /invoices
`;

export default {
  why: 'API Gateway gives up after 29 or 30 seconds. A function that may run longer is paid for an answer that nobody receives, and clients that try again start it once more.',
  exploit: 'The attacker sends requests that take long and drops the connection: each costs the full timeout.',
  fix: {
    sam: 'Set Timeout of the function to 29 or less, or answer at once and do the work behind a queue.',
    cloudformation: 'Set Timeout of the function to 29 or less, or answer at once and do the work behind a queue.',
  },
  blindSpots:
    'A quota of the account can raise the limit of regional and private REST APIs; then TimeoutInMillis says so. Functions of a WebSocket API that may post to the connection answer later: an info.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html'],
  examples: {
    bad: [
      {
        title: 'an invoice that may take five minutes',
        template: template(300),
        subject: 'RenderInvoice',
        marks: '300',
      },
    ],
    good: [{ title: 'an invoice that takes 20 seconds at most', template: template(20), subject: 'RenderInvoice' }],
  },
} satisfies CheckDoc;
