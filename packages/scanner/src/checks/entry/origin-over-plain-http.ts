import { asText, isOpen, settled } from '@leastwise/model';
import { definePropertyCheck } from '../property-check.ts';
import { replace } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'origin-over-plain-http',
  title: 'Distribution talks to its origin over plain HTTP',
  area: 'entry',
  subjects: ['distribution'],
  severity: 'low',
  since: '0.1.0',
  rows: [186],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [319],
    fsbp: ['CloudFront.9'],
    checkov: ['CKV2_AWS_72', 'CKV2_AWS_54'],
    kics: ['cfn:a5366a50'],
    prowler: ['cloudfront_distributions_origin_traffic_encrypted'],
    cdk_nag: ['CloudFrontDistributionNoOutdatedSSL'],
  },
  fix: 'review',
  property: 'OriginProtocolPolicy',
  look: (distribution) => {
    const { origins, defaultBehaviour, behaviours } = distribution.facet;
    if (origins.open !== undefined) return { sees: 'open', value: origins.open };
    const served = [...(defaultBehaviour.present ? [defaultBehaviour] : []), ...behaviours.items];
    for (const { custom, id } of origins.items) {
      if (!custom.present) continue;
      const policy = settled(custom.protocol);
      // `match-viewer` is plain where the viewer may be plain.
      const isPlain = served.some(
        (behaviour) => settled(behaviour.originId) === settled(id) && settled(behaviour.viewerProtocol) === 'allow-all',
      );
      if (policy === 'http-only' || (policy === 'match-viewer' && isPlain))
        return { sees: 'bad', at: custom.protocol.origin };
      const old = custom.tls.items.find((version) => /^(SSLv3|TLSv1|TLSv1\.1)$/.test(asText(version) ?? ''));
      if (old !== undefined) return { sees: 'bad', at: old.origin };
      if (policy === undefined && isOpen(custom.protocol)) return { sees: 'open', value: custom.protocol };
    }
    return { sees: 'good' };
  },
  message: (name) =>
    `Between ${name} and its origin requests go over plain HTTP, or over a version of TLS that is broken.`,
  remedy: 'set OriginProtocolPolicy: https-only and OriginSSLProtocols: [TLSv1.2]',
  edit: (distribution) =>
    distribution.facet.origins.items.flatMap(({ custom }) =>
      settled(custom.protocol) === 'http-only' ? [replace(distribution, custom.protocol.origin, 'https-only')] : [],
    ),
});
