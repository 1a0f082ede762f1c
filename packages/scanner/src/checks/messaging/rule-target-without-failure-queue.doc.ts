import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  OrderPlaced:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source:
          - orders
      Targets:
        - Id: ship
          Arn: arn:aws:lambda:eu-west-1:111122223333:function:ship-order
${more}`;

export default {
  why: 'EventBridge tries for 24 hours to hand an event to a target that is throttled, gone or refuses. After that the event is dropped, unless the target has a dead-letter queue.',
  exploit: 'There is no attack by itself: what was lost cannot be shown or replayed.',
  fix: {
    sam: 'Add `DeadLetterConfig` to the EventBridgeRule or Schedule event.',
    cloudformation: 'Add `DeadLetterConfig: { Arn: ... }` to the target of the rule.',
  },
  blindSpots:
    'This queue catches only what could not be handed over. What a function fails on goes to the failure destination of the function. The finding is informative.',
  sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html'],
  examples: {
    bad: [{ title: 'a shipping event that may be dropped', template: template(''), subject: 'OrderPlaced' }],
    good: [
      {
        title: 'a shipping event that is kept',
        template: template(
          '          DeadLetterConfig:\n            Arn: arn:aws:sqs:eu-west-1:111122223333:unshipped\n',
        ),
        subject: 'OrderPlaced',
      },
    ],
  },
} satisfies CheckDoc;
