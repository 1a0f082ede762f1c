import { settled, type Mappings, type Value, type FixIntent } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import { defineCheck, fail, notApplicable, open, pass, type Outcome, type SubjectOf } from '../define-check.ts';
import { joinMappings } from '../join-mappings.ts';
import { set } from '../fix-intents.ts';

const risks = { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [319] } satisfies Mappings;

const peers = {
  cache: { fsbp: ['ElastiCache.5'], checkov: ['CKV_AWS_30'] },
  accelerator: {
    fsbp: ['DynamoDB.7'],
    checkov: ['CKV_AWS_239'],
    prowler: ['dynamodb_accelerator_cluster_in_transit_encryption_enabled'],
  },
  'database-proxy': {},
  'search-domain': { fsbp: ['Opensearch.8'], checkov: ['CKV_AWS_83'] },
  nodes: { fsbp: ['Opensearch.3'], checkov: ['CKV_AWS_6'] },
} satisfies Readonly<Record<string, Mappings>>;

export default defineCheck({
  name: 'data-without-transport-encryption',
  title: 'Cache, proxy or search domain answers without TLS',
  area: 'storage',
  subjects: ['cache', 'accelerator', 'database-proxy', 'search-domain'],
  severity: 'medium',
  since: '0.1.0',
  rows: [103],
  mappings: joinMappings(risks, ...Object.values(peers)),
  fix: 'review',
  evaluate(subject, { estate }) {
    switch (subject.kind) {
      case 'cache':
        if (subject.type === 'AWS::ElastiCache::ServerlessCache') return notApplicable;
        return judge(subject.facet.inTransit, subject, 'TransitEncryptionEnabled: true', estate);
      case 'database-proxy':
        return judge(subject.facet.requireTls, subject, 'RequireTLS: true', estate);
      case 'search-domain':
        return [
          judge(subject.facet.enforceHttps, subject, 'DomainEndpointOptions: { EnforceHTTPS: true }', estate),
          betweenNodes(subject, estate),
        ];
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

type Subject = SubjectOf<'cache' | 'accelerator' | 'database-proxy' | 'search-domain'>;

/** The nodes of a domain stand in a network of the service, so fewer people can listen there than on the way to it. */
function betweenNodes(domain: SubjectOf<'search-domain'>, estate: Estate): Outcome {
  const { nodeToNode } = domain.facet;
  const on = settled(nodeToNode);
  if (on === undefined) return open(`NodeToNodeEncryptionOptions of ${domain.name}`, nodeToNode, estate);
  if (on || isSingleNode(domain)) return pass;
  return fail(
    nodeToNode.kind === 'absent' ? domain.keyRange : nodeToNode.origin,
    `The nodes of ${domain.name} send each other its data without TLS.`,
    {
      key: 'nodes',
      severity: 'low',
      fix: { summary: 'set NodeToNodeEncryptionOptions: { Enabled: true }', edit: [set(domain, 'nodeToNode', true)] },
      mappings: joinMappings(risks, peers.nodes),
    },
  );
}

/** One node has nobody to send to. A section that is not written has one data node; one that is not known may have more. */
function isSingleNode({ facet }: SubjectOf<'search-domain'>): boolean {
  return [facet.cluster, facet.elasticsearchCluster].every(
    ({ nodes, dedicatedMasters, warmNodes }) =>
      settled(nodes) === 1 && settled(dedicatedMasters) === false && settled(warmNodes) === false,
  );
}

function judge(encrypted: Value<boolean>, subject: Subject, fix: string, estate: Estate): Outcome {
  const on = settled(encrypted);
  if (on === undefined) return open(`the encryption in transit of ${subject.name}`, encrypted, estate);
  return on ? pass : failure(encrypted, subject, fix);
}

function failure(value: Value<unknown>, subject: Subject, fix: string): Outcome {
  return fail(
    value.kind === 'absent' ? subject.keyRange : value.origin,
    `${subject.name} takes connections without TLS: data and passwords cross the network as they are.`,
    {
      fix: { summary: `set ${fix}`, edit: [switchOn(subject)] },
      mappings: joinMappings(risks, peers[subject.kind]),
    },
  );
}

function switchOn(subject: Subject): FixIntent {
  switch (subject.kind) {
    case 'cache':
      return set(subject, 'inTransit', true);
    case 'database-proxy':
      return set(subject, 'requireTls', true);
    case 'search-domain':
      return set(subject, 'enforceHttps', true);
    case 'accelerator':
      return set(subject, 'endpointEncryption', 'TLS');
  }
}
