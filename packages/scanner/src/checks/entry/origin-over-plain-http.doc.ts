import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'The lock in the browser ends at the edge. From there to the origin the request, with its cookies, goes over the internet once more.',
  exploit:
    'Somebody on the way between the edge and the origin reads sessions, or changes pages for everybody by way of the cache.',
  fix: {
    sam: 'Set CustomOriginConfig: { OriginProtocolPolicy: https-only, OriginSSLProtocols: [TLSv1.2] }.',
    cloudformation: 'Set CustomOriginConfig: { OriginProtocolPolicy: https-only, OriginSSLProtocols: [TLSv1.2] }.',
  },
  blindSpots: 'Websites of S3 know no HTTPS: use the bucket itself as the origin, with an origin access control.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  ],
  examples: {
    bad: [
      {
        title: 'a shop with a plain origin',
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
              OriginProtocolPolicy: http-only
        DefaultCacheBehavior:
          TargetOriginId: shop
          ViewerProtocolPolicy: redirect-to-https
`,
        subject: 'Shop',
        marks: 'http-only',
      },
    ],
    good: [
      {
        title: 'a shop with a safe origin',
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
  },
} satisfies CheckDoc;
