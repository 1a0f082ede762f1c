import type { MethodQuery, OperationReference, SdkService } from './types.ts';
import { nameOf, operationsIn } from './operations.ts';
import { sdkService } from './services.ts';
import { type PackedService } from './shard.ts';

/**
 * The operations that a method of an SDK calls. Undefined: the service is unknown or has no such method. Methods of the SDK
 * that call nothing, such as `generate_presigned_url`, are not operations: the caller knows those.
 */
export function methodToOperation(query: MethodQuery): readonly OperationReference[] | undefined {
  const service = sdkService({ sdk: query.sdk, name: query.service });
  const operations = service === undefined ? undefined : operationsIn(service);
  if (service === undefined || operations === undefined) return undefined;
  const { packed, rows } = operations;
  const method = withoutAffix(query);
  if (query.kind === 'resource') return fromTable(service, packed, query.method);
  if (query.kind === 'waiter') return reference(service, waiterOperation(packed, plain(method)));
  const row = rows.get(plain(method));
  if (row === undefined) return fromTable(service, packed, `${query.kind}.${method}`);
  const operation = nameOf(row);
  const known = query.kind !== 'paginator' || packed.paginators.split(',').includes(operation);
  return known ? reference(service, operation) : undefined;
}

function withoutAffix({ sdk, kind, method }: MethodQuery): string {
  switch (kind) {
    case 'command':
      return method.replace(/Command$/, '');
    case 'paginator':
      return sdk === 'js-v3' ? method.replace(/^paginate/, '') : method;
    case 'waiter':
      return method.replace(/^waitUntil/, '').replace(/^waitFor(?=[A-Z])/, '');
    default:
      return method;
  }
}

function waiterOperation(packed: PackedService, name: string): string | undefined {
  return Object.entries(packed.waiters).find(([waiter]) => plain(waiter) === name)?.[1];
}

/** Resources are spelt as boto3 spells them: `Table.put_item`. */
function fromTable(
  service: SdkService,
  packed: PackedService,
  method: string,
): readonly OperationReference[] | undefined {
  if (!Object.hasOwn(packed.methods, method)) return undefined;
  return packed.methods[method]?.map((operation) =>
    operation.endsWith('?')
      ? { service: service.id, operation: operation.slice(0, -1), sometimes: true }
      : { service: service.id, operation },
  );
}

function reference(service: SdkService, operation: string | undefined): readonly OperationReference[] | undefined {
  return operation === undefined ? undefined : [{ service: service.id, operation }];
}

/** `list_objects_v2`, `listObjectsV2` and `ListObjectsV2` are one name. */
function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
