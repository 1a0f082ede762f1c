import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  ImageTools:
    Type: AWS::Lambda::LayerVersion
    Properties:
      LayerName: image-tools
      Content:
        S3Bucket: builds
        S3Key: image-tools.zip
  ImageToolsForOthers:
    Type: AWS::Lambda::LayerVersionPermission
    Properties:
      LayerVersionArn: !Ref ImageTools
      Action: lambda:GetLayerVersion
      Principal: '*'
${more}`;

export default {
  why: 'With the principal * and no organization every AWS account may fetch the archive of the layer. Internal libraries, configuration and forgotten keys in it are then public.',
  exploit:
    'An attacker calls GetLayerVersionByArn with the ARN, which stands in error texts and public templates, downloads the archive and searches it.',
  fix: {
    sam: 'Name an account in `Principal` of the `AWS::Lambda::LayerVersionPermission`, or add `OrganizationId`.',
    cloudformation: 'Name an account in `Principal`, or add `OrganizationId`.',
  },
  blindSpots: 'A layer that is meant for the public is reported too. What is in it is not looked at here.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html'],
  examples: {
    bad: [
      { title: 'image tools for every account', template: template(''), subject: 'ImageToolsForOthers', marks: '*' },
    ],
    good: [
      {
        title: 'image tools for one organization',
        template: template('      OrganizationId: o-a1b2c3d4e5\n'),
        subject: 'ImageToolsForOthers',
      },
    ],
  },
} satisfies CheckDoc;
