import type { CheckDoc } from '../check-doc.ts';

const template = (key: string): string => `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH
      Tags:
        - Key: ${key}
          Value: orders-team
`;

export default {
  why: 'When a function or table is at risk, somebody must decide and act. A tag that names a team makes that possible without asking around.',
  exploit: 'There is no attack by itself: in an incident the first hours go by with finding out whose it is.',
  fix: {
    sam: 'Add `Tags: { owner: <team> }`, or give the tag to the whole stack.',
    cloudformation: 'Add a tag `owner` or `team`, or give it to the whole stack.',
  },
  blindSpots:
    'Tags of the stack, CODEOWNERS and the history of the file are not looked at here; the inventory shows them. The finding is informative.',
  sources: ['https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html'],
  examples: {
    bad: [
      {
        title: 'an order table that belongs to nobody',
        template: template('purpose'),
        subject: 'Orders',
        marks: 'Orders',
      },
    ],
    good: [{ title: 'an order table with a team', template: template('team'), subject: 'Orders' }],
  },
} satisfies CheckDoc;
