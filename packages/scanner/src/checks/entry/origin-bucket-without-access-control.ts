import { asText, isAbsent, type Value } from '@leastwise/model';
import { definePropertyCheck } from '../property-check.ts';

export default definePropertyCheck({
  name: 'origin-bucket-without-access-control',
  title: 'Distribution reads a bucket as anybody does',
  area: 'entry',
  subjects: ['distribution'],
  severity: 'info',
  since: '0.1.0',
  rows: [190],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [284],
    fsbp: ['CloudFront.13'],
    checkov: ['CKV2_AWS_46'],
    prowler: ['cloudfront_distributions_s3_origin_access_control'],
    cdk_nag: ['CloudFrontDistributionS3OriginAccessControl'],
  },
  fix: 'none',
  property: 'OriginAccessControlId',
  look: (distribution, estate) => {
    const { origins } = distribution.facet;
    if (origins.open !== undefined) return { sees: 'open', value: origins.open };
    const isBare = (value: Value): boolean => isAbsent(value) || asText(value) === '';
    const buckets = origins.items.filter(
      ({ domain, custom }) => !custom.present && estate.resolve(domain, 'bucket') !== undefined,
    );
    if (buckets.length === 0) return undefined;
    const bare = buckets.find(({ accessControl, accessIdentity }) => isBare(accessControl) && isBare(accessIdentity));
    return bare === undefined ? { sees: 'good' } : { sees: 'bad', at: bare.origin };
  },
  message: (name) => `${name} reads its bucket without an identity: only a bucket that is open to all answers it.`,
  remedy: 'add an origin access control and let the policy of the bucket admit the distribution',
});
