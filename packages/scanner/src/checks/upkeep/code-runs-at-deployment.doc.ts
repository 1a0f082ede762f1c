import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A custom resource or a macro runs a function while the stack is deployed, and its answer decides what is deployed.',
  exploit: 'The attacker changes the function, or the account that it stands in, and waits for the next deployment.',
  fix: {
    sam: 'Keep the function in the same repository, with a role for this purpose only.',
    cloudformation: 'Keep the function in the same repository, with a role for this purpose only.',
  },
  blindSpots: 'Plugins of serverless.yml run on the machine that deploys; they are not looked at.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html',
  ],
  examples: {
    bad: [
      {
        title: 'a resource that a function of another team makes',
        template: `Resources:
  SearchIndex:
    Type: Custom::SearchIndex
    Properties:
      ServiceToken: arn:aws:lambda:eu-west-1:210987654321:function:make-index
`,
        subject: 'SearchIndex',
        marks: 'arn:aws:lambda:eu-west-1:210987654321:function:make-index',
      },
    ],
    good: [
      {
        title: 'a resource of the platform',
        template: `Resources:
  Orders:
    Type: AWS::SQS::Queue
`,
        subject: 'Orders',
      },
    ],
  },
} satisfies CheckDoc;
