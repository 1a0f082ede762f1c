import type { CheckDoc } from '../check-doc.ts';

const template = (source: string): string => `Resources:
  ShipOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code:
        ZipFile: exports.handler = async () => 'shipped';
  OrderPlaced:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        detail-type:
          - order placed
${source}      Targets:
        - Id: ship
          Arn: !GetAtt ShipOrder.Arn
`;

export default {
  why: 'Everybody who may call PutEvents on the bus chooses source, detail-type and detail freely. A pattern that does not name the source starts the function for forged events too. Sources that begin with `aws.` cannot be forged, and on a shared bus the account cannot either.',
  exploit:
    'A function or account with events:PutEvents on the bus sends an event of the expected type, and goods are shipped for an order that was never paid.',
  fix: {
    sam: 'Add `source` to the `Pattern` of the event; on a bus that other accounts write to, `account` as well.',
    cloudformation: 'Add `source` to the `EventPattern`; on a bus that other accounts write to, `account` as well.',
  },
  blindSpots:
    'Who may put events on the default bus of the account is not known. That the function checks the event itself is not looked at.',
  sources: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-patterns-best-practices.html',
  ],
  examples: {
    bad: [{ title: 'a shipping rule for orders of anybody', template: template(''), subject: 'OrderPlaced' }],
    good: [
      {
        title: 'a shipping rule for orders of the shop',
        template: template('        source:\n          - shop.orders\n'),
        subject: 'OrderPlaced',
      },
    ],
  },
} satisfies CheckDoc;
