import type { CheckDoc } from '../check-doc.ts';

const template = (principal: string, more = ''): string => `Resources:
  ExportRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: sts:AssumeRole
${more}`;

const organization = `            Condition:
              StringEquals:
                aws:PrincipalOrgID: o-a1b2c3d4e5
`;

export default {
  why: 'The trust policy is the lock of a role. `*` means every AWS account in the world, not only yours.',
  exploit:
    'The attacker calls sts:AssumeRole with the ARN of the role from an account of their own. ARNs are no secrets: they stand in logs, errors and repositories.',
  fix: {
    sam: 'Name the service or role under Principal, such as `Service: lambda.amazonaws.com`.',
    cloudformation: 'Name the service or role under Principal, such as `Service: lambda.amazonaws.com`.',
  },
  blindSpots: 'Federated principals have a check of their own (unsafe-oidc-trust).',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html',
  ],
  examples: {
    bad: [
      { title: 'an export role for the world', template: template("'*'"), subject: 'ExportRole', marks: '*' },
      {
        title: 'an export role for every account',
        template: template("{ AWS: '*' }"),
        subject: 'ExportRole',
        marks: '*',
      },
    ],
    good: [
      {
        title: 'an export role of Lambda',
        template: template('{ Service: lambda.amazonaws.com }'),
        subject: 'ExportRole',
      },
      { title: 'an export role for the organization', template: template("'*'", organization), subject: 'ExportRole' },
    ],
  },
} satisfies CheckDoc;
