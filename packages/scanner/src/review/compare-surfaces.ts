import type { Location, ReportFinding } from '@leastwise/model';
import { coversAction } from '../estate/policies/action-pattern.ts';
import { listed, setUpOf } from '../reports/words.ts';
import type { FunctionSurface, Permission, Surface, Way } from './surface.ts';

/** One thing that a change does to the attack surface, in one sentence. */
export interface Change {
  readonly kind: ChangeKind;
  readonly text: string;
  readonly at?: Location;
}

export type ChangeKind =
  | 'new-function'
  | 'new-way-in'
  | 'weaker-authentication'
  | 'wider-exposure'
  | 'new-permission'
  | 'new-secret'
  | 'removed-protection'
  | 'removed-function'
  | 'removed-way-in'
  | 'stronger-authentication'
  | 'removed-permission';

/** What a reviewer must look at, before what only got better. */
export const gravest: readonly ChangeKind[] = [
  'weaker-authentication',
  'wider-exposure',
  'removed-protection',
  'new-secret',
  'new-way-in',
  'new-permission',
  'new-function',
  'stronger-authentication',
  'removed-way-in',
  'removed-permission',
  'removed-function',
];

export interface ReviewOfChange {
  readonly changes: readonly Change[];
  readonly newFindings: readonly ReportFinding[];
  readonly worseFindings: readonly ReportFinding[];
  readonly goneFindings: readonly { readonly check: string; readonly subject: string }[];
}

/** Their openness is told as that of each way in. */
const gateways: ReadonlySet<string> = new Set([
  'rest-api',
  'http-api',
  'graphql-api',
  'event-api',
  'function-url',
  'load-balancer',
  'distribution',
]);

/** From the most open to the best guarded. */
const openness = ['public', 'public-sign-up', 'unknown', 'authenticated', 'internal'];

export function compareSurfaces(before: Surface, after: Surface): readonly Change[] {
  const changes: Change[] = [];
  for (const [id, now] of after.functions) {
    const then = before.functions.get(id);
    if (then === undefined) changes.push(newFunction(now));
    else changes.push(...changedFunction(then, now));
  }
  for (const [id, then] of before.functions) {
    if (!after.functions.has(id)) changes.push({ kind: 'removed-function', text: `${then.entry.name} is gone.` });
  }
  changes.push(...changedResources(before, after));
  return changes.sort(
    (a, b) => gravest.indexOf(a.kind) - gravest.indexOf(b.kind) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
  );
}

function newFunction({ entry, ways, permissions, secrets }: FunctionSurface): Change {
  const rank = ({ trigger }: Way): number => openness.indexOf(trigger.exposure);
  const open = [...ways.values()]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ label, trigger }) => (trigger.invocation === 'sync' ? `${label} (${authOf(trigger.auth)})` : label));
  const parts = [
    setUpOf(entry).join(', '),
    open.length > 0 ? `${entry.exposure} through ${listed(open, 3)}` : entry.exposure,
    permissions.size === 0 ? 'no permissions in the template' : permissionList([...permissions.values()]),
    secrets.size === 0 ? '' : `${secrets.size} secret${secrets.size === 1 ? '' : 's'} in its configuration`,
  ];
  return {
    kind: 'new-function',
    text: `${entry.name}: ${parts.filter((part) => part !== '').join('; ')}.`,
    at: entry.location,
  };
}

function changedFunction(then: FunctionSurface, now: FunctionSurface): readonly Change[] {
  const { name, location } = now.entry;
  const changes: Change[] = [];
  for (const [key, way] of now.ways) {
    const old = then.ways.get(key);
    if (old === undefined) {
      changes.push({
        kind: 'new-way-in',
        text: `${name} can be started through ${way.label}: ${way.trigger.exposure}, ${authOf(way.trigger.auth)}.`,
        at: way.trigger.location,
      });
    } else changes.push(...changedWay(name, old, way));
  }
  for (const [key, old] of then.ways) {
    if (!now.ways.has(key))
      changes.push({ kind: 'removed-way-in', text: `${name} is no longer started through ${old.label}.` });
  }
  const added = beyond(now, then);
  const removed = beyond(then, now);
  if (added.length > 0)
    changes.push({ kind: 'new-permission', text: `${name} ${permissionList(added)}.`, at: location });
  if (removed.length > 0)
    changes.push({ kind: 'removed-permission', text: `${name} ${permissionList(removed)} no longer.` });
  const secrets = [...now.secrets].filter((secret) => !then.secrets.has(secret));
  for (const secret of secrets) {
    changes.push({
      kind: 'new-secret',
      text: `The configuration of ${name} holds a new secret (${secret.split(' ')[0] ?? ''}).`,
      at: location,
    });
  }
  if (
    !changes.some(({ kind }) => kind === 'new-way-in' || kind === 'weaker-authentication' || kind === 'wider-exposure')
  ) {
    const wider = openness.indexOf(now.entry.exposure) < openness.indexOf(then.entry.exposure);
    if (wider) {
      changes.push({
        kind: 'wider-exposure',
        text: `${name} was ${then.entry.exposure} and is ${now.entry.exposure} now, through what it is started by.`,
        at: location,
      });
    }
  }
  if (typeof then.entry.config.reservedConcurrency === 'number' && now.entry.config.reservedConcurrency === null) {
    changes.push({ kind: 'removed-protection', text: `${name} has no limit of concurrency any more.`, at: location });
  }
  return changes;
}

