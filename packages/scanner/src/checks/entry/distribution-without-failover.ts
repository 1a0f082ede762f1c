import { definePropertyCheck, somebody } from '../property-check.ts';

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
  look: (distribution) => {
    const { originGroups: groups } = distribution.facet;
    if (groups.open !== undefined) return { sees: 'open', value: groups.open };
    // A group works with two members and a status on which to change.
    return somebody(
      distribution,
      groups.items.some(
        ({ members, statuses }) =>
          members.items.length > 1 && (statuses.items.length > 0 || statuses.open !== undefined),
      ),
    );
  },
  message: (name) => `${name} answers nothing that is not in its cache while its origin is down.`,
  remedy: 'add an origin group with a second origin, where the site has to be up without the first',
});
