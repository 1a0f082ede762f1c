import { asList, asText } from '@leastwise/model';
import { entriesOf, get, isMap, isSet } from '../read-value.ts';
import { valueHash } from '../short-hash.ts';
import type { SamResource, Workbench } from '../workbench.ts';
import { draftRecordSets } from './record-sets.ts';

/** `Domain` of an HTTP or WebSocket API: the custom domain, its mappings and its records. */
export function draftHttpDomain(owner: SamResource, createdBy: string, stageId: string, bench: Workbench): void {
  const domain = owner.properties.get('Domain');
  if (!isSet(domain)) return;
  const [name, certificate] = [get(domain, 'DomainName'), get(domain, 'CertificateArn')];
  if (!isMap(domain) || name === undefined || certificate === undefined) {
    bench.invalid(domain.origin, `Domain of ${owner.logicalId} needs DomainName and CertificateArn.`, 'Write both.');
    if (name === undefined) return;
  }
  const make = bench.makeAt(domain.origin);
  const endpoint = get(domain, 'EndpointConfiguration');
  if (endpoint?.kind === 'known' && asText(endpoint) !== 'REGIONAL') {
    bench.invalid(endpoint.origin, `The domain of ${owner.logicalId} can only be regional.`, 'Write REGIONAL.');
  }
  const tls = get(domain, 'MutualTlsAuthentication');
  const version = get(tls, 'TruststoreVersion');
  const odd = entriesOf(tls).some(([key]) => key !== 'TruststoreUri' && key !== 'TruststoreVersion');
  if (isSet(tls) && tls.kind === 'known' && (odd || !isMap(tls))) {
    bench.invalid(
      tls.origin,
      `MutualTlsAuthentication of ${owner.logicalId} takes TruststoreUri and TruststoreVersion.`,
      'Write these.',
    );
  }
  const logicalId = `ApiGatewayDomainNameV2${valueHash(name)}`;
  const [ownership, policy] = [get(domain, 'OwnershipVerificationCertificateArn'), get(domain, 'SecurityPolicy')];
  bench.draft(
    owner,
    logicalId,
    'AWS::ApiGatewayV2::DomainName',
    {
      DomainName: name,
      DomainNameConfigurations: [
        {
          CertificateArn: certificate,
          EndpointType: endpoint ?? 'REGIONAL',
          OwnershipVerificationCertificateArn: isSet(ownership) ? ownership : undefined,
          SecurityPolicy: isSet(policy) ? policy : undefined,
        },
      ],
      MutualTlsAuthentication: isSet(tls)
        ? { TruststoreUri: get(tls, 'TruststoreUri'), TruststoreVersion: isSet(version) ? version : undefined }
        : undefined,
      Tags: { [createdBy]: 'SAM' },
    },
    { make },
  );
  bench.references.set(`${owner.logicalId}.DomainName`, logicalId);
  const written = get(domain, 'BasePath');
  const target = { DomainName: make.ref(logicalId), ApiId: make.ref(owner.logicalId), Stage: make.ref(stageId) };
  if (!isSet(written))
    bench.draft(owner, `${owner.logicalId}ApiMapping`, 'AWS::ApiGatewayV2::ApiMapping', target, { make });
  for (const path of isSet(written) ? (asList(written) ?? [written]) : []) {
    if (
      path.kind === 'reference' ||
      (path.kind === 'text' && path.parts.some((part) => typeof part !== 'string' && part.kind === 'reference'))
    ) {
      bench.note(
        path.origin,
        `A base path of ${owner.logicalId} refers to a resource, and SAM takes texts only.`,
        'Write the path.',
      );
    }
    const text = path.kind === 'known' && typeof path.value !== 'string' ? undefined : asText(path);
    if (path.kind === 'known' && (text === undefined || /[^0-9a-zA-Z/\-_]/.test(text))) {
      bench.invalid(
        path.origin,
        `A base path of ${owner.logicalId} has characters that it cannot have.`,
        'Use letters, digits, slashes, hyphens and underscores.',
      );
    }
    const id = `${owner.logicalId}${(text ?? '').replace(/[-_/]+/g, '')}ApiMapping`;
    const key = text === undefined ? path : make.at(path.origin).of(text.replace(/^\/+|\/+$/g, ''));
    bench.draft(owner, id, 'AWS::ApiGatewayV2::ApiMapping', { ...target, ApiMappingKey: key }, { make });
  }
  const records = {
    HostedZoneId: make.ref(logicalId, 'RegionalHostedZoneId'),
    DNSName: make.ref(logicalId, 'RegionalDomainName'),
  };
  draftRecordSets(owner, domain, records, bench, owner.type !== 'AWS::Serverless::WebSocketApi');
}
