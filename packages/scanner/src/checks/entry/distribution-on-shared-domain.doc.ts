import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'The address of CloudFront takes what CloudFront takes. With a domain of its own, a distribution names its minimum version of TLS, and users see whose site it is.',
  exploit: 'The attacker makes a distribution of their own: its address looks the same to users.',
  fix: {
    sam: 'Set DistributionConfig.Aliases and ViewerCertificate: { AcmCertificateArn: ..., MinimumProtocolVersion: TLSv1.2_2021, SslSupportMethod: sni-only }.',
    cloudformation:
      'Set DistributionConfig.Aliases and ViewerCertificate: { AcmCertificateArn: ..., MinimumProtocolVersion: TLSv1.2_2021, SslSupportMethod: sni-only }.',
  },
  blindSpots: 'Distributions for tests need no domain.',
  sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html'],
  examples: {
    bad: [
      {
        title: 'a shop on the address of CloudFront',
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
        title: 'a shop on its own address',
        template: `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Aliases: [shop.example.com]
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:123456789012:certificate/shop
          MinimumProtocolVersion: TLSv1.2_2021
          SslSupportMethod: sni-only
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
