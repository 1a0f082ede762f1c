import type { CheckDoc } from '../check-doc.ts';

const template = (condition: string): string => `Resources:
  ShopBus:
    Type: AWS::Events::EventBus
    Properties:
      Name: shop
  PartnersMayPut:
    Type: AWS::Events::EventBusPolicy
    Properties:
      EventBusName: !Ref ShopBus
      StatementId: partners
      Statement:
        Effect: Allow
        Principal: '*'
        Action: events:PutEvents
        Resource: !GetAtt ShopBus.Arn
${condition}`;

const organization = `        Condition:
          StringEquals:
            aws:PrincipalOrgID: o-a1b2c3d4e5
`;

export default {
  why: 'Rules trust what is on the bus. With an open bus every AWS account in the world can put an event that starts your functions.',
  exploit:
    'The attacker puts an event with the source and detail type of your shop on the bus, from an account of their own.',
  fix: {
    sam: 'Name the account under Principal, or add a condition on aws:PrincipalOrgID; ask for the account in the pattern of each rule too.',
    cloudformation: 'Name the account under Principal, or add a condition on aws:PrincipalOrgID.',
  },
  blindSpots: 'What the patterns of the rules let through is judged elsewhere.',
  sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html'],
  examples: {
    bad: [{ title: 'a bus for the world', template: template(''), subject: 'ShopBus', marks: '*' }],
    good: [{ title: 'a bus for the organization', template: template(organization), subject: 'ShopBus' }],
  },
} satisfies CheckDoc;
