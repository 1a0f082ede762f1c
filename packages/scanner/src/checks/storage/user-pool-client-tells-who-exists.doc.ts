import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'With LEGACY a sign-in with an unknown name fails with UserNotFoundException, one with a known name with a wrong password.',
  exploit: 'The attacker sends a list of addresses, keeps those that exist, and tries passwords on them alone.',
  fix: {
    sam: 'Set PreventUserExistenceErrors: ENABLED.',
    cloudformation: 'Set PreventUserExistenceErrors: ENABLED.',
  },
  blindSpots: 'Sign-up tells about taken names all the same, unless the addresses are aliases.',
  sources: ['https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html'],
  examples: {
    bad: [
      {
        title: 'a client that tells',
        template: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
  Website:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Customers
      PreventUserExistenceErrors: LEGACY
`,
        subject: 'Website',
        marks: 'LEGACY',
      },
    ],
    good: [
      {
        title: 'a client that does not tell',
        template: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
  Website:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Customers
      PreventUserExistenceErrors: ENABLED
`,
        subject: 'Website',
      },
    ],
  },
} satisfies CheckDoc;
