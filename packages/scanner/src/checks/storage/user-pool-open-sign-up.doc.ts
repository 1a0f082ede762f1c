import type { CheckDoc } from '../check-doc.ts';

const template = (closed: boolean): string => `Resources:
  Staff:
    Type: AWS::Cognito::UserPool
    Properties:
      AdminCreateUserConfig:
        AllowAdminCreateUserOnly: ${closed}
`;

export default {
  why: 'Routes that ask for a token of this pool are open to everyone who takes a minute to register, with the id of the client that stands in the page.',
  exploit:
    'The attacker calls SignUp with the id of the client, confirms a throw-away address, and calls the API of the staff.',
  fix: {
    sam: 'Set AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }, or check groups and scopes in the routes.',
    cloudformation: 'Set AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }.',
  },
  blindSpots:
    'For a shop, open registration is the point. What a PreSignUp function refuses is not known. What a stranger reaches by registering is told by `open-sign-up-reaches-route`.',
  sources: ['https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html'],
  examples: {
    bad: [{ title: 'staff who register by themselves', template: template(false), subject: 'Staff', marks: 'false' }],
    good: [{ title: 'staff whom an administrator adds', template: template(true), subject: 'Staff' }],
  },
} satisfies CheckDoc;
