import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A secret that leaked is of use until it is changed. Rotation that comes once a year is of little help.',
  exploit: 'The attacker finds the password in an old backup, and it still works.',
  fix: {
    sam: 'Set RotationRules: { AutomaticallyAfterDays: 30 }.',
    cloudformation: 'Set RotationRules: { AutomaticallyAfterDays: 30 }.',
  },
  blindSpots: 'Rotation by a cron expression is not worked out.',
  sources: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html'],
  examples: {
    bad: [
      {
        title: 'a rotation once a year',
        template: `Resources:
  Yearly:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: orders-database
      RotationLambdaARN: arn:aws:lambda:eu-west-1:123456789012:function:rotate
      RotationRules:
        AutomaticallyAfterDays: 365
`,
        subject: 'Yearly',
        marks: '365',
      },
    ],
    good: [
      {
        title: 'a rotation once a month',
        template: `Resources:
  Yearly:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: orders-database
      RotationLambdaARN: arn:aws:lambda:eu-west-1:123456789012:function:rotate
      RotationRules:
        AutomaticallyAfterDays: 30
`,
        subject: 'Yearly',
      },
    ],
  },
} satisfies CheckDoc;
