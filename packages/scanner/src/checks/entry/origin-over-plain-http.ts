import { asText, isOpen, settled, type Mappings } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';
import { replace } from '../fix-intents.ts';
import { joinMappings } from '../join-mappings.ts';
import { definePropertyCheck, type Look } from '../property-check.ts';

const same: Mappings = { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [319] };
const plainText: Mappings = {
  fsbp: ['CloudFront.9'],
  checkov: ['CKV2_AWS_72'],
  kics: ['cfn:a5366a50'],
  prowler: ['cloudfront_distributions_origin_traffic_encrypted'],
};
const oldTls: Mappings = {
  fsbp: ['CloudFront.10'],
  checkov: ['CKV2_AWS_54'],
  cdk_nag: ['CloudFrontDistributionNoOutdatedSSL'],
};

export default definePropertyCheck({
  name: 'origin-over-plain-http',
  title: 'Distribution talks to its origin over plain HTTP',
  area: 'entry',
  subjects: ['distribution'],
  severity: 'low',
  since: '0.1.0',
  rows: [186],
  mappings: joinMappings(same, plainText, oldTls),
  fix: 'review',
  property: 'OriginProtocolPolicy',
  look: (distribution) => {
    const { enabled, origins } = distribution.facet;
    if (settled(enabled) === false) return undefined;
    if (origins.open !== undefined) return { sees: 'open', value: origins.open };
    let unsure: Look | undefined;
    for (const origin of origins.items) {
      const seen = lookAt(distribution, origin);
      if (seen?.sees === 'bad') return seen;
      unsure ??= seen;
    }
    return unsure ?? { sees: 'good' };
  },
  message: (name) =>
    `Between ${name} and its origin requests go over plain HTTP, or over a version of TLS that is broken.`,
  remedy: 'set OriginProtocolPolicy: https-only and OriginSSLProtocols: [TLSv1.2]',
  edit: (distribution) =>
    distribution.facet.origins.items.flatMap(({ custom }) =>
      settled(custom.protocol) === 'http-only' ? [replace(distribution, custom.protocol.origin, 'https-only')] : [],
    ),
});

type Distribution = NodeOf<'distribution'>;

function lookAt(
  { facet: { defaultBehaviour, behaviours } }: Distribution,
  { custom, id }: Distribution['facet']['origins']['items'][number],
): Look | undefined {
  if (!custom.present) return undefined;
  const policy = settled(custom.protocol);
  const served = [...(defaultBehaviour.present ? [defaultBehaviour] : []), ...behaviours.items];
  // `match-viewer` is plain where the viewer may be plain.
  const isPlain = served.some(
    (behaviour) => settled(behaviour.originId) === settled(id) && settled(behaviour.viewerProtocol) === 'allow-all',
  );
  if (policy === 'http-only' || (policy === 'match-viewer' && isPlain))
    return { sees: 'bad', at: custom.protocol.origin, mappings: joinMappings(same, plainText) };
  // An origin that knows TLS 1.2 gets it when it is in the list; SSLv3 is broken in any list.
  const versions = custom.tls.items.map((version) => asText(version));
  const best = versions.includes('TLSv1.2') || versions.includes(undefined) || versions.length === 0;
  if (versions.includes('SSLv3') || !best)
    return { sees: 'bad', at: custom.tls.origin, mappings: joinMappings(same, oldTls) };
  return isOpen(custom.protocol) ? { sees: 'open', value: custom.protocol } : undefined;
}
