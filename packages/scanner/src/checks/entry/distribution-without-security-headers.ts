import { definePropertyCheck, written } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'distribution-without-security-headers',
  title: 'Answers of a distribution carry no security headers',
  area: 'entry',
  subjects: ['distribution'],
  severity: 'info',
  since: '0.1.0',
  rows: [194],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [693], checkov: ['CKV2_AWS_32'] },
  fix: 'review',
  property: 'ResponseHeadersPolicyId',
  look: (distribution) => {
    const { defaultBehaviour, behaviours } = distribution.facet;
    if (!defaultBehaviour.present) return { sees: 'bad', at: distribution.keyRange };
    const all = [defaultBehaviour, ...behaviours.items];
    return (
      all
        .map((behaviour) => written(distribution, behaviour.responseHeadersPolicy))
        .find((seen) => seen.sees !== 'good') ?? { sees: 'good' }
    );
  },
  message: (name) => `${name} adds no Strict-Transport-Security and no other header that protects its visitors.`,
  remedy:
    'set ResponseHeadersPolicyId: 67f7725c-6f97-4210-82d7-5512b31e9d03, the policy SecurityHeadersPolicy of CloudFront',
  edit: (distribution) => [
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
    set(distribution, 'defaultBehaviour.responseHeadersPolicy', '67f7725c-6f97-4210-82d7-5512b31e9d03'),
  ],
});
