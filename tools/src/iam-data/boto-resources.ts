import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, record, sortedEntries, text } from './json.ts';
import type { SourceService } from './read-models.ts';

type Methods = Map<string, readonly string[]>;

/**
 * The methods of the resource classes of boto3 and the operations behind them: `Queue.send_messages`, `Bucket.objects.filter`,
 * `Object.load`. Attributes are not listed: reading one loads the resource.
 */
export function botoResourceMethods(
  python: string,
  service: SourceService,
): Readonly<Record<string, readonly string[]>> {
  const folder = join(python, 'boto3/data', service.id);
  const version = existsSync(folder) ? readdirSync(folder).toSorted().at(-1) : undefined;
  if (version === undefined) return {};
  const model = record(readJson(join(folder, version, 'resources-1.json')));
  const resources = record(model['resources']);
  const methods: Methods = new Map();
  addClass(methods, 'ServiceResource', record(model['service']), resources, service);
  for (const [name, resource] of sortedEntries(resources))
    addClass(methods, name, record(resource), resources, service);
  return Object.fromEntries(methods);
}

type Entry = Readonly<Record<string, unknown>>;

function addClass(methods: Methods, name: string, resource: Entry, resources: Entry, service: SourceService): void {
  for (const [action, value] of sortedEntries(resource['actions']))
    add(methods, `${name}.${snake(action)}`, [operationOf(value)]);
  const load = operationOf(resource['load']);
  if (load !== '') for (const method of ['load', 'reload']) add(methods, `${name}.${method}`, [load]);
  for (const [collection, value] of sortedEntries(resource['hasMany'])) {
    addCollection(methods, `${name}.${snake(collection)}`, record(value), resources);
  }
  for (const [waiter, value] of sortedEntries(resource['waiters'])) {
    add(methods, `${name}.wait_until_${snake(waiter)}`, [service.waiters[text(record(value)['waiterName'])] ?? '']);
  }
}

/** Every way to walk a collection asks for its pages; a batch action does that too, then acts on each page. */
function addCollection(methods: Methods, path: string, collection: Entry, resources: Entry): void {
  const operation = operationOf(collection);
  for (const method of ['all', 'filter', 'limit', 'page_size', 'pages']) add(methods, `${path}.${method}`, [operation]);
  const item = record(resources[text(record(collection['resource'])['type'])]);
  for (const [action, value] of sortedEntries(item['batchActions'])) {
    add(methods, `${path}.${snake(action)}`, [operation, operationOf(value)]);
  }
}

function add(methods: Methods, name: string, operations: readonly string[]): void {
  const known = operations.filter(Boolean);
  if (known.length > 0) methods.set(name, known);
}

function operationOf(value: unknown): string {
  return text(record(record(value)['request'])['operation']);
}

/** As botocore's `xform_name`. */
function snake(name: string): string {
  return name
    .replace(/([A-Z]{2,}s)$/, (plural) => `_${plural.toLowerCase()}`)
    .replaceAll(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('__', '_')
    .replace(/^_/, '')
    .toLowerCase();
}
