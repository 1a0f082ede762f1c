import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  Orders:
    Type: AWS::SNS::Topic
  OrdersToPartner:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Orders
      Protocol: https
      Endpoint: https://partner.example.com/orders
${more}`;

export default {
  why: 'When a subscriber cannot be reached, or its permission is gone, SNS tries for a while and then drops the message. A dead-letter queue keeps it.',
  exploit: 'There is no attack by itself: what was lost cannot be shown or replayed.',
  fix: {
    sam: 'Add `RedrivePolicy: { deadLetterTargetArn: ... }` to the event or subscription.',
    cloudformation: 'Add `RedrivePolicy` with `deadLetterTargetArn` to the subscription.',
  },
  blindSpots:
    'This queue catches only what could not be handed over. What a function fails on goes to the failure destination of the function. The finding is informative.',
  sources: ['https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html'],
  examples: {
    bad: [{ title: 'a partner who may miss orders', template: template(''), subject: 'OrdersToPartner' }],
    good: [
      {
        title: 'a partner whose missed orders are kept',
        template: template(
          '      RedrivePolicy:\n        deadLetterTargetArn: arn:aws:sqs:eu-west-1:111122223333:missed-orders\n',
        ),
        subject: 'OrdersToPartner',
      },
    ],
  },
} satisfies CheckDoc;
