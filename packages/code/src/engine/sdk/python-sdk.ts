import type { CallSite, Machine } from '../machine.ts';
import { keyword, positional } from '../native-call.ts';
import type { PassedArgument, Value } from '../value.ts';
import { given } from './javascript-sdk.ts';
import type { ObservedCall } from './observed-call.ts';

const notOperations: ReadonlySet<string> = new Set([
  'get_paginator',
  'get_waiter',
  'can_paginate',
  'close',
  'exceptions',
  'meta',
  'load',
  'reload',
  'batch_writer',
]);

/** Positional parameters of the methods that are no operation. https://docs.aws.amazon.com/boto3/latest/reference/services/s3.html */
const transferParameters: Readonly<Record<string, readonly string[]>> = {
  upload_file: ['Filename', 'Bucket', 'Key', 'ExtraArgs'],
  upload_fileobj: ['Fileobj', 'Bucket', 'Key', 'ExtraArgs'],
  download_file: ['Bucket', 'Key', 'Filename', 'ExtraArgs'],
  download_fileobj: ['Bucket', 'Key', 'Fileobj', 'ExtraArgs'],
  copy: ['CopySource', 'Bucket', 'Key', 'ExtraArgs'],
};

/** The members of the input that the arguments of a resource's constructor are. */
const identifiers: Readonly<Record<string, readonly string[]>> = {
  Table: ['TableName'],
  Bucket: ['Bucket'],
  Object: ['Bucket', 'Key'],
  ObjectSummary: ['Bucket', 'Key'],
  Queue: ['QueueUrl'],
  Topic: ['TopicArn'],
  get_queue_by_name: ['QueueName'],
  Instance: ['InstanceId'],
  Role: ['RoleName'],
  Stack: ['StackName'],
};

/** What a call of boto3 asks for. */
export function pythonSdkCall(machine: Machine, name: string, site: CallSite): ObservedCall | undefined {
  const client = /^boto3#client\((\w[\w-]*)\)\.(.+)$/.exec(name);
  if (client !== null) return clientCall(machine, client[1] ?? '', client[2] ?? '', site);
  const resource = /^boto3#resource\((\w[\w-]*)\)\.(.+)$/.exec(name);
  if (resource !== null) return resourceCall(machine, resource[1] ?? '', resource[2] ?? '', site);
  return undefined;
}

function clientCall(machine: Machine, service: string, way: string, site: CallSite): ObservedCall | undefined {
  const client = clientOf(site.receiver);
  const call = (
    operation: string,
    style: ObservedCall['style'],
    input: readonly PassedArgument[],
    bound: ObservedCall['bound'] = [],
  ): ObservedCall => ({
    sdk: 'boto3',
    service,
    operation,
    style,
    input,
    bound,
    ...clientOptions(client),
    confidence: 'proved',
  });
  if (way === 'get_paginator().paginate' || way === 'get_waiter().wait') {
    const made = site.receiver?.kind === 'external' ? site.receiver.made : undefined;
    const operation = made?.arguments[0]?.value;
    if (operation?.kind !== 'constant' || typeof operation.value !== 'string') {
      unresolved(machine, site, 'the operation of a paginator');
      return undefined;
    }
    const isPaginator = way.startsWith('get_paginator');
    return call(
      isPaginator ? camel(operation.value) : operation.value,
      isPaginator ? 'paginator' : 'waiter',
      site.arguments,
    );
  }
  if (!/^\w+$/.test(way) || notOperations.has(way) || way.startsWith('_')) return undefined;
  if (way === 'generate_presigned_url') {
    const operation = keyword(site, 'ClientMethod') ?? positional(site, 0);
    const parameters = keyword(site, 'Params') ?? positional(site, 1);
    if (operation?.kind !== 'constant' || typeof operation.value !== 'string') {
      unresolved(machine, site, 'the operation of a signed URL');
      return undefined;
    }
    return call(camel(operation.value), 'presign', parameters === undefined ? [] : [{ value: parameters }]);
  }
  if (way === 'generate_presigned_post') {
    return call('PutObject', 'presign', [], named(machine, site, ['Bucket', 'Key']));
  }
  const transfer = service === 's3' ? transferParameters[way] : undefined;
  if (transfer !== undefined) return call(way, 'transfer', [], named(machine, site, transfer));
  return call(camel(way), 'call', site.arguments);
}

function named(machine: Machine, site: CallSite, names: readonly string[]): ObservedCall['bound'] {
  return names.flatMap((name, index) => {
    const value = keyword(site, name) ?? positional(site, index);
    return value === undefined ? [] : [[name, value] as const];
  });
}

