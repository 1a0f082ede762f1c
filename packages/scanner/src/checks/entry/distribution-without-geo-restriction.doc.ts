import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'Some services may be offered in some countries only. As a defence the restriction is weak: an attacker chooses a country.',
  exploit: 'None that a restriction would stop for long.',
  fix: {
    sam: 'Set DistributionConfig.Restrictions: { GeoRestriction: { RestrictionType: whitelist, Locations: [...] } }.',
    cloudformation:
      'Set DistributionConfig.Restrictions: { GeoRestriction: { RestrictionType: whitelist, Locations: [...] } }.',
  },
  blindSpots: 'Rules of a web ACL by country are not seen.',
  sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html'],
  examples: {
    bad: [
      {
        title: 'a shop for everybody',
        template: `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Restrictions: { GeoRestriction: { RestrictionType: none, Locations: [] } }
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
        marks: 'none',
      },
    ],
    good: [
      {
        title: 'a shop for one country',
        template: `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Restrictions: { GeoRestriction: { RestrictionType: whitelist, Locations: [DE] } }
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
