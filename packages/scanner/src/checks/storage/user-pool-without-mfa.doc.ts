import type { CheckDoc } from '../check-doc.ts';

const template = (mode: string): string => `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      MfaConfiguration: '${mode}'
      EnabledMfas: [SOFTWARE_TOKEN_MFA]
`;

export default {
  why: 'Passwords are reused, guessed and phished. A second factor keeps the account closed when that happens.',
  exploit: 'The attacker signs in with a password from a leaked list of another site.',
  fix: {
    sam: "Set MfaConfiguration: 'ON' and EnabledMfas: [SOFTWARE_TOKEN_MFA].",
    cloudformation: "Set MfaConfiguration: 'ON' and EnabledMfas: [SOFTWARE_TOKEN_MFA].",
  },
  blindSpots:
    'Users who sign in with another provider have the second factor of that one. A pool whose every client is a machine with a secret of its own (client credentials) is left out.',
  sources: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html'],
  examples: {
    bad: [{ title: 'customers with a password alone', template: template('OFF'), subject: 'Customers', marks: 'OFF' }],
    good: [{ title: 'customers with a second factor', template: template('ON'), subject: 'Customers' }],
  },
} satisfies CheckDoc;
