import { packFile } from './pack-file.ts';

/** What the pack holds of one IAM prefix. The generator (tools/src/iam-data) writes it. */
export interface Shard {
  readonly actions: PackedActions;
  /** By the id of the SDK service. */
  readonly services: Readonly<Record<string, PackedService>>;
}

export interface PackedActions {
  /** Sorted by lower case, commas between. */
  readonly names: string;
  /** One letter an action: List, Read, Write, Tagging, Permissions management. */
  readonly levels: string;
  /** For each action an index into `resourceSets`. */
  readonly resources: readonly number[];
  /** Names of types with commas between; `?` after one that is not required. */
  readonly resourceSets: readonly string[];
  /** For each action an index into `keySets`. */
  readonly keys: readonly number[];
  readonly keySets: readonly (readonly number[])[];
  readonly conditionKeys: readonly string[];
  /** Name, ARN formats, index into `keySets`. */
  readonly types: readonly (readonly [string, readonly string[], number])[];
  /** Actions that the operation of the same name needs as well. */
  readonly dependent: Readonly<Record<string, readonly string[]>>;
}

export interface PackedService {
  /** A line an operation: `Name`, or `Name=needs`. `Name=` needs no permission, `Name=?` has none that is known. */
  readonly operations: string;
  readonly templates: readonly string[];
  /** Names of the operations that have a paginator, commas between. */
  readonly paginators: string;
  readonly waiters: Readonly<Record<string, string>>;
  /** Methods of resources and libraries, to operations; `?` after one that only some calls reach. */
  readonly methods: Readonly<Record<string, readonly string[]>>;
}

export interface PackIndex {
  readonly version: string;
  /** A line a shard: prefix, offset, length, spaces between; line breaks around each. */
  readonly shards: string;
  /** A line a service: id, prefix, service id, class of JavaScript v2 or nothing; tabs between, line breaks around each. */
  readonly services: string;
}

const unpacked = new Map<string, Shard>();

export function packIndex(): PackIndex {
  const [version = '', shards = '', services = ''] = packFile('services.pack').index;
  return { version, shards, services };
}

/** The prefixes of the reference, sorted. */
export function servicePrefixes(): readonly string[] {
  const lines = packIndex().shards.trim().split('\n');
  return lines.map((line) => line.slice(0, line.indexOf(' ')));
}

/**
 * The shard of a prefix in lower case, unpacked when first asked for. The index is searched as text: most programs ask for
 * five of 456.
 */
export function shardOf(prefix: string): Shard | undefined {
  const known = unpacked.get(prefix);
  if (known !== undefined) return known;
  const line = /\s/.test(prefix) ? undefined : indexLine(packIndex().shards, `${prefix} `);
  if (line === undefined) return undefined;
  const [, offset, length] = line.split(' ');
  const shard = packFile('services.pack').blob(Number(offset), Number(length)) as Shard;
  unpacked.set(prefix, shard);
  return shard;
}

/** The line of an index that begins so. */
export function indexLine(index: string, beginning: string): string | undefined {
  const at = index.indexOf(`\n${beginning}`);
  return at < 0 ? undefined : index.slice(at + 1, index.indexOf('\n', at + 1));
}
