import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'The history of an execution keeps the data of each step for 90 days. With a key of your own you say who may read it.',
  exploit:
    'A role that may read histories of Step Functions reads the data of every execution; a key policy could have stopped it.',
  fix: {
    sam: 'Set EncryptionConfiguration: { Type: CUSTOMER_MANAGED_KMS_KEY, KmsKeyId: ... }; the role of the state machine needs kms:Decrypt and kms:GenerateDataKey.',
    cloudformation:
      'Set EncryptionConfiguration: { Type: CUSTOMER_MANAGED_KMS_KEY, KmsKeyId: ... }; the role of the state machine needs kms:Decrypt and kms:GenerateDataKey.',
  },
  blindSpots: 'What the steps pass on is not looked at.',
  sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html'],
  examples: {
    bad: [
      {
        title: 'a checkout with a key of AWS',
        template: `Resources:
  Checkout:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::123456789012:role/checkout
      Definition: { StartAt: Done, States: { Done: { Type: Succeed } } }
`,
        subject: 'Checkout',
      },
    ],
    good: [
      {
        title: 'a checkout with a key of its own',
        template: `Resources:
  Checkout:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::123456789012:role/checkout
      Definition: { StartAt: Done, States: { Done: { Type: Succeed } } }
      EncryptionConfiguration:
        Type: CUSTOMER_MANAGED_KMS_KEY
        KmsKeyId: arn:aws:kms:eu-west-1:123456789012:key/1b2c3d4e-0000-4000-8000-1234567890ab
`,
        subject: 'Checkout',
      },
    ],
  },
} satisfies CheckDoc;
