import type { CheckDoc } from '../check-doc.ts';

const template = (action: string): string => `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolTier: PLUS
      UserPoolAddOns: { AdvancedSecurityMode: ENFORCED }
  CustomersRisks:
    Type: AWS::Cognito::UserPoolRiskConfigurationAttachment
    Properties:
      UserPoolId: !Ref Customers
      ClientId: ALL
      CompromisedCredentialsRiskConfiguration:
        Actions: { EventAction: ${action} }
`;

export default {
  why: 'Threat protection compares passwords with those from known leaks. With NO_ACTION the match is written down and the door opens.',
  exploit:
    'The attacker tries pairs of names and passwords from a leak of another site; the ones that people use twice work.',
  fix: {
    sam: 'Set EventAction: BLOCK in CompromisedCredentialsRiskConfiguration.',
    cloudformation: 'Set EventAction: BLOCK in CompromisedCredentialsRiskConfiguration.',
  },
  blindSpots: 'What somebody set in the console is not seen. Passwords that no leak holds yet pass.',
  sources: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-compromised-credentials.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolriskconfigurationattachment.html',
  ],
  examples: {
    bad: [
      { title: 'a pool that only notes it', template: template('NO_ACTION'), subject: 'Customers', marks: 'NO_ACTION' },
    ],
    good: [{ title: 'a pool that blocks', template: template('BLOCK'), subject: 'Customers' }],
  },
} satisfies CheckDoc;
