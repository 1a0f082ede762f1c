import type { CheckDoc } from '../check-doc.ts';

const template = (condition: string): string => `Resources:
  DeployRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Federated: arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals:
                token.actions.githubusercontent.com:aud: sts.amazonaws.com
${condition}`;

const subject = (pattern: string): string => `              StringLike:
                token.actions.githubusercontent.com:sub: ${pattern}
`;

export default {
  why: 'GitHub signs tokens for every workflow in the world, all with the same audience. Only the subject says which repository asks.',
  exploit:
    'The attacker runs a workflow in a repository of their own, asks GitHub for a token, and assumes the role that deploys your functions.',
  fix: {
    sam: 'Add `StringLike: { token.actions.githubusercontent.com:sub: "repo:<owner>/<repository>:ref:refs/heads/main" }`.',
    cloudformation:
      'Add `StringLike: { token.actions.githubusercontent.com:sub: "repo:<owner>/<repository>:ref:refs/heads/main" }`.',
  },
  blindSpots: 'Who may push to the repository, and which claims a private provider sets, is not known here.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
    'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
  ],
  examples: {
    bad: [
      {
        title: 'a deployment for every repository on GitHub',
        template: template(''),
        subject: 'DeployRole',
        marks: 'githubusercontent',
      },
      {
        title: 'a deployment for every repository of the owner',
        template: template(subject("'repo:photo-shop/*'")),
        subject: 'DeployRole',
        marks: 'photo-shop',
      },
    ],
    good: [
      {
        title: 'a deployment from the main branch of one repository',
        template: template(subject('repo:photo-shop/orders:ref:refs/heads/main')),
        subject: 'DeployRole',
      },
    ],
  },
} satisfies CheckDoc;
