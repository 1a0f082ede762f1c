import type { CheckDoc } from '../check-doc.ts';

const template = (lines: string): string => `Resources:
  SupportPolicy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
${lines}
`;

export default {
  why: 'Allow with NotAction grants every action of every service except the few that are named, and every action that AWS will ever add.',
  exploit:
    'The policy keeps IAM out, and the attacker reads all secrets, replaces the code of functions that have better roles, and waits for them to run.',
  fix: {
    sam: 'Write Action with what is needed; use NotAction only with Deny.',
    cloudformation: 'Write Action with what is needed; use NotAction only with Deny.',
  },
  blindSpots: 'How much is left after the exceptions is not counted.',
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
  examples: {
    bad: [
      {
        title: 'support that may do all but IAM',
        template: template("            NotAction: 'iam:*'\n            Resource: '*'"),
        subject: 'SupportPolicy',
        marks: 'iam:*',
      },
      {
        title: 'support that reads all but one bucket',
        template: template('            Action: s3:GetObject\n            NotResource: arn:aws:s3:::payroll/*'),
        subject: 'SupportPolicy',
        marks: 'payroll',
      },
    ],
    good: [
      {
        title: 'support that reads tickets',
        template: template('            Action: s3:GetObject\n            Resource: arn:aws:s3:::tickets/*'),
        subject: 'SupportPolicy',
      },
    ],
  },
} satisfies CheckDoc;
