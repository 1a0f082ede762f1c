import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A parameter of the type String is stored and shown as it is, in the console and in the history of the stack. CloudFormation cannot make secure ones.',
  exploit: 'A role that may read parameters, as many may, reads the password among the settings.',
  fix: {
    sam: 'Make the secret with AWS::SecretsManager::Secret and GenerateSecretString, and refer to it by {{resolve:secretsmanager:…}}.',
    cloudformation:
      'Make the secret with AWS::SecretsManager::Secret and GenerateSecretString, and refer to it by {{resolve:secretsmanager:…}}.',
  },
  blindSpots:
    'Whether it is a secret is guessed from its name. Values that look like credentials are told by secret-in-template.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html',
  ],
  examples: {
    bad: [
      {
        title: 'a password among the parameters',
        template: `Parameters:
  ShopPassword:
    Type: String
    NoEcho: true
Resources:
  DatabasePassword:
    Type: AWS::SSM::Parameter
    Properties:
      Name: /shop/database-password
      Type: String
      Value: !Ref ShopPassword
`,
        subject: 'DatabasePassword',
        marks: 'String',
      },
    ],
    good: [
      {
        title: 'a password that Secrets Manager makes and keeps',
        template: `Resources:
  DatabasePassword:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString: { PasswordLength: 32 }
`,
        subject: 'DatabasePassword',
      },
    ],
  },
} satisfies CheckDoc;
