import type { CheckDoc } from '../check-doc.ts';

const template = (protocol: string): string => `Resources:
  Orders:
    Type: AWS::SNS::Topic
  OrdersToPartner:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Orders
      Protocol: ${protocol}
      Endpoint: ${protocol}://partner.example.com/orders
`;

export default {
  why: 'With the protocol http SNS sends each message without encryption over the internet.',
  exploit: 'Someone on the way reads the orders with names and addresses, or changes them before they arrive.',
  fix: {
    sam: 'Set `Protocol: https` and an https endpoint.',
    cloudformation: 'Set `Protocol: https` and an https endpoint.',
  },
  blindSpots: 'Subscriptions that are made at run time are not seen.',
  sources: ['https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html'],
  examples: {
    bad: [
      {
        title: 'orders sent to a partner in the clear',
        template: template('http'),
        subject: 'OrdersToPartner',
        marks: 'http',
      },
    ],
    good: [{ title: 'orders sent to a partner encrypted', template: template('https'), subject: 'OrdersToPartner' }],
  },
} satisfies CheckDoc;
