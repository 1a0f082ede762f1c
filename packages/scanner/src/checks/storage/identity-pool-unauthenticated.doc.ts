import type { CheckDoc } from '../check-doc.ts';

const template = (guests: boolean): string => `Resources:
  Visitors:
    Type: AWS::Cognito::IdentityPool
    Properties:
      AllowUnauthenticatedIdentities: ${guests}
`;

export default {
  why: 'With guests allowed, the id of the pool, which stands in every web page, is enough to get AWS credentials.',
  exploit:
    'The attacker reads the id of the pool from the page, asks for credentials, and calls AWS directly with the rights of the guest role.',
  fix: {
    sam: 'Set AllowUnauthenticatedIdentities: false.',
    cloudformation: 'Set AllowUnauthenticatedIdentities: false.',
  },
  blindSpots:
    'What the guest role may do is weighed when role and attachment stand in the templates. Sending metrics only is a fair use.',
  sources: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html#enable-or-disable-unauthenticated-identities',
  ],
  examples: {
    bad: [{ title: 'visitors without signing in', template: template(true), subject: 'Visitors', marks: 'true' }],
    good: [{ title: 'visitors who sign in', template: template(false), subject: 'Visitors' }],
  },
} satisfies CheckDoc;
