import type { AccessLevel, ActionInfo, ActionResource, ResourceType, ServiceActions } from './types.ts';
import { type PackedActions, servicePrefixes, shardOf } from './shard.ts';

const levels: Readonly<Record<string, AccessLevel>> = {
  L: 'List',
  R: 'Read',
  W: 'Write',
  T: 'Tagging',
  P: 'Permissions management',
};

const services = new Map<string, ServiceActions>();
const noTypes: ReadonlyMap<string, ResourceType> = new Map();

/** The actions and resource types of an IAM prefix, letter case apart. */
export function serviceActions(prefix: string): ServiceActions | undefined {
  const key = prefix.toLowerCase();
  const known = services.get(key);
  if (known !== undefined) return known;
  const shard = shardOf(key);
  if (shard === undefined) return undefined;
  const read = readActions(key, shard.actions);
  services.set(key, read);
  return read;
}

/** The resource types of an IAM prefix; of an unknown prefix there are none. */
export function resourceTypes(prefix: string): ReadonlyMap<string, ResourceType> {
  return serviceActions(prefix)?.resourceTypes ?? noTypes;
}

/** What the reference says of `s3:GetObject`, letter case apart. Undefined: there is no such action. */
export function actionInfo(action: string): ActionInfo | undefined {
  const colon = action.indexOf(':');
  if (colon < 0) return undefined;
  return serviceActions(action.slice(0, colon))?.actions.get(action.slice(colon + 1).toLowerCase());
}

/**
 * The actions that an `Action` element of a policy stands for, sorted by prefix and name: `s3:Get*`, `*`, `s3:GetObject`. A
 * pattern that matches nothing gives none.
 */
export function expandActionPattern(pattern: string): readonly string[] {
  const known = expanded.get(pattern);
  if (known !== undefined) return known;
  const found = expand(pattern);
  // Thousands of roles say the same few; somebody may invent endlessly many.
  if (expanded.size < 2000) expanded.set(pattern, found);
  return found;
}

const expanded = new Map<string, readonly string[]>();

function expand(pattern: string): readonly string[] {
  const [prefix, name] = pattern === '*' ? ['*', '*'] : splitPattern(pattern);
  if (prefix === undefined || name === undefined) return [];
  const prefixes = /[*?]/.test(prefix) ? servicePrefixes().filter((known) => globMatches(prefix, known)) : [prefix];
  return prefixes.flatMap((known) => matchingActions(known, name));
}

function splitPattern(pattern: string): readonly [string, string] | readonly [] {
  const colon = pattern.indexOf(':');
  return colon < 0 ? [] : [pattern.slice(0, colon).toLowerCase(), pattern.slice(colon + 1).toLowerCase()];
}

function matchingActions(prefix: string, name: string): readonly string[] {
  const actions = serviceActions(prefix)?.actions;
  if (actions === undefined) return [];
  if (!/[*?]/.test(name)) return [actions.get(name)?.action ?? []].flat();
  return [...actions].filter(([known]) => globMatches(name, known)).map(([, info]) => info.action);
}

/** `*` stands for any run, `?` for one character. Time is at most the product of the lengths: patterns may be hostile. */
function globMatches(pattern: string, text: string): boolean {
  let [at, position, star, mark] = [0, 0, -1, 0];
  while (position < text.length) {
    const sign = pattern[at];
    if (sign === '*') {
      star = at;
      at += 1;
      mark = position;
    } else if (sign === '?' || (sign !== undefined && sign === text[position])) {
      at += 1;
      position += 1;
    } else if (star >= 0) {
      at = star + 1;
      mark += 1;
      position = mark;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

function readActions(prefix: string, packed: PackedActions): ServiceActions {
  const keySets = packed.keySets.map((set) => set.map((index) => packed.conditionKeys[index] ?? ''));
  const resourceSets = packed.resourceSets.map(readResources);
  const actions = packed.names.split(',').map((name, index): readonly [string, ActionInfo] => {
    const resources = resourceSets[packed.resources[index] ?? -1] ?? [];
    const info: ActionInfo = {
      action: `${prefix}:${name}`,
      level: levels[packed.levels[index] ?? ''] ?? 'Write',
      resources,
      wildcardOnly: resources.length === 0,
      conditionKeys: keySets[packed.keys[index] ?? -1] ?? [],
      dependentActions: packed.dependent[name] ?? [],
    };
    return [name.toLowerCase(), info];
  });
  const types = packed.types.map(([name, arns, keys]): readonly [string, ResourceType] => [
    name,
    { name, arns, conditionKeys: keySets[keys] ?? [] },
  ]);
  return { prefix, actions: new Map(actions), resourceTypes: new Map(types) };
}

function readResources(set: string): readonly ActionResource[] {
  return set === ''
    ? []
    : set.split(',').map((type) => ({ type: type.replace('?', ''), required: !type.endsWith('?') }));
}
