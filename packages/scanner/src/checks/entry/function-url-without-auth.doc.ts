import type { CheckDoc } from '../check-doc.ts';

const template = (auth: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: 'exports.handler = async () => ({ statusCode: 200 })'
      FunctionUrlConfig:
        AuthType: ${auth}
`;

export default {
  why: 'A function URL with AuthType NONE runs the function for every request from the internet. Nothing stands in front of it: no authorizer, no throttle, no firewall.',
  exploit:
    'URLs end up in page sources, logs and certificates of no one, and scanners find them. Whoever has one sends any event, as often as the concurrency of the account allows.',
  fix: {
    sam: 'Set FunctionUrlConfig.AuthType: AWS_IAM, or put the function behind an API with an authorizer.',
    cloudformation: 'Set AuthType: AWS_IAM on AWS::Lambda::Url and remove the AWS::Lambda::Permission for principal *.',
  },
  blindSpots:
    'A function may check a signature of its own (a webhook). That stands in the code, which this check does not read. What the role behind the entry permits ranks it: changing, sending or starting something is high, reading data or running a paid service medium; with no right beyond logging, no network and no address or credential in the environment it is an info. A Deny or a permissions boundary is not subtracted.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  examples: {
    bad: [
      {
        title: 'an order function whose URL asks for nothing',
        template: template('NONE'),
        subject: 'PlaceOrderUrl',
        marks: 'NONE',
      },
    ],
    good: [
      {
        title: 'an order function whose URL asks for signed requests',
        template: template('AWS_IAM'),
        subject: 'PlaceOrderUrl',
      },
    ],
  },
} satisfies CheckDoc;
