import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'Without an access control CloudFront is a stranger to the bucket. Then the bucket has to be public, and visitors get around the distribution with its firewall and log.',
  exploit: 'The attacker reads the bucket by its own address, where no firewall and no log of the distribution is.',
  fix: {
    sam: 'Add AWS::CloudFront::OriginAccessControl, name it in OriginAccessControlId, and admit cloudfront.amazonaws.com in the bucket policy with a condition on the distribution.',
    cloudformation:
      'Add AWS::CloudFront::OriginAccessControl, name it in OriginAccessControlId, and admit cloudfront.amazonaws.com in the bucket policy with a condition on the distribution.',
  },
  blindSpots: 'Buckets that are not in the template are not looked at.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ],
  examples: {
    bad: [
      {
        title: 'a shop that reads as anybody',
        template: `Resources:
  Pages:
    Type: AWS::S3::Bucket
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: shop
            DomainName: !GetAtt Pages.RegionalDomainName
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: shop
          ViewerProtocolPolicy: redirect-to-https
`,
        subject: 'Shop',
        marks: 'shop',
      },
    ],
    good: [
      {
        title: 'a shop with an access control',
        template: `Resources:
  Pages:
    Type: AWS::S3::Bucket
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: shop
            DomainName: !GetAtt Pages.RegionalDomainName
            S3OriginConfig: {}
            OriginAccessControlId: E1ABCDEF2GHIJK
        DefaultCacheBehavior:
          TargetOriginId: shop
          ViewerProtocolPolicy: redirect-to-https
`,
        subject: 'Shop',
      },
    ],
  },
} satisfies CheckDoc;
