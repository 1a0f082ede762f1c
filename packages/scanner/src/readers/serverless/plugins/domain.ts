import { asText, type Value } from '@leastwise/model';
import { flagOf, get, isMap, itemsOf } from '../../cloudformation/sam/read-value.ts';
import type { Bench, Cause } from '../bench.ts';
import { alphanumeric } from '../naming.ts';

/**
 * serverless-domain-manager: a domain name before the API, made through the account's API rather than the template.
 * https://github.com/amplify-education/serverless-domain-manager
 */
export function customDomains(bench: Bench): void {
  const list = [
    ...itemsOf(bench.top('custom', 'customDomain')),
    ...itemsOf(bench.top('custom', 'customDomains')).flatMap((item) =>
      ['rest', 'http', 'websocket'].flatMap((type) => itemsOf(get(item, type)).map((inner) => ({ inner, type }))),
    ),
  ].map((each) => ('inner' in each ? each : { inner: each, type: undefined }));
  for (const { inner, type } of list) domain(inner, type, bench);
}

function domain(settings: Value, listed: string | undefined, bench: Bench): void {
  const name = get(settings, 'domainName');
  if (!isMap(settings) || name === undefined || flagOf(get(settings, 'enabled')) === false) return;
  const cause: Cause = { at: settings.origin, keyRange: name.origin, by: 'serverless-domain-manager' };
  const make = bench.makeAt(settings.origin);
  const type = listed ?? asText(get(settings, 'apiType') ?? make.of('rest'))?.toLowerCase();
  const part = alphanumeric(asText(name) ?? 'Custom');
  const policy = asText(get(settings, 'securityPolicy') ?? make.of('tls_1_2'))?.toUpperCase();
  const isEdge = (asText(get(settings, 'endpointType') ?? make.of('edge')) ?? 'edge').toLowerCase() === 'edge';
  const certificate = get(settings, 'certificateArn');
  const base = get(settings, 'basePath');
  if (type === 'rest') {
    if (!bench.drafts.has('ApiGatewayRestApi')) return;
    bench.add(
      `${part}DomainName`,
      'AWS::ApiGateway::DomainName',
      {
        DomainName: name,
        SecurityPolicy: policy,
        EndpointConfiguration: { Types: [isEdge ? 'EDGE' : 'REGIONAL'] },
        ...(isEdge ? { CertificateArn: certificate } : { RegionalCertificateArn: certificate }),
      },
      cause,
    );
    bench.add(
      'pluginsBasePathMapping',
      'AWS::ApiGateway::BasePathMapping',
      {
        DomainName: make.ref(`${part}DomainName`),
        RestApiId: make.ref('ApiGatewayRestApi'),
        BasePath: base,
        Stage: bench.stage,
      },
      cause,
    );
    return;
  }
  const api = type === 'websocket' ? 'WebsocketsApi' : 'HttpApi';
  if (!bench.drafts.has(api)) return;
  bench.add(
    `${part}DomainName`,
    'AWS::ApiGatewayV2::DomainName',
    {
      DomainName: name,
      DomainNameConfigurations: [{ SecurityPolicy: policy, EndpointType: 'REGIONAL', CertificateArn: certificate }],
    },
    cause,
  );
  bench.add(
    `${part}ApiMapping`,
    'AWS::ApiGatewayV2::ApiMapping',
    {
      DomainName: make.ref(`${part}DomainName`),
      ApiId: make.ref(api),
      ApiMappingKey: base,
      Stage: api === 'HttpApi' ? '$default' : bench.stage,
    },
    cause,
  );
}
