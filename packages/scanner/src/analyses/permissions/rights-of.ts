import type { NodeId, SourceRange, Unknown } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { policiesOf } from '../../estate/identities/attached-policies.ts';
import { actionPatterns } from '../../estate/policies/action-pattern.ts';
import { actionClasses, type ActionClass } from './action-class.ts';

/** Something beyond logging that a role lets its holder do, inside the estate or outside. */
export interface Right {
  /** As the policy writes it: `sns:Publish`, `s3:*`. */
  readonly action: string;
  readonly class: ActionClass;
  readonly at: SourceRange;
}

export interface Rights {
  /** Each action and class once, in the order of the policies. What a Deny or a boundary takes away is not subtracted. */
  readonly held: readonly Right[];
  /** Why there may be more: the role or a policy of it is not (wholly) known. */
  readonly open?: Unknown;
}

const known = new WeakMap<Estate, Map<NodeId, Rights>>();

/** What the role of a function permits beyond logs, traces, metrics and network interfaces. */
export function rightsOf(estate: Estate, subject: NodeOf<'function'>): Rights {
  const { role } = subject.facet;
  const identity = estate.resolve(role, 'role');
  if (identity !== undefined) return rightsOfRole(estate, identity.id);
  return {
    held: [],
    open: estate.openReason(role) ?? {
      kind: 'unknown',
      cause: 'import',
      reason: 'The role of the function does not stand in the templates.',
      origin: role.origin,
    },
  };
}

export function rightsOfRole(estate: Estate, role: NodeId): Rights {
  let kept = known.get(estate);
  if (kept === undefined) known.set(estate, (kept = new Map()));
  const found = kept.get(role) ?? collect(estate, role);
  kept.set(role, found);
  return found;
}

function collect(estate: Estate, role: NodeId): Rights {
  const held = new Map<string, Right>();
  let open: Unknown | undefined;
  for (const { document } of policiesOf(estate, role)) {
    open ??= document.open;
    for (const { effect, effectOpen, actions, origin } of document.statements) {
      if (effect === undefined) open ??= effectOpen;
      if (effect !== 'Allow') continue;
      open ??= actions.open;
      // All but what is named: nearly everything.
      for (const action of actions.not ? ['*'] : actionPatterns(actions)) {
        for (const each of actionClasses(action)) {
          const key = `${each} ${action}`;
          if (!held.has(key)) held.set(key, { action, class: each, at: origin });
        }
      }
    }
  }
  return { held: [...held.values()], ...(open === undefined ? {} : { open }) };
}
