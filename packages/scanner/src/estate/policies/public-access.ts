import { settled, type NodeId, type SourceRange, type Unknown } from '@leastwise/model';
import type { AnyNode, Estate, NodeOf } from '../estate.ts';
import type { Kind } from '../facets/index.ts';
import { namesAction, type Truth } from './action-pattern.ts';
import { dataActions, type DataActions } from './data-actions.ts';
import { publicAccessBlock } from './public-access-block.ts';
import { publicGrants, type PublicGrant } from './public-grants.ts';
import { resourcePolicy, type ResourcePolicy } from './resource-policy.ts';

/** Whether anyone outside the owner's accounts may read or write the data of a resource by its own policy or ACL. */
export interface PublicAccess {
  readonly read: Truth;
  readonly write: Truth;
  /** Where it is decided; the resource itself when nothing is written. */
  readonly at: SourceRange;
  /** One sentence with the name of the resource. */
  readonly message: string;
  /** For `unknown`: what is not known. */
  readonly open?: Unknown;
  readonly openings: readonly Opening[];
}

/** One statement or ACL that admits anyone, with what it opens. */
export interface Opening {
  readonly at: SourceRange;
  readonly by: 'policy' | 'acl';
  readonly source: AnyNode;
  readonly grant?: PublicGrant;
  readonly read: Truth;
  readonly write: Truth;
  /** `anyone may read`: for a sentence. */
  readonly message: string;
  readonly open?: Unknown;
}

const cache = new WeakMap<Estate, Map<string, PublicAccess>>();

export function publicAccess(estate: Estate, subject: { readonly id: NodeId }): PublicAccess {
  const node = estate.nodes.get(subject.id);
  if (node === undefined) throw new Error(`The estate does not hold ${subject.id}`);
  const known = cache.get(estate) ?? new Map<string, PublicAccess>();
  cache.set(estate, known);
  const kept = known.get(node.id);
  if (kept !== undefined) return kept;
  const openings = openingsOf(node, estate);
  const answer = sumUp(node, openings);
  known.set(node.id, answer);
  return answer;
}

function openingsOf(node: AnyNode, estate: Estate): readonly Opening[] {
  if (node.kind === 'bucket') return bucketOpenings(node, estate);
  // A domain in a VPC cannot be reached from outside, and fine-grained access control asks everyone for a user.
  if (node.kind === 'search-domain' && (node.facet.vpc.present || settled(node.facet.fineGrained) === true)) return [];
  return policyOpenings(resourcePolicy(estate, node.id), node.kind, `${node.kind.replaceAll('-', ' ')} ${node.name}`);
}

/** What the public statements of some policies open on a kind of resource. */
export function policyOpenings(policies: readonly ResourcePolicy[], kind: Kind, name: string): readonly Opening[] {
  const actions = dataActions[kind];
  if (actions === undefined) return [];
  const openings: Opening[] = [];
  for (const policy of policies) {
    for (const grant of publicGrants(policy.document)) {
      const limited = (truth: Truth): Truth => (truth !== 'no' && grant.unknown !== undefined ? 'unknown' : truth);
      const read = limited(allowsAny(grant, actions, 'reads'));
      const write = limited(allowsAny(grant, actions, 'writes'));
      openings.push({
        at: grant.at,
        by: 'policy',
        source: policy.source,
        grant,
        read,
        write,
        message: `${grant.who} ${mayDo(read, write)} ${name} (policy)`,
        ...openOf(grant, read === 'unknown' || write === 'unknown'),
      });
    }
    // Statements that are not known may admit anyone.
    if (policy.document.open !== undefined) {
      openings.push({
        at: policy.document.open.origin,
        by: 'policy',
        source: policy.source,
        read: 'unknown',
        write: 'unknown',
        message: `a policy that is not known says who may use ${name}`,
        open: policy.document.open,
      });
    }
  }
  return openings;
}

/** Why it is not known: the grant itself, or which actions it names. */
function openOf(grant: PublicGrant, unsure: boolean): { readonly open?: Unknown } {
  const open = grant.unknown ?? (unsure ? grant.statement.actions.open : undefined);
  return open === undefined ? {} : { open };
}

function allowsAny(grant: PublicGrant, actions: DataActions, how: 'reads' | 'writes'): Truth {
  const answers = actions[how].map((action) => namesAction(grant.statement, action));
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
}

function bucketOpenings(bucket: NodeOf<'bucket'>, estate: Estate): readonly Opening[] {
  const block = publicAccessBlock(bucket, estate);
  const openings: Opening[] = [];
  const add = (opening: Opening, effective: Truth): void => {
    if (effective === 'no') return;
    const weaken = (truth: Truth): Truth => (truth === 'yes' && effective === 'unknown' ? 'unknown' : truth);
    const open = opening.open ?? block.open;
    openings.push({
      ...opening,
      read: weaken(opening.read),
      write: weaken(opening.write),
      ...(open === undefined ? {} : { open }),
    });
  };
  for (const opening of policyOpenings(resourcePolicy(estate, bucket.id), 'bucket', `bucket ${bucket.name}`))
    add(opening, block.policy);
  const { acl } = bucket.facet;
  const meaning = publicAcls[settled(acl) ?? ''];
  if (meaning !== undefined) {
    add(
      {
        at: acl.origin,
        by: 'acl',
        source: bucket,
        ...meaning,
        message: `${meaning.message} bucket ${bucket.name} (ACL ${settled(acl)})`,
      },
      block.acl,
    );
  }
  const reason = estate.openReason(acl);
  if (reason !== undefined) {
    add(
      {
        at: acl.origin,
        by: 'acl',
        source: bucket,
        read: 'unknown',
        write: 'unknown',
        message: `the ACL of bucket ${bucket.name} is not known`,
        open: reason,
      },
      block.acl,
    );
  }
  return openings;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
const publicAcls: Readonly<Record<string, { readonly read: Truth; readonly write: Truth; readonly message: string }>> =
  {
    PublicRead: { read: 'yes', write: 'no', message: 'anyone may list' },
    PublicReadWrite: { read: 'yes', write: 'yes', message: 'anyone may list and write to' },
    AuthenticatedRead: { read: 'yes', write: 'no', message: 'anyone with an AWS account may list' },
  };

function sumUp(node: AnyNode, openings: readonly Opening[]): PublicAccess {
  const read = widest(openings.map((opening) => opening.read));
  const write = widest(openings.map((opening) => opening.write));
  const deciding =
    openings.find((opening) => opening.write === 'yes') ??
    openings.find((opening) => opening.read === 'yes') ??
    openings.find((opening) => opening.write === 'unknown' || opening.read === 'unknown');
  return {
    read,
    write,
    at: deciding?.at ?? node.keyRange,
    message: deciding?.message ?? `no policy admits anyone to ${node.name}`,
    openings,
    ...(deciding?.open === undefined ? {} : { open: deciding.open }),
  };
}

function widest(answers: readonly Truth[]): Truth {
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
}

function mayDo(read: Truth, write: Truth): string {
  if (read === 'no' && write === 'no') return 'may manage or describe';
  return read !== 'no' && write !== 'no' ? 'may read and write' : write === 'no' ? 'may read' : 'may write to';
}
