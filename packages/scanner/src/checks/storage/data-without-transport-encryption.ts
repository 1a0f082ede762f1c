import { settled, type Value } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import { defineCheck, fail, notApplicable, open, pass, type Outcome } from '../define-check.ts';

export default defineCheck({
  name: 'data-without-transport-encryption',
  title: 'Cache, proxy or search domain answers without TLS',
  area: 'storage',
  subjects: ['cache', 'accelerator', 'database-proxy', 'search-domain'],
  severity: 'medium',
  since: '0.1.0',
  rows: [103],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [319],
    fsbp: ['ElastiCache.5', 'Opensearch.3', 'Opensearch.8', 'DynamoDB.7'],
    checkov: ['CKV_AWS_239'],
    prowler: ['dynamodb_accelerator_cluster_in_transit_encryption_enabled'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    switch (subject.kind) {
      case 'cache':
        if (subject.type === 'AWS::ElastiCache::ServerlessCache') return notApplicable;
        return judge(subject.facet.inTransit, subject, 'TransitEncryptionEnabled: true', estate);
      case 'database-proxy':
        return judge(subject.facet.requireTls, subject, 'RequireTLS: true', estate);
      case 'search-domain':
        return judge(subject.facet.enforceHttps, subject, 'DomainEndpointOptions: { EnforceHTTPS: true }', estate);
      case 'accelerator': {
        const type = settled(subject.facet.endpointEncryption);
        if (type === undefined)
          return open(`ClusterEndpointEncryptionType of ${subject.name}`, subject.facet.endpointEncryption, estate);
        return type === 'TLS'
          ? pass
          : failure(subject.facet.endpointEncryption, subject, 'ClusterEndpointEncryptionType: TLS');
      }
    }
  },
});

interface Named {
  readonly name: string;
  readonly keyRange: Value['origin'];
}

function judge(encrypted: Value<boolean>, subject: Named, fix: string, estate: Estate): Outcome {
  const on = settled(encrypted);
  if (on === undefined) return open(`the encryption in transit of ${subject.name}`, encrypted, estate);
  return on ? pass : failure(encrypted, subject, fix);
}

function failure(value: Value<unknown>, subject: Named, fix: string): Outcome {
  return fail(
    value.kind === 'absent' ? subject.keyRange : value.origin,
    `${subject.name} takes connections without TLS: data and passwords cross the network as they are.`,
    {
      fix: { summary: `set ${fix}` },
    },
  );
}
