import { settled, type Unknown, type Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../estate.ts';
import type { Truth } from './action-pattern.ts';

/** What is left of public policies and ACLs of a bucket once its public access block and object ownership have spoken. */
export interface PublicAccessBlock {
  /** Whether a public bucket policy takes effect. */
  readonly policy: Truth;
  /** Whether a public ACL takes effect. */
  readonly acl: Truth;
  /**
   * No block is written: buckets made since April 2023 block everything, so a public policy or ACL deploys only on an
   * older bucket, and is in force there.
   * https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html
   */
  readonly undecided: boolean;
  readonly open?: Unknown;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export function publicAccessBlock(bucket: NodeOf<'bucket'>, estate: Estate): PublicAccessBlock {
  const { publicAccessBlock: block, ownership } = bucket.facet;
  if (block.open !== undefined) return { policy: 'unknown', acl: 'unknown', undecided: false, open: block.open };
  const enforced = ownership.kind === 'known' && ownership.value === 'BucketOwnerEnforced';
  if (!block.present) return { policy: 'yes', acl: enforced ? 'no' : 'yes', undecided: true };
  const policy = neither(block.blockPolicy, block.restrict);
  const acl = enforced ? 'no' : neither(block.blockAcls, block.ignoreAcls);
  const open = [block.blockPolicy, block.restrict, block.blockAcls, block.ignoreAcls]
    .map((value) => estate.openReason(value))
    .find((reason) => reason !== undefined);
  return { policy, acl, undecided: false, ...(open === undefined ? {} : { open }) };
}

/** One that is true is enough to close. */
function neither(one: Value<boolean>, other: Value<boolean>): Truth {
  const [first, second] = [settled(one), settled(other)];
  if (first === true || second === true) return 'no';
  return first === false && second === false ? 'yes' : 'unknown';
}
