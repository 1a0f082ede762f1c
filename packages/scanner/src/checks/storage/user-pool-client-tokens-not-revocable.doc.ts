import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'Revocation is on by default for new clients. Where it is switched off, signing out does not end what a stolen refresh token can do.',
  exploit:
    'The attacker takes a refresh token from a browser and renews access for as long as it lives, 30 days by default.',
  fix: {
    sam: 'Set EnableTokenRevocation: true, or leave it out.',
    cloudformation: 'Set EnableTokenRevocation: true, or leave it out.',
  },
  blindSpots: 'Clients that were made before revocation existed have it off although nobody wrote so.',
  sources: ['https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html'],
  examples: {
    bad: [
      {
        title: 'a client whose tokens live on',
        template: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
  Website:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Customers
      EnableTokenRevocation: false
`,
        subject: 'Website',
        marks: 'false',
      },
    ],
    good: [
      {
        title: 'a client whose tokens can be revoked',
        template: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
  Website:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Customers
      EnableTokenRevocation: true
`,
        subject: 'Website',
      },
    ],
  },
} satisfies CheckDoc;
