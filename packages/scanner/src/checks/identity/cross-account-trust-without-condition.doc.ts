import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  PartnerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: arn:aws:iam::123456789012:root
            Action: sts:AssumeRole
${more}`;

const externalId = `            Condition:
              StringEquals:
                sts:ExternalId: photo-shop-7731
`;

export default {
  why: 'Everyone whom the other account lets assume roles gets in. A supplier that serves many customers can be talked into using your role for somebody else: the confused deputy.',
  exploit:
    'A second customer of the supplier enters the ARN of your role in its settings, and the supplier works on your data for them.',
  fix: {
    sam: 'Add `Condition: { StringEquals: { sts:ExternalId: <id that the supplier gave> } }`, or MFA for people, or aws:PrincipalOrgID inside one company.',
    cloudformation:
      'Add `Condition: { StringEquals: { sts:ExternalId: <id that the supplier gave> } }`, or MFA for people, or aws:PrincipalOrgID inside one company.',
  },
  blindSpots:
    'The template does not say in which account it is deployed: an id that is the own account is reported too. Write !Ref AWS::AccountId for that one.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  ],
  examples: {
    bad: [
      { title: 'a partner without external id', template: template(''), subject: 'PartnerRole', marks: '123456789012' },
    ],
    good: [{ title: 'a partner with an external id', template: template(externalId), subject: 'PartnerRole' }],
  },
} satisfies CheckDoc;
