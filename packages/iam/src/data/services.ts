import type { SdkKind, SdkService } from './types.ts';
import { indexLine, packIndex } from './shard.ts';

export interface ServiceQuery {
  readonly sdk: SdkKind;
  readonly name: string;
}

interface KnownService extends SdkService {
  readonly serviceId: string;
}

let all: readonly KnownService[] | undefined;
const byName = new Map<SdkKind, ReadonlyMap<string, KnownService>>();

/**
 * The service that a program names: `S3`, `S3Client`, `@aws-sdk/client-s3` or `client-s3` for JavaScript v3, `S3` or
 * `DynamoDB.DocumentClient` for v2, `s3` for boto3, `software.amazon.awssdk.services.s3` or `S3AsyncClient` for Java,
 * `github.com/aws/aws-sdk-go-v2/service/s3` for Go.
 */
export function sdkService({ sdk, name }: ServiceQuery): SdkService | undefined {
  const names = byName.get(sdk) ?? namesOf(sdk);
  byName.set(sdk, names);
  return sdk === 'boto3' ? names.get(name) : names.get(plain(withoutPath(name)));
}

/** The IAM prefix of the actions of a service, `lambda` for `LambdaClient`. */
export function servicePrefixOf(query: ServiceQuery): string | undefined {
  return sdkService(query)?.prefix;
}

/** The services whose actions have a prefix: `s3` and `s3control`. */
export function servicesOfPrefix(prefix: string): readonly SdkService[] {
  return services().filter((service) => service.prefix === prefix.toLowerCase());
}

/** Services by their id, their service id or their IAM prefix; the last may give several. */
export function servicesNamed(name: string): readonly SdkService[] {
  const line = /\s/.test(name) ? undefined : indexLine(packIndex().services, `${name}\t`);
  if (line !== undefined) return [readService(line)];
  const key = name.toLowerCase();
  const byId = services().filter((service) => service.serviceId.toLowerCase() === key);
  return byId.length > 0 ? byId : servicesOfPrefix(key);
}

function services(): readonly KnownService[] {
  all ??= packIndex().services.trim().split('\n').map(readService);
  return all;
}

function readService(line: string): KnownService {
  const [id = '', prefix = '', serviceId = '', jsV2Class = ''] = line.split('\t');
  return {
    id,
    prefix,
    serviceId,
    jsV3Package: `client-${serviceId.toLowerCase().replaceAll(' ', '-')}`,
    jsV3Client: `${clientName(serviceId)}Client`,
    ...(jsV2Class === '' ? {} : { jsV2Class }),
  };
}

/** `API Gateway` has the class `APIGatewayClient`, `ivs` has `IvsClient`. */
function clientName(serviceId: string): string {
  return serviceId.replaceAll(/(?:^|[ -])(\w)/g, (_, first: string) => first.toUpperCase());
}

function namesOf(sdk: SdkKind): ReadonlyMap<string, KnownService> {
  return new Map(services().flatMap((service) => namesIn(sdk, service).map((name) => [name, service] as const)));
}

function namesIn(sdk: SdkKind, service: KnownService): readonly string[] {
  const stem = plain(service.serviceId);
  switch (sdk) {
    case 'boto3':
      return [service.id];
    case 'botocore':
    case 'go':
      return [stem];
    case 'java':
      return [stem, `${stem}client`, `${stem}asyncclient`];
    case 'js-v2':
      return service.jsV2Class === undefined ? [] : [plain(service.jsV2Class), ...(libraries.v2[service.id] ?? [])];
    case 'js-v3': {
      const client = plain(service.jsV3Client);
      return [plain(service.jsV3Package), client, client.replace(/client$/, ''), ...(libraries.v3[service.id] ?? [])];
    }
  }
}

/** Libraries over a client, in the form of `plain`. */
const libraries: Readonly<Record<'v2' | 'v3', Readonly<Record<string, readonly string[]>>>> = {
  v2: { dynamodb: ['dynamodbdocumentclient', 'documentclient'], s3: ['s3managedupload', 'managedupload'] },
  v3: {
    dynamodb: ['libdynamodb', 'dynamodbdocument', 'dynamodbdocumentclient'],
    s3: ['libstorage', 'upload'],
  },
};

function withoutPath(name: string): string {
  if (name.startsWith('software.amazon.awssdk.services.')) return name.split('.')[4] ?? name;
  return name.slice(name.lastIndexOf('/') + 1);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
