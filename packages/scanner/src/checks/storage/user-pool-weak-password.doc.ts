import type { CheckDoc } from '../check-doc.ts';

const template = (length: number): string => `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      Policies:
        PasswordPolicy:
          MinimumLength: ${length}
          RequireLowercase: true
          RequireNumbers: true
`;

export default {
  why: 'Short passwords are guessed and stand in leaked lists. Length helps more than kinds of characters.',
  exploit: 'The attacker tries the passwords of leaked lists against the pool.',
  fix: {
    sam: 'Set MinimumLength: 14 under Policies.PasswordPolicy.',
    cloudformation: 'Set MinimumLength: 14 under Policies.PasswordPolicy.',
  },
  blindSpots:
    'Users who sign in with another provider have the passwords of that one. Eight characters of several kinds, the default, are an info. A pool whose every client is a machine with a secret of its own (client credentials) is left out.',
  sources: ['https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html'],
  examples: {
    bad: [{ title: 'passwords of six characters', template: template(6), subject: 'Customers', marks: '6' }],
    good: [{ title: 'passwords of fourteen characters', template: template(14), subject: 'Customers' }],
  },
} satisfies CheckDoc;
