import type { CallSite, Machine } from '../machine.ts';
import { positional } from '../native-call.ts';
import type { ExternalValue, PassedArgument, Value } from '../value.ts';
import type { ObservedCall } from './observed-call.ts';

/** Commands of the document client, by the operation that they are. https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-lib-dynamodb/ */
const documentOperations: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  BatchGet: 'BatchGetItem',
  BatchWrite: 'BatchWriteItem',
  TransactGet: 'TransactGetItems',
  TransactWrite: 'TransactWriteItems',
};

/** Members of clients that call nothing. */
const notOperations: ReadonlySet<string> = new Set([
  'send',
  'destroy',
  'config',
  'middlewareStack',
  'makeRequest',
  'on',
  'catch',
  'then',
  'endpoint',
  'setupRequestListeners',
  'defineService',
  'createSet',
  'addPermissionsBoundary',
]);

/** What a call of version 2 or 3 of the SDK for JavaScript asks for. */
export function javascriptSdkCall(machine: Machine, name: string, site: CallSite): ObservedCall | undefined {
  return version3(machine, name, site) ?? version2(machine, name, site);
}

function version3(machine: Machine, name: string, site: CallSite): ObservedCall | undefined {
  if (site.method === 'send' || name.endsWith('.send')) {
    const command = positional(site, 0);
    return command === undefined ? undefined : sent(machine, command, site);
  }
  const helper = /^@aws-sdk\/(client-[\w-]+|lib-dynamodb)#(paginate|waitUntil|waitFor)(\w+)$/.exec(name);
  if (helper !== null) {
    const [, module = '', kind, operation = ''] = helper;
    const config = positional(site, 0);
    const client = config === undefined ? undefined : machine.get(config, 'client', site.at);
    return {
      sdk: 'javascript-v3',
      service: serviceOf(module),
      operation:
        kind === 'paginate'
          ? module === 'lib-dynamodb'
            ? (documentOperations[operation] ?? operation)
            : operation
          : operation,
      style: kind === 'paginate' ? 'paginator' : 'waiter',
      input: site.arguments.slice(1, 2),
      bound: [],
      ...clientOptions(machine, client, site),
      confidence: 'proved',
    };
  }
  if (/^@aws-sdk\/s3-request-presigner#getSignedUrl$/.test(name)) {
    const command = positional(site, 1);
    const call = command === undefined ? undefined : sent(machine, command, { ...site, receiver: positional(site, 0) });
    return call === undefined ? undefined : { ...call, style: 'presign' };
  }
  if (name === '@aws-sdk/s3-presigned-post#createPresignedPost') {
    return {
      sdk: 'javascript-v3',
      service: 'client-s3',
      operation: 'PutObject',
      style: 'presign',
      input: site.arguments.slice(1, 2),
      bound: [],
      ...clientOptions(machine, positional(site, 0), site),
      confidence: 'proved',
    };
  }
  if (name === '@aws-sdk/lib-storage#Upload().done') return uploaded(machine, site);
  const aggregated = /^@aws-sdk\/(client-[\w-]+|lib-dynamodb)#(\w+)(?:\.from)?\(\)\.(\w+)$/.exec(name);
  if (aggregated === null) return undefined;
  const [, module = '', type = '', method = ''] = aggregated;
  if (notOperations.has(method) || type.endsWith('Client') || type.endsWith('Command')) return undefined;
  const operation = method.charAt(0).toUpperCase() + method.slice(1);
  const isDocument = module === 'lib-dynamodb';
  return {
    sdk: 'javascript-v3',
    service: serviceOf(module),
    operation: isDocument ? (documentOperations[operation] ?? operation) : operation,
    style: isDocument ? 'document-client' : 'call',
    input: site.arguments.slice(0, 1),
    bound: [],
    ...clientOptions(machine, site.receiver, site),
    confidence: 'proved',
  };
}

function serviceOf(module: string): string {
  return module === 'lib-dynamodb' ? 'client-dynamodb' : module;
}