/** What one side allows and the other does not cover: `s3:GetObject` is nothing new where `s3:Get*` was allowed. */
function beyond(one: FunctionSurface, other: FunctionSurface): readonly Permission[] {
  const held = [...other.permissions.values()];
  return [...one.permissions.values()].filter(
    ({ action, resource }) =>
      !held.some(
        (known) => (known.resource === resource || known.resource === '*') && coversAction(known.action, action),
      ),
  );
}

function changedWay(name: string, then: Way, now: Way): readonly Change[] {
  const lost = then.trigger.auth.filter((item) => !now.trigger.auth.includes(item));
  const gained = now.trigger.auth.filter((item) => !then.trigger.auth.includes(item));
  const difference = openness.indexOf(now.trigger.exposure) - openness.indexOf(then.trigger.exposure);
  const said = `${now.label} of ${name} asked for ${authOf(then.trigger.auth)} and asks for ${authOf(now.trigger.auth)} now`;
  if (difference < 0 && lost.length === 0 && gained.length === 0) {
    return [
      {
        kind: 'wider-exposure',
        text: `${now.label} of ${name} was ${then.trigger.exposure} and is ${now.trigger.exposure} now.`,
        at: now.trigger.location,
      },
    ];
  }
  if (difference < 0 || (difference === 0 && lost.length > gained.length)) {
    return [{ kind: 'weaker-authentication', text: `${said}: ${now.trigger.exposure}.`, at: now.trigger.location }];
  }
  if (difference > 0 || gained.length > lost.length) {
    return [{ kind: 'stronger-authentication', text: `${said}: ${now.trigger.exposure}.`, at: now.trigger.location }];
  }
  return [];
}

function changedResources(before: Surface, after: Surface): readonly Change[] {
  const changes: Change[] = [];
  for (const [id, now] of after.resources) {
    const then = before.resources.get(id);
    const what = `${now.kind.replaceAll('-', ' ')} ${now.name}`;
    const at: Location = { file: now.file, line: now.line, column: 1, endLine: now.line, endColumn: 1 };
    if (then === undefined) {
      if (now.exposure === 'public' && !gateways.has(now.kind))
        changes.push({ kind: 'wider-exposure', text: `The public gets to the new ${what}.`, at });
      continue;
    }
    if (
      !gateways.has(now.kind) &&
      openness.indexOf(now.exposure) >= 0 &&
      openness.indexOf(now.exposure) < openness.indexOf(then.exposure)
    ) {
      changes.push({
        kind: 'wider-exposure',
        text: `Who gets to the ${what} was ${then.exposure} and is ${now.exposure} now.`,
        at,
      });
    }
    if (isWeaker(then.encrypted, now.encrypted)) {
      changes.push({
        kind: 'removed-protection',
        text: `The ${what} was encrypted with a ${then.encrypted.replace('-', ' ')}; now: ${now.encrypted.replace('-', ' ')}.`,
        at,
      });
    }
    if (then.protectedBy.size > 0 && now.protectedBy.size === 0) {
      changes.push({ kind: 'removed-protection', text: `No web ACL stands before the ${what} any more.`, at });
    }
  }
  return changes;
}

function isWeaker(then: string, now: string): boolean {
  const order = ['no', 'platform-key', 'customer-key'];
  return order.includes(then) && order.includes(now) && order.indexOf(now) < order.indexOf(then);
}

function authOf(auth: readonly string[]): string {
  return auth.length === 0 ? 'no authentication' : auth.join(' and ');
}

/** `may s3:GetObject on ${Photos.Arn}/* and dynamodb:PutItem on ${Orders.Arn}`. */
function permissionList(permissions: readonly Permission[]): string {
  const byResource = new Map<string, string[]>();
  for (const { action, resource } of permissions)
    byResource.set(resource, [...(byResource.get(resource) ?? []), action]);
  const parts = [...byResource].map(([resource, actions]) => {
    const held = listed([...new Set(actions)].sort(), 4);
    return resource === '' ? `holds ${held}` : `may ${held} on ${resource === '*' ? 'everything (*)' : resource}`;
  });
  return listed(parts, 4);
}
