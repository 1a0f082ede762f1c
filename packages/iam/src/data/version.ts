import { packIndex } from './shard.ts';

/** The versions of the sources of the pack, such as `iam-data 0.21.202609261, botocore 1.43.103`. */
export function dataVersion(): string {
  return packIndex().version;
}
