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
  /** Prefix, offset, length. */
  readonly shards: readonly (readonly [string, number, number])[];
  /** Id, prefix, service id, package and class of JavaScript v3, class of JavaScript v2 or ''. */
  readonly services: readonly (readonly [string, string, string, string, string, string])[];
}

const shards = new Map<string, Shard | undefined>();
let places: ReadonlyMap<string, readonly [string, number, number]> | undefined;

export function packIndex(): PackIndex {
  return packFile('services.pack').index as PackIndex;
}

/** The prefixes of the reference, sorted. */
export function servicePrefixes(): readonly string[] {
  return packIndex().shards.map(([prefix]) => prefix);
}

/** The shard of a prefix in lower case, unpacked when first asked for. */
export function shardOf(prefix: string): Shard | undefined {
  if (shards.has(prefix)) return shards.get(prefix);
  places ??= new Map(packIndex().shards.map((place) => [place[0], place]));
  const place = places.get(prefix);
  const shard = place === undefined ? undefined : (packFile('services.pack').blob(place[1], place[2]) as Shard);
  if (shard !== undefined) shards.set(prefix, shard);
  return shard;
}
