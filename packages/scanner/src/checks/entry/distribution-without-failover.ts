import { definePropertyCheck, part } from '../property-check.ts';

export default definePropertyCheck({
  name: 'distribution-without-failover',
  title: 'Distribution has no second origin',
  area: 'entry',
  subjects: ['distribution'],
  severity: 'info',
  since: '0.1.0',
  rows: [195],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [693],
    fsbp: ['CloudFront.4'],
    checkov: ['CKV_AWS_310'],
    prowler: ['cloudfront_distributions_multiple_origin_failover_configured'],
  },
  fix: 'none',
  property: 'OriginGroups',
  look: (distribution) => part(distribution, distribution.facet.originGroups),
  message: (name) => `${name} answers nothing that is not in its cache while its origin is down.`,
  remedy: 'add an origin group with a second origin, where the site has to be up without the first',
});
