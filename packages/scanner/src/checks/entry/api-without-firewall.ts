import { waysThrough } from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';
import { mappingsByKind } from '../mappings-by-kind.ts';

/** The peers' literal question. A firewall filters; it decides about nobody, so its absence opens nothing. */
export default defineCheck({
  name: 'api-without-firewall',
  title: 'No web ACL stands in front of the API',
  area: 'entry',
  subjects: ['rest-api', 'graphql-api', 'load-balancer', 'distribution'],
  severity: 'info',
  confidence: 'medium',
  since: '0.1.0',
  rows: [45, 56, 187],
  ...mappingsByKind(
    { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [693] },
    {
      'rest-api': {
        fsbp: ['APIGateway.4'],
        checkov: ['CKV2_AWS_29'],
        kics: ['cfn:fcbf9019', 'tf:a186e82c'],
        prowler: ['apigateway_restapi_waf_acl_attached'],
        cdk_nag: ['APIGWAssociatedWithWAF'],
      },
      'graphql-api': { checkov: ['CKV2_AWS_33'] },
      'load-balancer': { fsbp: ['ELB.16'] },
      distribution: {
        fsbp: ['CloudFront.6'],
        checkov: ['CKV_AWS_68'],
        kics: ['cfn:0f139403', 'tf:1419b4c6', 'xp:6d19ce0f'],
        trivy: ['AWS-0011'],
        prowler: ['cloudfront_distributions_using_waf'],
        cdk_nag: ['CloudFrontDistributionWAFIntegration'],
      },
    },
  ),
  fix: 'review',
  evaluate(subject, { estate }) {
    if (
      subject.kind === 'load-balancer' &&
      subject.facet.type.kind === 'known' &&
      subject.facet.type.value !== 'application'
    )
      return notApplicable;
    const inFront = estate.edgesTo(subject.id, 'routesTo').map((edge) => edge.from);
    if ([subject.id, ...inFront].some((id) => estate.edgesFrom(id, 'protectedBy').length > 0)) return pass;
    const ways = waysThrough(estate, subject.id);
    if (ways.length > 0 && ways.every((way) => way.verdict.exposure === 'internal')) return notApplicable;
    return fail(subject.keyRange, `No web ACL stands in front of ${subject.name}.`, {
      fix: { summary: 'associate a web ACL with rate-based and managed rules' },
    });
  },
});
