import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'Policies inside an identity have no versions and are easily missed in a review. For a role of one function that is often just right; for users it is not.',
  exploit: 'There is no attack on this alone.',
  fix: {
    sam: 'Nothing has to change for the roles of functions. For users, attach the policy to a group.',
    cloudformation: 'Use AWS::IAM::ManagedPolicy for what several identities share, and groups for users.',
  },
  blindSpots:
    'This is the question of other tools, kept for comparison. A policy made for one function belongs to its role.',
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html'],
  examples: {
    bad: [
      {
        title: 'a user with a policy of its own',
        template: `Resources:
  Reporter:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: reports
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: arn:aws:s3:::photo-shop-reports/*
`,
        subject: 'Reporter',
        marks: 'reports',
      },
      {
        title: 'a policy that names a user',
        template: `Resources:
  ReadReports:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: reports
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: arn:aws:s3:::photo-shop-reports/*
      Users: [reporter]
`,
        subject: 'ReadReports',
        marks: 'reporter',
      },
    ],
    good: [
      {
        title: 'a user in a group',
        template: `Resources:
  Reporters:
    Type: AWS::IAM::Group
    Properties: {}
  Reporter:
    Type: AWS::IAM::User
    Properties:
      Groups: [!Ref Reporters]
`,
        subject: 'Reporter',
      },
    ],
  },
} satisfies CheckDoc;
