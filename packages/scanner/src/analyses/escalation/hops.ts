import type { Account, Holder, Identity } from './account.ts';
import {
  admitsIdentities,
  admitsService,
  ask,
  askAny,
  grantOf,
  mayAssume,
  speaksOf,
  weakest,
  type Grant,
  type Say,
} from './ask.ts';
import { escalationPaths } from './paths/catalogue.ts';
import type { EscalationPath } from './paths/path.ts';
import { isAdministrator, outranks } from './rank.ts';

/** One step: an identity gains another, or everything. */
export interface Hop {
  readonly path: EscalationPath;
  readonly from: string;
  /** An identity; `any-role`: every role of the account that admits the service; `administrator`. */
  readonly to: { readonly kind: 'identity'; readonly id: string } | { readonly kind: 'any-role' | 'administrator' };
  /** What runs as the role that is gained. */
  readonly through?: Holder;
  /** False: it hangs on a condition or on something that only deployment knows. */
  readonly certain: boolean;
  /** The statements that allow it, one for each action. */
  readonly grants: readonly Grant[];
}

/** Every step that an identity can take. Deny, boundaries, conditions, resources and trust policies have their say. */
export function hopsFrom(account: Account, source: Identity): readonly Hop[] {
  const speaking = escalationPaths.filter(
    (path) => (path.from === undefined || path.from.some((kind) => kind === source.kind)) && mightHold(source, path),
  );
  return speaking.flatMap((path) => hopsBy(account, source, path));
}

/** Cheap: whether some statement speaks of every action. An identity that reads a table ends here. */
function mightHold(source: Identity, path: EscalationPath): boolean {
  return Object.values(path.needs).every((actions: readonly string[]) =>
    actions.every((action) => action === 'sts:AssumeRole' || speaksOf(source, action)),
  );
}

type Asked = readonly { readonly action: string; readonly resource: string; readonly say: Say }[];

function hopsBy(account: Account, source: Identity, path: EscalationPath): readonly Hop[] {
  const { needs } = path;
  const fresh: Asked = (needs.fresh ?? []).map((action) => ({ action, resource: '*', say: askAny(source, action) }));
  const on = (actions: readonly string[] | undefined, resource: string): Asked =>
    (actions ?? []).map((action) => ({ action, resource, say: ask(source, action, resource) }));
  if (fresh.some(({ say }) => say === 'no')) return [];
  const hop = (to: Hop['to'], asked: Asked, extra: Say = 'yes', through?: Holder): readonly Hop[] => {
    const say = weakest([...asked, ...fresh].map((each) => each.say).concat(extra));
    if (say === 'no') return [];
    const grants = [...asked, ...fresh].flatMap(({ action, resource }) => grantOf(source, action, resource) ?? []);
    return [
      { path, from: source.id, to, certain: say === 'yes', grants, ...(through === undefined ? {} : { through }) },
    ];
  };

  if (needs.passed !== undefined) return passing(account, source, path, hop);
  if (path.category === 'existing-passrole') {
    return account.holders.flatMap((holder) => {
      const role = account.identities.get(holder.role);
      if (holder.kind !== path.target || role === undefined || role.id === source.id) return [];
      const asked = on(needs.target, holder.arn);
      if (asked.some(({ say }) => say === 'no')) return [];
      const trusted = path.assumedBy === undefined ? 'yes' : admitsService(role, path.assumedBy);
      return hop({ kind: 'identity', id: role.id }, asked, weakest([trusted, outranks(role, source)]), holder);
    });
  }
  if (path.target === 'none') return widening(account, source, path, on, hop);
  const targets =
    needs.target?.includes('sts:AssumeRole') === true ? inviting(account) : [...account.identities.values()];
  return targets.flatMap((target) => {
    if (target.kind !== path.target || target.id === source.id || source.groups.includes(target.id)) return [];
    const assumes = needs.target?.includes('sts:AssumeRole') === true;
    const asked = on(
      needs.target?.filter((action) => action !== 'sts:AssumeRole'),
      target.arn,
    );
    if (asked.some(({ say }) => say === 'no')) return [];
    const assumed = assumes ? mayAssume(source, target) : 'yes';
    if (assumed === 'no') return [];
    const policies = needs.targetPolicy === undefined ? [undefined] : target.heldPolicies;
    return policies.flatMap((policy) => {
      const all = [...asked, ...(policy === undefined ? [] : on(needs.targetPolicy, policy))];
      if (path.gain === 'rewritten' && isUnlimited(target)) return hop({ kind: 'administrator' }, all, assumed);
      return hop({ kind: 'identity', id: target.id }, all, weakest([assumed, outranks(target, source)]));
    });
  });
}

const invitations = new WeakMap<Account, readonly Identity[]>();

/** The roles that more than services may assume: few, among thousands. */
function inviting(account: Account): readonly Identity[] {
  let found = invitations.get(account);
  if (found === undefined) {
    found = [...account.identities.values()].filter((each) => each.kind === 'role' && admitsIdentities(each));
    invitations.set(account, found);
  }
  return found;
}

type MakeHop = (to: Hop['to'], asked: Asked, extra?: Say, through?: Holder) => readonly Hop[];

function passing(account: Account, source: Identity, path: EscalationPath, hop: MakeHop): readonly Hop[] {
  const service = path.assumedBy ?? '';
  const context = { 'iam:PassedToService': service };
  const asked = (resource: string): Asked => [
    { action: 'iam:PassRole', resource, say: ask(source, 'iam:PassRole', resource, context) },
  ];
  // One account is enough: of another, no role can be passed.
  const everyRole = `${source.arn.split(':').slice(0, 5).join(':')}:role/*`;
  const any = asked(everyRole);
  if (any[0]?.say === 'yes') return hop({ kind: 'any-role' }, any);
  return [...account.identities.values()].flatMap((role) => {
    if (role.kind !== 'role' || role.id === source.id) return [];
    const passed = asked(role.arn);
    if (passed[0]?.say === 'no') return [];
    const trusted = admitsService(role, service);
    if (trusted === 'no') return [];
    return hop({ kind: 'identity', id: role.id }, passed, weakest([trusted, outranks(role, source)]));
  });
}

function widening(
  account: Account,
  source: Identity,
  path: EscalationPath,
  on: (actions: readonly string[] | undefined, resource: string) => Asked,
  hop: MakeHop,
): readonly Hop[] {
  const { needs } = path;
  const lifts = (needs.self ?? []).some((action) => action.endsWith('PermissionsBoundary'));
  if (!lifts && !isUnlimited(source)) return [];
  if (lifts && source.limit === undefined) return [];
  // An older version may allow more; whether there is one, no template says.
  const extra: Say = needs.ownPolicy?.includes('iam:SetDefaultPolicyVersion') === true ? 'maybe' : 'yes';
  const groups = source.groups.flatMap((id) => account.identities.get(id) ?? []);
  const places: readonly Asked[] =
    needs.ownGroup !== undefined
      ? groups.map(({ arn }) => on(needs.ownGroup, arn))
      : needs.ownPolicy !== undefined
        ? source.heldPolicies.map((arn) => on(needs.ownPolicy, arn))
        : [on(needs.self, source.arn)];
  return places.flatMap((asked) => hop({ kind: 'administrator' }, asked, extra));
}

function isUnlimited(identity: Identity): boolean {
  return identity.limit === undefined || isAdministrator(identity.limit);
}
