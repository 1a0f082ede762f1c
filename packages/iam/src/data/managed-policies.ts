import type { ManagedPolicy } from './types.ts';
import { packFile } from './pack-file.ts';

interface ManagedIndex {
  /** Offset and length of each block. */
  readonly blocks: readonly (readonly [number, number])[];
  /** Name, path in the ARN, block. Sorted by name; in a block the documents stand in this order. */
  readonly policies: readonly (readonly [string, string, number])[];
}

interface Entry {
  readonly name: string;
  readonly arn: string;
  readonly block: number;
  readonly position: number;
}

let entries: ReadonlyMap<string, Entry> | undefined;
const blocks = new Map<number, readonly unknown[]>();

/**
 * The latest document of an AWS managed policy, by name (`AmazonS3ReadOnlyAccess`), by path and name
 * (`service-role/AWSLambdaBasicExecutionRole`) or by ARN in any partition. Only the block that holds it is unpacked.
 */
export function managedPolicy(nameOrArn: string): ManagedPolicy | undefined {
  const entry = entryOf(nameOrArn);
  if (entry === undefined) return undefined;
  return { name: entry.name, arn: entry.arn, document: documentsOf(entry.block)[entry.position] };
}

function entryOf(nameOrArn: string): Entry | undefined {
  entries ??= readIndex(packFile('managed-policies.pack').index as ManagedIndex);
  const path = /^arn:[a-z-]+:iam::aws:policy\/(.+)$/.exec(nameOrArn)?.[1] ?? nameOrArn;
  const entry = entries.get(path.slice(path.lastIndexOf('/') + 1));
  if (entry === undefined) return undefined;
  // A bare name says enough, but an ARN must be the policy's own, path and all.
  return path === nameOrArn && path === entry.name ? entry : entry.arn.endsWith(`:policy/${path}`) ? entry : undefined;
}

function readIndex(index: ManagedIndex): ReadonlyMap<string, Entry> {
  const seen = new Map<number, number>();
  return new Map(
    index.policies.map(([name, path, block]) => {
      const position = seen.get(block) ?? 0;
      seen.set(block, position + 1);
      return [name, { name, arn: `arn:aws:iam::aws:policy/${path}${name}`, block, position }];
    }),
  );
}

function documentsOf(block: number): readonly unknown[] {
  const known = blocks.get(block);
  if (known !== undefined) return known;
  const file = packFile('managed-policies.pack');
  const [offset, length] = (file.index as ManagedIndex).blocks[block] ?? [0, 0];
  const documents = file.blob(offset, length) as readonly unknown[];
  blocks.set(block, documents);
  return documents;
}
