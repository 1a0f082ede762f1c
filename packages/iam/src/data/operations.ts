import type { MemberTest, NeedCondition, OperationNeed, ResourceTemplate, SdkService } from './types.ts';
import { readNeeds } from './notation.ts';
import { servicesNamed, servicesOfPrefix } from './services.ts';
import { type PackedService, shardOf } from './shard.ts';

/** The operations of one SDK service, by their name in lower case. */
interface ServiceOperations {
  readonly packed: PackedService;
  readonly rows: ReadonlyMap<string, string>;
}

const read = new Map<string, ServiceOperations>();

/** The operations of a service: its boto3 client name, its service id or an IAM prefix. Sorted. */
export function operationsOf(service: string): readonly string[] {
  const names = servicesNamed(service).flatMap((each) =>
    [...(operationsIn(each)?.rows.values() ?? [])].map((row) => nameOf(row)),
  );
  return [...new Set(names)].toSorted();
}

/**
 * The permissions that an operation needs. With `inputMembers`, every member that the call gives, the conditions that it
 * decides are settled: a need whose condition is false is left out, `when` of the others keeps what only values decide.
 *
 * Undefined: no such operation, or AWS documents no action for it. Empty: it needs no permission.
 */
export function operationNeeds(
  service: string,
  operation: string,
  inputMembers?: ReadonlySet<string>,
): readonly OperationNeed[] | undefined {
  const needs = firstKnown(servicesNamed(service), operation) ?? firstKnown(servicesOfPrefix(service), operation);
  return needs === undefined || inputMembers === undefined ? needs : settle(needs, inputMembers);
}

function firstKnown(services: readonly SdkService[], operation: string): readonly OperationNeed[] | undefined {
  for (const service of services) {
    const needs = needsIn(service, operation);
    if (needs !== undefined) return needs;
  }
  return undefined;
}

function needsIn(service: SdkService, operation: string): readonly OperationNeed[] | undefined {
  const operations = operationsIn(service);
  const row = operations?.rows.get(operation.toLowerCase());
  if (operations === undefined || row === undefined) return undefined;
  const text = row.includes('=') ? row.slice(row.indexOf('=') + 1) : ' ';
  if (text === '?') return undefined;
  if (text === '') return [];
  return readNeeds(text.trimEnd(), {
    prefix: service.prefix,
    operation: nameOf(row),
    templates: operations.packed.templates,
    arnsOf: (type) => arnsOf(service.prefix, type),
  });
}

/** `kms::key` is a type of another prefix. */
function arnsOf(prefix: string, type: string): readonly string[] {
  const colons = type.indexOf('::');
  const types = shardOf(colons < 0 ? prefix : type.slice(0, colons))?.actions.types;
  return types?.find(([name]) => name === (colons < 0 ? type : type.slice(colons + 2)))?.[1] ?? [];
}

/** What the pack holds of a service, or undefined when the pack has no shard for it. */
export function operationsIn(service: SdkService): ServiceOperations | undefined {
  const known = read.get(service.id);
  if (known !== undefined) return known;
  const packed = shardOf(service.prefix)?.services[service.id];
  if (packed === undefined) return undefined;
  const rows = new Map(packed.operations.split('\n').map((row) => [nameOf(row).toLowerCase(), row]));
  const operations = { packed, rows };
  read.set(service.id, operations);
  return operations;
}

/** The name of the operation of a row, in its letter case. */
export function nameOf(row: string): string {
  const equals = row.indexOf('=');
  return equals < 0 ? row : row.slice(0, equals);
}

function settle(needs: readonly OperationNeed[], given: ReadonlySet<string>): readonly OperationNeed[] {
  return needs.flatMap((need) => {
    const when = settleTests(need.when, given);
    if (when === undefined) return [];
    const { when: _, ...rest } = need;
    return [{ ...rest, ...(when.length === 0 ? {} : { when }), resources: settleTemplates(need.resources, given) }];
  });
}

function settleTemplates(
  templates: readonly ResourceTemplate[],
  given: ReadonlySet<string>,
): readonly ResourceTemplate[] {
  return templates.flatMap((template) => {
    const when = settleTests(template.when, given);
    if (when === undefined) return [];
    const { when: _, ...rest } = template;
    return [when.length === 0 ? rest : { ...rest, when }];
  });
}

/** The tests that stay open, or undefined when one is false. */
function settleTests(tests: NeedCondition | undefined, given: ReadonlySet<string>): NeedCondition | undefined {
  const open: MemberTest[] = [];
  for (const test of tests ?? []) {
    const present = given.has(test.member) || given.has(test.member.split(/[.[{]/)[0] ?? '');
    if (test.is === 'absent' && present && !isPath(test)) return undefined;
    if (test.is !== 'absent' && !present) return undefined;
    if (test.is === 'given' ? isPath(test) && !given.has(test.member) : test.is !== 'absent' || present)
      open.push(test);
  }
  return open;
}

/** The set tells which members are given, not what is in them. */
function isPath(test: MemberTest): boolean {
  return /[.[{]/.test(test.member);
}
