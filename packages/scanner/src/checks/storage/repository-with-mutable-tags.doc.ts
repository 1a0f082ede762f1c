import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'What was tested under a tag is what should run under it. Immutable tags hold that.',
  exploit:
    'With a key of the pipeline the attacker pushes an image under the tag of the release; the next cold start of a task runs it.',
  fix: {
    sam: 'Set ImageTagMutability: IMMUTABLE.',
    cloudformation: 'Set ImageTagMutability: IMMUTABLE.',
  },
  blindSpots: 'Functions resolve a tag once, when they are deployed. Deployments by digest are safe anyway.',
  sources: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html'],
  examples: {
    bad: [
      {
        title: 'tags that move',
        template: `Resources:
  Checkout:
    Type: AWS::ECR::Repository
    Properties:
      ImageTagMutability: MUTABLE
`,
        subject: 'Checkout',
        marks: 'MUTABLE',
      },
    ],
    good: [
      {
        title: 'tags that stay',
        template: `Resources:
  Checkout:
    Type: AWS::ECR::Repository
    Properties:
      ImageTagMutability: IMMUTABLE
`,
        subject: 'Checkout',
      },
    ],
  },
} satisfies CheckDoc;
