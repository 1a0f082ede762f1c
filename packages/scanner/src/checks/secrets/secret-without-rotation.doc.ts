import type { CheckDoc } from '../check-doc.ts';

const secret = `Resources:
  Database:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString: {}
`;

const rotation = `  DatabaseRotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref Database
      HostedRotationLambda:
        RotationType: PostgreSQLSingleUser
      RotationRules:
        AutomaticallyAfterDays: 30
`;

export default {
  why: 'A secret that changes by itself is worth little to somebody who finds an old copy.',
  exploit: 'A password from a laptop that was stolen last year still works.',
  fix: {
    sam: 'Add an AWS::SecretsManager::RotationSchedule.',
    cloudformation: 'Add an AWS::SecretsManager::RotationSchedule.',
  },
  blindSpots:
    'Keys of other companies cannot always be rotated by a function. Rotation that was set up in the console is not seen.',
  sources: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html'],
  examples: {
    bad: [{ title: 'a password for ever', template: secret, subject: 'Database', marks: 'Database' }],
    good: [{ title: 'a password for a month', template: secret + rotation, subject: 'Database' }],
  },
} satisfies CheckDoc;
