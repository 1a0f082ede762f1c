import { asList, asText, type Value } from '@leastwise/model';
import type { Material } from '../made.ts';
import { entriesOf, flagOf, get, isMap, isSet } from '../read-value.ts';
import { valueHash } from '../short-hash.ts';
import type { Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { draftRecordSets } from './record-sets.ts';
import { stageId } from './stage-id.ts';

/** `Domain` of a REST API: the custom domain, its base paths and its records. A private one is of the second kind. */
export function draftRestDomain(draft: ApiDraft, bench: Workbench): void {
  const { owner } = draft;
  const domain = owner.properties.get('Domain');
  if (!isSet(domain)) return;
  const name = get(domain, 'DomainName');
  const certificate = get(domain, 'CertificateArn');
  if (!isMap(domain) || name === undefined || certificate === undefined) {
    bench.invalid(domain.origin, `Domain of ${owner.logicalId} needs DomainName and CertificateArn.`, 'Write both.');
    if (name === undefined) return;
  }
  const make = bench.makeAt(domain.origin);
  const written = get(domain, 'EndpointConfiguration');
  const endpoint = written === undefined ? 'REGIONAL' : asText(written);
  if (written?.kind === 'known' && !['EDGE', 'REGIONAL', 'PRIVATE'].includes(endpoint ?? '')) {
    bench.invalid(
      written.origin,
      `The domain of ${owner.logicalId} has no such endpoint.`,
      'Write EDGE, REGIONAL or PRIVATE.',
    );
  }
  const isPrivate = endpoint === 'PRIVATE';
  const logicalId = `ApiGatewayDomainName${isPrivate ? 'V2' : ''}${valueHash(name)}`;
  checkMutualTls(draft, domain, bench);
  const tls = get(domain, 'MutualTlsAuthentication');
  const version = get(tls, 'TruststoreVersion');
  bench.draft(
    owner,
    logicalId,
    `AWS::ApiGateway::DomainName${isPrivate ? 'V2' : ''}`,
    {
      DomainName: name,
      [endpoint === 'REGIONAL' ? 'RegionalCertificateArn' : 'CertificateArn']: certificate,
      EndpointConfiguration: { Types: [written ?? 'REGIONAL'], IpAddressType: get(domain, 'IpAddressType') },
      MutualTlsAuthentication: isSet(tls)
        ? { TruststoreUri: get(tls, 'TruststoreUri'), TruststoreVersion: isSet(version) ? version : undefined }
        : undefined,
      SecurityPolicy: get(domain, 'SecurityPolicy'),
      EndpointAccessMode: get(domain, 'EndpointAccessMode'),
      Policy: get(domain, 'Policy'),
      OwnershipVerificationCertificateArn: get(domain, 'OwnershipVerificationCertificateArn'),
    },
    { make },
  );
  bench.references.set(`${owner.logicalId}.DomainName${isPrivate ? 'V2' : ''}`, logicalId);
  draftBasePaths(draft, domain, logicalId, isPrivate, bench);
  draftAccess(draft, domain, logicalId, isPrivate, bench);
  draftRecordSets(owner, domain, aliasTarget(domain, logicalId, endpoint, bench), bench);
}

function draftBasePaths(draft: ApiDraft, domain: Value, logicalId: string, isPrivate: boolean, bench: Workbench): void {
  const { owner } = draft;
  const written = get(domain, 'BasePath');
  const make = bench.makeAt((written ?? domain).origin);
  const type = `AWS::ApiGateway::BasePathMapping${isPrivate ? 'V2' : ''}`;
  const target = {
    [isPrivate ? 'DomainNameArn' : 'DomainName']: make.ref(logicalId),
    RestApiId: make.ref(owner.logicalId),
    Stage: make.ref(stageId(draft)),
  };
  if (!isSet(written)) {
    bench.draft(owner, `${owner.logicalId}BasePathMapping`, type, target, { make });
    return;
  }
  for (const path of asList(written) ?? [written]) {
    const text = path.kind === 'known' && typeof path.value !== 'string' ? undefined : asText(path);
    if (text === undefined && path.kind === 'known') {
      bench.invalid(path.origin, `A base path of ${owner.logicalId} is no text.`, 'Write texts.');
    }
    const plain = (text ?? '').replace(/[^\p{L}\p{N}]/gu, '');
    const base =
      flagOf(get(domain, 'NormalizeBasePath')) === false || text === undefined ? path : make.at(path.origin).of(plain);
    bench.draft(owner, `${owner.logicalId}${plain}BasePathMapping`, type, { ...target, BasePath: base }, { make });
  }
}

function draftAccess(
  { owner }: ApiDraft,
  domain: Value,
  logicalId: string,
  isPrivate: boolean,
  bench: Workbench,
): void {
  const access = get(domain, 'AccessAssociation');
  if (!isPrivate || access === undefined) return;
  const make = bench.makeAt(access.origin);
  if (access.kind === 'known' && !isMap(access))
    bench.invalid(access.origin, `AccessAssociation of ${owner.logicalId} is no map.`, 'Write VpcEndpointId under it.');
  const endpoint = get(access, 'VpcEndpointId');
  bench.draft(
    owner,
    `DomainNameAccessAssociation${valueHash(endpoint ?? access, make.of(logicalId))}`,
    'AWS::ApiGateway::DomainNameAccessAssociation',
    { DomainNameArn: make.ref(logicalId), AccessAssociationSourceType: 'VPCE', AccessAssociationSource: endpoint },
    { make },
  );
}

function aliasTarget(
  domain: Value,
  logicalId: string,
  endpoint: string | undefined,
  bench: Workbench,
): Record<string, Material> {
  const route = get(domain, 'Route53');
  const make = bench.makeAt((route ?? domain).origin);
  if (endpoint === 'REGIONAL') {
    return {
      HostedZoneId: make.ref(logicalId, 'RegionalHostedZoneId'),
      DNSName: make.ref(logicalId, 'RegionalDomainName'),
    };
  }
  if (endpoint === 'EDGE') {
    // The hosted zone of every CloudFront distribution.
    const distribution = get(route, 'DistributionDomainName') ?? make.ref(logicalId, 'DistributionDomainName');
    return { HostedZoneId: 'Z2FDTNDATAQYW2', DNSName: distribution };
  }
  return { HostedZoneId: get(route, 'VpcEndpointHostedZoneId'), DNSName: get(route, 'VpcEndpointDomainName') };
}

function checkMutualTls({ owner }: ApiDraft, domain: Value, bench: Workbench): void {
  const tls = get(domain, 'MutualTlsAuthentication');
  if (!isSet(tls) || tls.kind !== 'known') return;
  const odd = entriesOf(tls).some(([name]) => name !== 'TruststoreUri' && name !== 'TruststoreVersion');
  if (odd || !isMap(tls)) {
    bench.invalid(
      tls.origin,
      `MutualTlsAuthentication of ${owner.logicalId} takes TruststoreUri and TruststoreVersion.`,
      'Write these.',
    );
  }
}
