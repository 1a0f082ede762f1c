import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'With an origin group CloudFront asks a second origin when the first fails.',
  exploit: 'The attacker overloads the one origin, and the site is down.',
  fix: {
    sam: 'Add DistributionConfig.OriginGroups with two members and the status codes on which to change.',
    cloudformation: 'Add DistributionConfig.OriginGroups with two members and the status codes on which to change.',
  },
  blindSpots: 'An origin that is itself spread over regions needs no second one.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  ],
  examples: {
    bad: [
      {
        title: 'a shop with one origin',
        template: `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - { Id: shop, DomainName: shop.example.com, CustomOriginConfig: { OriginProtocolPolicy: https-only } }
          - { Id: spare, DomainName: spare.example.com, CustomOriginConfig: { OriginProtocolPolicy: https-only } }
        DefaultCacheBehavior:
          TargetOriginId: shop
          ViewerProtocolPolicy: redirect-to-https
`,
        subject: 'Shop',
      },
    ],
    good: [
      {
        title: 'a shop with two origins',
        template: `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - { Id: shop, DomainName: shop.example.com, CustomOriginConfig: { OriginProtocolPolicy: https-only } }
          - { Id: spare, DomainName: spare.example.com, CustomOriginConfig: { OriginProtocolPolicy: https-only } }
        OriginGroups:
          Quantity: 1
          Items:
            - Id: both
              FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [503] } }
              Members: { Quantity: 2, Items: [{ OriginId: shop }, { OriginId: spare }] }
        DefaultCacheBehavior:
          TargetOriginId: shop
          ViewerProtocolPolicy: redirect-to-https
`,
        subject: 'Shop',
      },
    ],
  },
} satisfies CheckDoc;