/** `get_object` is `GetObject`. Abbreviations (`DescribeDBInstances`) come out in small letters; names are compared without case. */
export function camel(method: string): string {
  return method
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function unresolved(machine: Machine, site: CallSite, what: string): void {
  machine.facts.lacks({ reason: 'unresolved-sdk', message: `boto3: ${what} is not known.`, at: site.at });
}

/** The client that a chain begins with. */
function clientOf(receiver: Value | undefined): Value | undefined {
  let one = receiver;
  for (let depth = 0; depth < 12 && one?.kind === 'external'; depth++) {
    if (/^boto3#(?:client|resource)\([^)]*\)$/.test(one.name)) return one;
    one = one.owner ?? one.made?.receiver;
  }
  return undefined;
}

function clientOptions(client: Value | undefined): Pick<ObservedCall, 'region' | 'endpoint' | 'credentials'> {
  const made = client?.kind === 'external' ? client.made : undefined;
  if (made === undefined) return {};
  const region = keyword(made, 'region_name') ?? positional(made, 1);
  const session = made.receiver?.kind === 'external' ? made.receiver.made : undefined;
  const fromSession = session === undefined ? undefined : keyword(session, 'region_name');
  const settled = region === undefined ? fromSession : given(region);
  return {
    region: settled,
    endpoint: keyword(made, 'endpoint_url'),
    credentials:
      keyword(made, 'aws_access_key_id') ?? (session === undefined ? undefined : keyword(session, 'aws_access_key_id')),
  };
}

/** `boto3.resource('dynamodb').Table(name).put_item(…)`, `Bucket(name).objects.filter(…)`. */
function resourceCall(machine: Machine, service: string, way: string, site: CallSite): ObservedCall | undefined {
  const parts = way.split('.').filter((part) => !collectionSteps.test(part));
  const method = way.split('.').at(-1) ?? '';
  parts.pop();
  if (!/^\w+$/.test(method) || method.startsWith('_')) return undefined;
  // What a call gives back is data, unless it is another resource.
  if (parts.some((part) => part.endsWith('()') && !/^[A-Z]/.test(part) && !givesResource.has(part))) return undefined;
  const [first] = parts;
  if (first === undefined) {
    // `dynamodb.Table(name)` makes an object and calls nothing; `create_table` and `batch_get_item` call.
    if (/^[A-Z]/.test(method) || method === 'get_available_subresources') return undefined;
  } else if (/^[A-Z]/.test(method) || (notOperations.has(method) && method !== 'load')) return undefined;
  if (first === 'meta') {
    const inner = way.replace(/^meta\.client\./, '');
    return inner === way ? undefined : clientCall(machine, service, inner, site);
  }
  const chain = parts.filter((part) => part !== 'batch_writer()').map((part) => part.replace('()', ''));
  const bound: (readonly [string, Value])[] = [];
  collectIdentifiers(site.receiver, bound);
  return {
    sdk: 'boto3',
    service,
    operation: method,
    style: 'resource',
    resource: chain.join('.'),
    input: site.arguments.filter((one) => one.name !== undefined || one.spread === 'entries'),
    bound: [...bound, ...positionalOf(machine, site, method)],
    ...clientOptions(clientOf(site.receiver)),
    confidence: 'proved',
  };
}

/** Steps of a collection that call the same operation and end in items. */
const collectionSteps = /^(all|filter|limit|page_size|pages)\(\)(\[\])?$/;
const givesResource: ReadonlySet<string> = new Set([
  'batch_writer()',
  'get_queue_by_name()',
  'create_table()',
  'create_queue()',
]);

function positionalOf(machine: Machine, site: CallSite, method: string): ObservedCall['bound'] {
  const names: Readonly<Record<string, readonly string[]>> = {
    upload_file: ['Filename', 'Key'],
    upload_fileobj: ['Fileobj', 'Key'],
    download_file: ['Key', 'Filename'],
    download_fileobj: ['Key', 'Fileobj'],
  };
  return named(machine, site, names[method] ?? []).filter(([name]) => keyword(site, name) === undefined);
}

function collectIdentifiers(receiver: Value | undefined, into: (readonly [string, Value])[]): void {
  let one = receiver;
  for (let depth = 0; depth < 12 && one?.kind === 'external'; depth++) {
    const type = /\.(\w+)\(\)$/.exec(one.name)?.[1];
    const names = type === undefined ? undefined : identifiers[type];
    if (names !== undefined && one.made !== undefined) {
      const own = one.made.receiver;
      const isOfBucket = type === 'Object' && own?.kind === 'external' && own.name.endsWith('.Bucket()');
      for (const [index, name] of (isOfBucket ? ['Key'] : names).entries()) {
        const value = positional(one.made, index) ?? one.made.arguments[index]?.value;
        if (value !== undefined && !into.some(([known]) => known === name)) into.push([name, value]);
      }
    }
    one = one.owner ?? one.made?.receiver;
  }
}
