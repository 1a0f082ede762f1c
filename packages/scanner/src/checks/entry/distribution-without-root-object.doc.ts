import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'Without a default root object a bucket that allows listing answers the root with the names of its objects.',
  exploit: 'The attacker opens the address of the site and reads the list.',
  fix: {
    sam: 'Set DistributionConfig.DefaultRootObject: index.html.',
    cloudformation: 'Set DistributionConfig.DefaultRootObject: index.html.',
  },
  blindSpots: 'An API behind the distribution answers its root itself.',
  sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html'],
  examples: {
    bad: [
      {
        title: 'a shop without a root',
        template: `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: shop
            DomainName: shop.example.com
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
        DefaultCacheBehavior:
          TargetOriginId: shop
          ViewerProtocolPolicy: redirect-to-https
`,
        subject: 'Shop',
      },
    ],
    good: [
      {
        title: 'a shop with a root',
        template: `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        DefaultRootObject: index.html
        Origins:
          - Id: shop
            DomainName: shop.example.com
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
        DefaultCacheBehavior:
          TargetOriginId: shop
          ViewerProtocolPolicy: redirect-to-https
`,
        subject: 'Shop',
      },
    ],
  },
} satisfies CheckDoc;
