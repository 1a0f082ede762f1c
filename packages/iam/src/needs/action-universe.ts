import { guardedResource, isResourceControlled, needsNoPermission } from '../evaluation/applicability.ts';
import type { ActionMatcher } from '../evaluation/action-matcher.ts';
import { patternKey } from '../evaluation/resource-matcher.ts';
import { matchesPattern, type WildcardPattern } from '../patterns/wildcard.ts';

/** An action that exists, with what it can be done to. */
export interface UniverseAction {
  readonly action: string;
  /**
   * Patterns of the ARNs that it knows, such as `arn:aws:s3:::*`; none: it knows no resource. Left out: anything. Spell the
   * partition and the service: a `*` before them would also stand for other services, because names may hold colons.
   */
  readonly resources?: readonly string[];
}

/** One bit an action, in the order of the universe. */
export type ActionSet = Uint32Array;

/** A list of actions, prepared so that the set of a pattern is worked out once for all policies that use it. */
export interface ActionUniverse {
  readonly actions: readonly UniverseAction[];
  /** Equal for actions that the same statements decide alike: same resources, same rules of their service. */
  readonly kinds: readonly string[];
  readonly all: ActionSet;
  /** The actions that a statement speaks of surely, and those of which it perhaps speaks. */
  spokenOf(matcher: ActionMatcher): { readonly surely: ActionSet; readonly perhaps: ActionSet };
}

const prepared = new WeakMap<readonly (string | UniverseAction)[], ActionUniverse>();

export function actionUniverse(list: readonly (string | UniverseAction)[]): ActionUniverse {
  let universe = prepared.get(list);
  if (universe === undefined) prepared.set(list, (universe = prepare(list)));
  return universe;
}

function prepare(list: readonly (string | UniverseAction)[]): ActionUniverse {
  const actions = list.map((entry) => (typeof entry === 'string' ? { action: entry } : entry));
  const folded = actions.map(({ action }) => action.toLowerCase());
  const words = Math.ceil(actions.length / 32);
  const empty = (): ActionSet => new Uint32Array(words);
  const all = empty();
  actions.forEach((_, at) => insert(all, at));
  const byService = new Map<string, number[]>();
  folded.forEach((action, at) => {
    const service = action.slice(0, action.indexOf(':') + 1);
    const places = byService.get(service);
    if (places === undefined) byService.set(service, [at]);
    else places.push(at);
  });
  const everything = actions.map((_, at) => at);
  const sets = new Map<string, ActionSet>();
  const setOf = (pattern: WildcardPattern): ActionSet => {
    const key = patternKey(pattern);
    let set = sets.get(key);
    if (set === undefined) {
      set = empty();
      const colon = pattern.prefix.indexOf(':');
      const places = colon === -1 ? everything : (byService.get(pattern.prefix.slice(0, colon + 1)) ?? []);
      for (const at of places) if (matchesPattern(pattern, folded[at] ?? '')) insert(set, at);
      if (sets.size < REMEMBERED_SETS) sets.set(key, set);
    }
    return set;
  };
  return {
    actions,
    kinds: actions.map(({ action, resources }) => `${ruleOf(action)}|${(resources ?? ['any']).join(' ')}`),
    all,
    spokenOf: ({ patterns, isNegated }) => {
      const surely = empty();
      const perhaps = empty();
      for (const pattern of patterns) addAll(pattern.open ? perhaps : surely, setOf(pattern));
      for (let at = 0; at < words; at++) {
        const sure = surely[at] ?? 0;
        perhaps[at] = (perhaps[at] ?? 0) & ~sure;
        if (isNegated) surely[at] = (all[at] ?? 0) & ~sure & ~(perhaps[at] ?? 0);
      }
      return { surely, perhaps };
    },
  };
}

/** Sets are kept for the patterns of real policies; made-up ones do not fill the memory. */
const REMEMBERED_SETS = 10_000;

function ruleOf(action: string): string {
  return `${isResourceControlled(action)} ${guardedResource(action) ?? ''} ${needsNoPermission(action)}`;
}

function insert(set: ActionSet, at: number): void {
  set[at >>> 5] = (set[at >>> 5] ?? 0) | (1 << (at & 31));
}

function addAll(set: ActionSet, other: ActionSet): void {
  for (let at = 0; at < set.length; at++) set[at] = (set[at] ?? 0) | (other[at] ?? 0);
}

/** Both halves of a set, by another one; the set itself when one half is empty. */
export function split(set: ActionSet, by: ActionSet): readonly ActionSet[] {
  let isInside = false;
  let isOutside = false;
  for (let at = 0; at < set.length && !(isInside && isOutside); at++) {
    const word = set[at] as number;
    const other = by[at] as number;
    if ((word & other) !== 0) isInside = true;
    if ((word & ~other) !== 0) isOutside = true;
  }
  if (!isInside || !isOutside) return isInside || isOutside ? [set] : [];
  return [set.map((word, at) => word & (by[at] as number)), set.map((word, at) => word & ~(by[at] as number))];
}

export function members(set: ActionSet): readonly number[] {
  const found: number[] = [];
  set.forEach((word, index) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) found.push(index * 32 + 31 - Math.clz32(rest & -rest));
  });
  return found;
}
