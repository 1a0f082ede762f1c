import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A scan on push tells of known weaknesses in the packages of an image, free of charge.',
  exploit: 'The attacker uses a weakness of an old library in the image that is public for a year.',
  fix: {
    sam: 'Set ImageScanningConfiguration: { ScanOnPush: true }.',
    cloudformation: 'Set ImageScanningConfiguration: { ScanOnPush: true }.',
  },
  blindSpots: 'Scanning that is set for the whole registry, or by Inspector, is not seen.',
  sources: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html'],
  examples: {
    bad: [
      {
        title: 'images that nobody looks at',
        template: `Resources:
  Checkout:
    Type: AWS::ECR::Repository
    Properties:
      ImageScanningConfiguration:
        ScanOnPush: false
`,
        subject: 'Checkout',
        marks: 'false',
      },
    ],
    good: [
      {
        title: 'images that are scanned',
        template: `Resources:
  Checkout:
    Type: AWS::ECR::Repository
    Properties:
      ImageScanningConfiguration:
        ScanOnPush: true
`,
        subject: 'Checkout',
      },
    ],
  },
} satisfies CheckDoc;
