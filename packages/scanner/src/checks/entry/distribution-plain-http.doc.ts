import type { CheckDoc } from '../check-doc.ts';

const template = (policy: string): string => `Resources:
  ShopDistribution:
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
          ViewerProtocolPolicy: ${policy}
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`;

export default {
  why: 'Over plain HTTP everyone on the way reads and changes requests and answers, tokens and scripts included.',
  exploit:
    'In a public network the attacker keeps a visitor on HTTP and takes the session cookie, or adds a script to the page.',
  fix: {
    sam: 'Set ViewerProtocolPolicy: redirect-to-https (or https-only) on every behaviour.',
    cloudformation: 'Set ViewerProtocolPolicy: redirect-to-https (or https-only) on every behaviour.',
  },
  blindSpots:
    'The first request before a redirect is still plain; Strict-Transport-Security helps browsers that came before.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
  ],
  examples: {
    bad: [
      {
        title: 'a shop that answers over HTTP',
        template: template('allow-all'),
        subject: 'ShopDistribution',
        marks: 'allow-all',
      },
    ],
    good: [
      { title: 'a shop that redirects to HTTPS', template: template('redirect-to-https'), subject: 'ShopDistribution' },
    ],
  },
} satisfies CheckDoc;
