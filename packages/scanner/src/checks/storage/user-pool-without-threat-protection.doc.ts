import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'Threat protection compares passwords with known leaks and sign-ins with those of before, and can block them. AUDIT only records.',
  exploit: 'The attacker tries addresses and passwords from the leak of another shop until some fit.',
  fix: {
    sam: 'Set UserPoolAddOns: { AdvancedSecurityMode: ENFORCED }; the user pool needs the Plus tier.',
    cloudformation: 'Set UserPoolAddOns: { AdvancedSecurityMode: ENFORCED }; the user pool needs the Plus tier.',
  },
  blindSpots:
    'The actions of a risk configuration (AWS::Cognito::UserPoolRiskConfigurationAttachment) are not looked at.',
  sources: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
  ],
  examples: {
    bad: [
      {
        title: 'a pool that only counts',
        template: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolTier: PLUS
      UserPoolAddOns:
        AdvancedSecurityMode: AUDIT
`,
        subject: 'Customers',
        marks: 'AUDIT',
      },
    ],
    good: [
      {
        title: 'a pool that blocks',
        template: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolTier: PLUS
      UserPoolAddOns:
        AdvancedSecurityMode: ENFORCED
`,
        subject: 'Customers',
      },
    ],
  },
} satisfies CheckDoc;
