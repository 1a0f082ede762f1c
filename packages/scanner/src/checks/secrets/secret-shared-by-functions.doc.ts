import type { CheckDoc } from '../check-doc.ts';

const lambda = (name: string, secret: string): string => `  ${name}:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => undefined;
      Policies:
        - AWSSecretsManagerGetSecretValuePolicy:
            SecretArn: !Ref ${secret}
`;

const secret = (name: string): string => `  ${name}:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString: {}
`;

const start = 'Transform: AWS::Serverless-2016-10-31\nResources:\n';

export default {
  why: 'Functions that share one database user cannot be told apart, each has the rights of all, and the secret cannot be changed for one of them.',
  exploit:
    'The attacker takes over the function that shows opening hours and signs in to the database with the rights of the one that refunds.',
  fix: {
    sam: 'Make a user and a secret for each function, with the grants that it needs.',
    cloudformation: 'Make a user and a secret for each function, with the grants that it needs.',
  },
  blindSpots: 'Functions of one task may well share a secret. Which user a secret holds is not known.',
  sources: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html'],
  examples: {
    bad: [
      {
        title: 'orders and refunds with one secret',
        template: start + secret('Database') + lambda('PlaceOrder', 'Database') + lambda('Refund', 'Database'),
        subject: 'Database',
        marks: 'Database',
      },
    ],
    good: [
      {
        title: 'a secret for each',
        template:
          start + secret('Orders') + secret('Refunds') + lambda('PlaceOrder', 'Orders') + lambda('Refund', 'Refunds'),
        subject: 'Orders',
      },
    ],
  },
} satisfies CheckDoc;
