import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'The log of the edge is the only one that has every request, those that the cache answers included.',
  exploit: 'The attacker tries the addresses of the site for days, and no trace is left.',
  fix: {
    sam: 'Set DistributionConfig.Logging: { Bucket: ... }.',
    cloudformation: 'Set DistributionConfig.Logging: { Bucket: ... }.',
  },
  blindSpots: 'Deliveries of CloudWatch Logs that another stack makes, and real-time logs, are not seen.',
  sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html'],
  examples: {
    bad: [
      {
        title: 'a shop without a log',
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
        title: 'a shop with a log',
        template: `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Logging: { Bucket: logs-of-the-shop.s3.amazonaws.com }
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
