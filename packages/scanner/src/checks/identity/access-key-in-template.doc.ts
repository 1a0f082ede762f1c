import type { CheckDoc } from '../check-doc.ts';

const template = (outputs: string): string => `Resources:
  Mailer:
    Type: AWS::IAM::User
    Properties: {}
  MailerKey:
    Type: AWS::IAM::AccessKey
    Properties:
      UserName: !Ref Mailer
${outputs}`;

export default {
  why: 'An access key works from everywhere until somebody deletes it. What stands in an output or an environment variable is read by everyone who may describe the stack or the function.',
  exploit:
    'A contractor with read-only access lists the outputs of the stack, and uses the key from home, months later.',
  fix: {
    sam: 'Give the function a role. For something outside of AWS, use IAM Roles Anywhere or OpenID Connect.',
    cloudformation: 'Remove the user and its key; let the caller assume a role.',
  },
  blindSpots: 'Keys that are made outside of the template are not seen.',
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles'],
  examples: {
    bad: [
      { title: 'a key for the mailer', template: template(''), subject: 'MailerKey', marks: 'MailerKey' },
      {
        title: 'its secret among the outputs',
        template: template(`Outputs:
  MailerSecret:
    Value: !GetAtt MailerKey.SecretAccessKey
`),
        subject: 'MailerKey',
        marks: 'SecretAccessKey',
      },
    ],
    good: [
      {
        title: 'a role for the mailer',
        template: `Resources:
  MailerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
`,
        subject: 'MailerRole',
      },
    ],
  },
} satisfies CheckDoc;
