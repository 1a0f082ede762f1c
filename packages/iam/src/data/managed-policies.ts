import type { ManagedPolicy } from './types.ts';
import { packFile } from './pack-file.ts';
import { indexLine } from './shard.ts';

interface ManagedIndex {
  /** A line a block of documents: offset, length, a space between. */
  readonly blocks: string;
  /** A line a policy: name, block, position in it, path in the ARN or nothing; tabs between, line breaks around each. */
  readonly policies: string;
}

const unpacked = new Map<number, readonly unknown[]>();

/**
 * The latest document of an AWS managed policy, by name (`AmazonS3ReadOnlyAccess`), by path and name
 * (`service-role/AWSLambdaBasicExecutionRole`) or by ARN in any partition. Only the block that holds it is unpacked.
 */
export function managedPolicy(nameOrArn: string): ManagedPolicy | undefined {
  const named = /^arn:[a-z-]+:iam::aws:policy\/(.+)$/.exec(nameOrArn)?.[1] ?? nameOrArn;
  const name = named.slice(named.lastIndexOf('/') + 1);
  const line = /^[\w+=,.@-]+$/.test(name) ? indexLine(managedIndex().policies, `${name}\t`) : undefined;
  if (line === undefined) return undefined;
  const [, block, position, path = ''] = line.split('\t');
  // A bare name says enough, but a path or an ARN must be the policy's own.
  if (named !== `${path}${name}` && nameOrArn !== name) return undefined;
  return {
    name,
    arn: `arn:aws:iam::aws:policy/${path}${name}`,
    document: documentsOf(Number(block))[Number(position)],
  };
}

function managedIndex(): ManagedIndex {
  const [blocks = '', policies = ''] = packFile('managed-policies.pack').index;
  return { blocks, policies };
}

function documentsOf(block: number): readonly unknown[] {
  const known = unpacked.get(block);
  if (known !== undefined) return known;
  const [offset, length] = (managedIndex().blocks.split('\n')[block] ?? '').split(' ').map(Number);
  const documents = packFile('managed-policies.pack').blob(offset ?? 0, length ?? 0) as readonly unknown[];
  unpacked.set(block, documents);
  return documents;
}
