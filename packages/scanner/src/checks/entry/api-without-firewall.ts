import type { AnyNode, Estate } from '../../estate/estate.ts';
import { asText, type FixIntent, type FixMap, type FixText, type FixValue } from '@leastwise/model';
import { waysThrough } from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';
import { mappingsByKind } from '../mappings-by-kind.ts';
import { addResource, added, reference } from '../fix-intents.ts';

/** The peers' literal question. A firewall filters; it decides about nobody, so its absence opens nothing. */
export default defineCheck({
  name: 'api-without-firewall',
  title: 'No web ACL stands in front of the API',
  area: 'entry',
  subjects: ['rest-api', 'graphql-api', 'load-balancer', 'distribution', 'user-pool'],
  severity: 'info',
  confidence: 'medium',
  since: '0.1.0',
  rows: [45, 56, 183, 187],
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
      'user-pool': { prowler: ['cognito_user_pool_waf_acl_attached'] },
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
    if (subject.kind === 'rest-api' && subject.facet.endpointTypes.items.some((type) => asText(type) === 'PRIVATE'))
      return notApplicable;
    const inFront = estate.edgesTo(subject.id, 'routesTo').map((edge) => edge.from);
    if ([subject.id, ...inFront].some((id) => estate.edgesFrom(id, 'protectedBy').length > 0)) return pass;
    const ways = waysThrough(estate, subject.id);
    if (ways.length > 0 && ways.every((way) => way.verdict.exposure === 'internal')) return notApplicable;
    const stages = estate.of('rest-stage').filter((stage) => estate.resolve(stage.facet.api)?.id === subject.id);
    return fail(subject.keyRange, `No web ACL stands in front of ${subject.name}.`, {
      evidence: stages.map((stage) => ({ at: stage.keyRange, message: `stage ${stage.name} answers without one` })),
      fix: { summary: 'associate a web ACL with rate-based and managed rules', edit: [...firewall(subject, estate)] },
    });
  },
});

/** A web ACL of the region with a limit for each address and the rules that AWS keeps. A distribution wants its own, elsewhere. */
function firewall(subject: AnyNode, estate: Estate): readonly FixIntent[] {
  const target = protectedArn(subject, estate);
  if (target === undefined) return [];
  const visibility = (name: string): FixMap => ({
    SampledRequestsEnabled: true,
    CloudWatchMetricsEnabled: true,
    MetricName: name,
  });
  return [
    addResource(subject, 'WebAcl', 'AWS::WAFv2::WebACL', {
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
      VisibilityConfig: visibility('web-acl'),
      Rules: [
        {
          Name: 'rate-limit',
          Priority: 0,
          Action: { Block: {} },
          Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 2000 } },
          VisibilityConfig: visibility('rate-limit'),
        },
        {
          Name: 'common-rules',
          Priority: 1,
          OverrideAction: { None: {} },
          Statement: {
            ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' },
          },
          VisibilityConfig: visibility('common-rules'),
        },
      ],
    }),
    addResource(subject, 'WebAclAssociation', 'AWS::WAFv2::WebACLAssociation', {
      WebACLArn: added('WebAcl', 'Arn'),
      ResourceArn: target,
    }),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webaclassociation.html */
function protectedArn(subject: AnyNode, estate: Estate): FixValue | undefined {
  switch (subject.kind) {
    case 'load-balancer':
    case 'user-pool':
      return reference(subject, subject.kind === 'user-pool' ? 'Arn' : 'Ref');
    case 'graphql-api':
      return reference(subject, 'Arn');
    case 'rest-api': {
      const stages = estate.of('rest-stage').filter((stage) => estate.resolve(stage.facet.api)?.id === subject.id);
      const [stage] = stages;
      if (stage === undefined || stages.length > 1) return undefined;
      const arn: FixText = {
        $text: [
          'arn:',
          { $pseudo: 'Partition' },
          ':apigateway:',
          { $pseudo: 'Region' },
          '::/restapis/',
          reference(subject),
          '/stages/',
          reference(stage),
        ],
      };
      return arn;
    }
    default:
      return undefined;
  }
}
