import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { byText, list, readJson, record, sortedEntries, text } from './json.ts';

export interface SourceMember {
  /** As the SDK spells it. */
  readonly name: string;
  readonly kind: 'string' | 'structure' | 'list' | 'map' | 'other';
  readonly required: boolean;
  /** Name of its shape: `RoleArn`. */
  readonly shape: string;
  /** One of a fixed set of words. */
  readonly fixed: boolean;
  /** Name in the URI of a REST operation. */
  readonly uriName?: string;
  /** Members of a structure, or of the structures that a list holds; read when asked for, because shapes nest in circles. */
  readonly members: () => readonly SourceMember[];
  /** What a list holds. */
  readonly element: 'string' | 'structure' | 'other';
}

export interface SourceOperation {
  readonly name: string;
  readonly members: readonly SourceMember[];
  readonly method: string;
  readonly uri: string;
  /** The SDK sends it without a signature. */
  readonly unsigned: boolean;
  /** The client must ask DescribeEndpoints first. */
  readonly discoversEndpoint: boolean;
}

export interface SourceService {
  /** The client name of boto3. */
  readonly id: string;
  readonly serviceId: string;
  readonly signingName: string;
  readonly jsV2Class: string;
  readonly operations: readonly SourceOperation[];
  readonly paginators: readonly string[];
  /** Operations that JavaScript v2 had, too. */
  readonly inV2: ReadonlySet<string>;
  /** Waiter to operation. */
  readonly waiters: Readonly<Record<string, string>>;
}

/** The service models of botocore, and of `aws-sdk` v2 those that botocore has dropped. Sorted by id. */
export function readModels(modules: string, python: string): readonly SourceService[] {
  const v2 = readV2(join(modules, 'aws-sdk/apis'));
  const current = readBotocore(join(python, 'botocore/data'), v2);
  const ids = new Set(current.map((service) => service.serviceId.toLowerCase()));
  const dropped = v2.filter((service) => !ids.has(service.serviceId.toLowerCase()));
  return [...current, ...dropped].toSorted((one, other) => byText(one.id, other.id));
}

function readBotocore(folder: string, v2: readonly SourceService[]): readonly SourceService[] {
  const older = new Map(v2.map((service) => [service.serviceId.toLowerCase(), service]));
  return folders(folder).flatMap((id) => {
    const version = folders(join(folder, id)).at(-1) ?? '';
    const path = join(folder, id, version);
    if (!existsSync(join(path, 'service-2.json.gz'))) return [];
    const model = record(readJson(join(path, 'service-2.json.gz')));
    const metadata = record(model['metadata']);
    const serviceId = text(metadata['serviceId']);
    return [
      {
        id,
        serviceId,
        signingName: text(metadata['signingName']) || text(metadata['endpointPrefix']),
        jsV2Class: older.get(serviceId.toLowerCase())?.jsV2Class ?? '',
        inV2: older.get(serviceId.toLowerCase())?.inV2 ?? new Set(),
        operations: readOperations(model),
        paginators: paginatorNames(join(path, 'paginators-1.json')),
        waiters: waiterOperations(join(path, 'waiters-2.json')),
      },
    ];
  });
}

function readV2(folder: string): readonly SourceService[] {
  const names = record(readJson(join(folder, 'metadata.json')));
  const files = readdirSync(folder).toSorted(byText);
  const services = Object.entries(names).flatMap(([key, value]) => {
    const { prefix, name } = record(value);
    const stem = text(prefix) || key;
    const file = files.findLast(
      (each) => each.startsWith(`${stem}-2`) && /^-\d{4}-\d\d-\d\d\.min\.json$/.test(each.slice(stem.length)),
    );
    if (file === undefined) return [];
    const model = record(readJson(join(folder, file)));
    const metadata = record(model['metadata']);
    const operations = readOperations(model);
    const base = join(folder, file.replace('.min.json', ''));
    return [
      {
        id: key,
        serviceId: text(metadata['serviceId']) || text(name),
        signingName: text(metadata['signingName']) || text(metadata['endpointPrefix']),
        jsV2Class: text(name),
        operations,
        inV2: new Set(operations.map((operation) => operation.name)),
        paginators: paginatorNames(`${base}.paginators.json`),
        waiters: waiterOperations(`${base}.waiters2.json`),
      },
    ];
  });
  return services;
}

function paginatorNames(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return Object.keys(record(record(readJson(path))['pagination'])).toSorted(byText);
}

function waiterOperations(path: string): Readonly<Record<string, string>> {
  if (!existsSync(path)) return {};
  const waiters = sortedEntries(record(readJson(path))['waiters']);
  return Object.fromEntries(waiters.map(([name, waiter]) => [name, text(record(waiter)['operation'])]));
}

function readOperations(model: Readonly<Record<string, unknown>>): readonly SourceOperation[] {
  const shapes = record(model['shapes']);
  const shapeOf = (reference: unknown): Readonly<Record<string, unknown>> => {
    const inline = record(reference);
    const named = text(inline['shape']);
    return named === '' ? inline : record(shapes[named]);
  };
  return sortedEntries(model['operations']).map(([name, value]) => {
    const operation = record(value);
    const http = record(operation['http']);
    return {
      name,
      members: membersOf(shapeOf(operation['input']), shapeOf),
      method: text(http['method']),
      uri: text(http['requestUri']),
      unsigned: operation['authtype'] === 'none' || list(operation['auth']).includes('smithy.api#noAuth'),
      discoversEndpoint: record(operation['endpointdiscovery'])['required'] === true,
    };
  });
}

type ShapeOf = (reference: unknown) => Readonly<Record<string, unknown>>;

function membersOf(shape: Readonly<Record<string, unknown>>, shapeOf: ShapeOf): readonly SourceMember[] {
  const required = new Set(list(shape['required']));
  return Object.entries(record(shape['members'])).map(([name, reference]) => {
    const target = shapeOf(reference);
    const held = target['type'] === 'list' ? shapeOf(target['member']) : target;
    const uriName = text(record(reference)['locationName']);
    return {
      name,
      kind: kindOf(target),
      element: kindOf(held) === 'string' ? 'string' : kindOf(held) === 'structure' ? 'structure' : 'other',
      required: required.has(name),
      shape: text(record(reference)['shape']),
      fixed: target['enum'] !== undefined,
      ...(record(reference)['location'] === 'uri' ? { uriName } : {}),
      members: () => membersOf(held, shapeOf),
    };
  });
}

/** The minified models leave out the type of a string, and of a structure that has members. */
function kindOf(shape: Readonly<Record<string, unknown>>): SourceMember['kind'] {
  const type = text(shape['type']);
  if (type === '') return shape['members'] === undefined ? 'string' : 'structure';
  return type === 'string' || type === 'structure' || type === 'list' || type === 'map' ? type : 'other';
}

function folders(path: string): readonly string[] {
  return readdirSync(path)
    .filter((name) => statSync(join(path, name)).isDirectory())
    .toSorted(byText);
}