/** `client.send(new GetObjectCommand({…}))`. */
function sent(machine: Machine, command: Value, site: CallSite): ObservedCall | undefined {
  if (command.kind !== 'external' || command.made === undefined) return undefined;
  const found = /^@aws-sdk\/(client-[\w-]+|lib-dynamodb)#(\w+)Command\(\)$/.exec(command.name);
  if (found === null) return undefined;
  const [, module = '', operation = ''] = found;
  const isDocument = module === 'lib-dynamodb';
  const isKnownClient = site.receiver?.kind === 'external' && /^@aws-sdk\/|aws-xray/.test(site.receiver.name);
  return {
    sdk: 'javascript-v3',
    service: serviceOf(module),
    operation: isDocument ? (documentOperations[operation] ?? operation) : operation,
    style: isDocument ? 'document-client' : 'call',
    input: command.made.arguments.slice(0, 1),
    bound: [],
    ...clientOptions(machine, site.receiver, site),
    confidence: isKnownClient ? 'proved' : 'likely',
  };
}

/** `new Upload({ client, params: {…} }).done()`. */
function uploaded(machine: Machine, site: CallSite): ObservedCall | undefined {
  const made = site.receiver?.kind === 'external' ? site.receiver.made : undefined;
  const options = made?.arguments[0]?.value;
  if (options === undefined) return undefined;
  return {
    sdk: 'javascript-v3',
    service: 'client-s3',
    operation: 'Upload',
    style: 'transfer',
    input: [{ value: machine.get(options, 'params', site.at) }],
    bound: [],
    ...clientOptions(machine, machine.get(options, 'client', site.at), site),
    confidence: 'proved',
  };
}

type ClientOptions = Pick<ObservedCall, 'region' | 'endpoint' | 'credentials'>;

/** The options that a client was made with; a document client is made of another client. */
function clientOptions(machine: Machine, client: Value | undefined, site: CallSite): ClientOptions {
  let one: Value | undefined = client;
  for (let depth = 0; depth < 6 && one?.kind === 'external'; depth++) {
    const first: Value | undefined = one.made?.arguments[0]?.value;
    if (first === undefined) break;
    if (first.kind === 'external') {
      one = first;
      continue;
    }
    const read = (key: string): Value | undefined => given(machine.get(first, key, site.at));
    return { region: read('region'), endpoint: read('endpoint'), credentials: read('credentials') };
  }
  return {};
}

export function given(value: Value): Value | undefined {
  return value.kind === 'constant' && (value.value === undefined || value.value === null) ? undefined : value;
}

function version2(machine: Machine, name: string, site: CallSite): ObservedCall | undefined {
  const found = /^aws-sdk#(\w+)(\.DocumentClient)?\(\)\.(\w+)$/.exec(name);
  if (found === null || site.receiver?.kind !== 'external') return undefined;
  const [, service = '', document, method = ''] = found;
  if (notOperations.has(method)) return undefined;
  const isDocument = document !== undefined;
  const capital = method.charAt(0).toUpperCase() + method.slice(1);
  const call = (operation: string, style: ObservedCall['style'], input: readonly PassedArgument[]): ObservedCall => ({
    sdk: 'javascript-v2',
    service,
    operation,
    style,
    input,
    bound: boundParameters(machine, site.receiver, site),
    ...clientOptions(machine, site.receiver, site),
    confidence: 'proved',
  });
  if (method === 'getSignedUrl' || method === 'getSignedUrlPromise') {
    const operation = positional(site, 0);
    if (operation?.kind !== 'constant' || typeof operation.value !== 'string') return undefined;
    const { value } = operation;
    return call(value.charAt(0).toUpperCase() + value.slice(1), 'presign', site.arguments.slice(1, 2));
  }
  if (method === 'createPresignedPost') return call('PutObject', 'presign', site.arguments.slice(0, 1));
  if (method === 'waitFor') {
    const state = positional(site, 0);
    return state?.kind === 'constant' ? call(String(state.value), 'waiter', site.arguments.slice(1, 2)) : undefined;
  }
  const input = site.arguments.slice(0, 1).filter((one) => one.value.kind !== 'function');
  if (method === 'upload' || method === 'managedUpload') return call('upload', 'transfer', input);
  return isDocument
    ? call(documentOperations[capital] ?? capital, 'document-client', input)
    : call(capital, 'call', input);
}

/** `new AWS.S3({ params: { Bucket } })`. */
function boundParameters(
  machine: Machine,
  client: ExternalValue | Value | undefined,
  site: CallSite,
): ObservedCall['bound'] {
  const options = client?.kind === 'external' ? client.made?.arguments[0]?.value : undefined;
  if (options?.kind !== 'object') return [];
  const parameters = machine.get(options, 'params', site.at);
  if (parameters.kind !== 'object') return [];
  return [...parameters.object.cells.values].flatMap(([key, value]) =>
    typeof key === 'string' && /^\w+$/.test(key) ? [[key, value] as const] : [],
  );
}
