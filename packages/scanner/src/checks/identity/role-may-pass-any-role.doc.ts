import type { CheckDoc } from '../check-doc.ts';

const template = (resource: string): string => `Resources:
  DeployPolicy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: iam:PassRole
            Resource: ${resource}
`;

export default {
  why: 'Passing a role to a service means using it. With every role to choose from, the holder has the rights of the most powerful one.',
  exploit: 'The attacker makes a function, passes it the role of an administrator, and invokes it.',
  fix: {
    sam: 'Name the role: `Resource: !GetAtt WorkerRole.Arn`, with a condition on iam:PassedToService.',
    cloudformation: 'Name the role: `Resource: !GetAtt WorkerRole.Arn`, with a condition on iam:PassedToService.',
  },
  blindSpots:
    'What the services can do with a passed role is not followed; a path of role names narrows as far as the names go.',
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  examples: {
    bad: [
      { title: 'a deployment that may pass any role', template: template("'*'"), subject: 'DeployPolicy', marks: '*' },
      {
        title: 'any role of one account',
        template: template("'arn:aws:iam::123456789012:role/*'"),
        subject: 'DeployPolicy',
        marks: 'role/*',
      },
    ],
    good: [
      {
        title: 'a deployment that passes one role',
        template: template('arn:aws:iam::123456789012:role/orders-worker'),
        subject: 'DeployPolicy',
      },
    ],
  },
} satisfies CheckDoc;
