import type { CheckDoc } from '../check-doc.ts';

const template = (resource: string): string => `Resources:
  AuditPolicy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Resource: ${resource}
`;

export default {
  why: 'Many roles trust their whole account. An identity that may assume any role has the rights of all of them together.',
  exploit:
    'From the credentials of one function the attacker walks through every role that trusts the account, in all accounts of the company.',
  fix: {
    sam: 'Name the roles: `Resource: arn:aws:iam::123456789012:role/audit-reader`.',
    cloudformation: 'Name the roles: `Resource: arn:aws:iam::123456789012:role/audit-reader`.',
  },
  blindSpots: 'Which roles trust the account is known only for those of the template.',
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_permissions-to-switch.html'],
  examples: {
    bad: [{ title: 'an audit that may become anyone', template: template("'*'"), subject: 'AuditPolicy', marks: '*' }],
    good: [
      {
        title: 'an audit with one role',
        template: template('arn:aws:iam::123456789012:role/audit-reader'),
        subject: 'AuditPolicy',
      },
    ],
  },
} satisfies CheckDoc;
