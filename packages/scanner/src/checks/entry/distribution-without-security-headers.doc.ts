import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'Strict-Transport-Security keeps browsers from plain HTTP; others stop framing and guessing of types. CloudFront adds them without a line of code.',
  exploit: 'In a public network the attacker answers the first plain request of a visitor in place of the site.',
  fix: {
    sam: 'Set ResponseHeadersPolicyId on every behaviour; 67f7725c-6f97-4210-82d7-5512b31e9d03 is the managed SecurityHeadersPolicy.',
    cloudformation:
      'Set ResponseHeadersPolicyId on every behaviour; 67f7725c-6f97-4210-82d7-5512b31e9d03 is the managed SecurityHeadersPolicy.',
  },
  blindSpots: 'Headers that the origin or an edge function sends are not seen.',
  sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html'],
  examples: {
    bad: [
      {
        title: 'a shop without headers',
        template: `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: shop
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
        title: 'a shop with headers',
        template: `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: shop
        Origins:
          - Id: shop
            DomainName: shop.example.com
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
        DefaultCacheBehavior:
          TargetOriginId: shop
          ViewerProtocolPolicy: redirect-to-https
          ResponseHeadersPolicyId: 67f7725c-6f97-4210-82d7-5512b31e9d03
`,
        subject: 'Shop',
      },
    ],
  },
} satisfies CheckDoc;
