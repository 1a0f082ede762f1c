import { definePropertyCheck, value } from '../property-check.ts';

export default definePropertyCheck({
  name: 'distribution-without-geo-restriction',
  title: 'Distribution answers every country',
  area: 'entry',
  subjects: ['distribution'],
  severity: 'info',
  since: '0.1.0',
  rows: [192],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [284],
    checkov: ['CKV_AWS_374'],
    kics: ['cfn:7f8843f0'],
    prowler: ['cloudfront_distributions_geo_restrictions_enabled'],
    cdk_nag: ['CloudFrontDistributionGeoRestrictions'],
  },
  fix: 'none',
  property: 'RestrictionType',
  look: (distribution) => value(distribution, distribution.facet.geoRestriction, (type) => type !== 'none'),
  message: (name) => `${name} answers every country.`,
  remedy: 'set Restrictions: { GeoRestriction: ... } where a rule asks for it',
});
