import type { CheckDoc } from '../check-doc.ts';

const template = (principal: string): string => `Resources:
  PaymentKey:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString: {}
  PaymentKeyPolicy:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      SecretId: !Ref PaymentKey
      ResourcePolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: secretsmanager:GetSecretValue
            Resource: '*'
`;

export default {
  why: 'A policy on a secret that admits everyone gives it to every AWS account. With a customer key its policy is the last lock.',
  exploit:
    'The attacker calls GetSecretValue with the ARN of the secret, which stands in environment variables and repositories.',
  fix: {
    sam: 'Name the role that reads it under Principal, or leave the policy out and grant it to the role.',
    cloudformation: 'Name the role that reads it under Principal, or leave the policy out and grant it to the role.',
  },
  blindSpots: 'Whether the key of the secret would keep foreign accounts out is not asked.',
  sources: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html'],
  examples: {
    bad: [{ title: 'a payment key for the world', template: template("'*'"), subject: 'PaymentKey', marks: '*' }],
    good: [
      {
        title: 'a payment key for one role',
        template: template('{ AWS: arn:aws:iam::123456789012:role/payments }'),
        subject: 'PaymentKey',
      },
    ],
  },
} satisfies CheckDoc;
