import type { CheckDoc } from '../check-doc.ts';

const template = (principal: string): string => `Resources:
  Orders:
    Type: AWS::SNS::Topic
  OrdersPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Orders]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal:
              AWS: ${principal}
            Action: sns:Subscribe
            Resource: !Ref Orders
`;

export default {
  why: 'Everyone whom an administrator of the other account allows gets what the statement names. Partners leave, and their accounts stay in policies.',
  exploit: 'The attacker takes over an identity of the other account, which you neither watch nor can lock.',
  fix: {
    sam: 'Name the role of the partner instead of the account, add a condition on aws:PrincipalOrgID, and take out who is gone.',
    cloudformation:
      'Name the role of the partner instead of the account, add a condition on aws:PrincipalOrgID, and take out who is gone.',
  },
  blindSpots:
    'Which account the template is deployed to is not known, so an account that it names by number may be its own.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html',
  ],
  examples: {
    bad: [
      {
        title: 'a topic that a partner subscribes to',
        template: template('arn:aws:iam::210987654321:root'),
        subject: 'Orders',
        marks: 'arn:aws:iam::210987654321:root',
      },
    ],
    good: [
      {
        title: 'a topic of the own account',
        template: template("!Sub 'arn:aws:iam::${AWS::AccountId}:root'"),
        subject: 'Orders',
      },
    ],
  },
} satisfies CheckDoc;
