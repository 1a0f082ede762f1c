import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A deleted user pool does not come back: passwords and second factors are lost with it.',
  exploit: 'A stolen credential that may manage user pools ends the service for all its users with one call.',
  fix: {
    sam: 'Set DeletionProtection: ACTIVE.',
    cloudformation: 'Set DeletionProtection: ACTIVE.',
  },
  blindSpots: 'DeletionPolicy: Retain protects from the stack, not from calls.',
  sources: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html'],
  examples: {
    bad: [
      {
        title: 'customers that one call deletes',
        template: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      DeletionProtection: INACTIVE
`,
        subject: 'Customers',
        marks: 'INACTIVE',
      },
    ],
    good: [
      {
        title: 'customers that are protected',
        template: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      DeletionProtection: ACTIVE
`,
        subject: 'Customers',
      },
    ],
  },
} satisfies CheckDoc;
