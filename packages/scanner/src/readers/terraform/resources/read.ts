import { asList, asMap, type Data, type SourceRange, type Value } from '@leastwise/model';
import { argument, isNothing } from './argument.ts';
import { asStrings } from './document.ts';
import type { Contribution, Properties, Read, Scope, Spec } from './row.ts';

/** Reads the properties of a resource: a known map without what nobody wrote, or the unknown that stands in place of the block. */
export function readProperties(properties: Properties, scope: Scope): Value {
  if (scope.block.kind !== 'known') return scope.block;
  return mapOf(readMembers(properties, scope), scope.block.origin);
}

function readMembers(properties: Properties, scope: Scope): ReadonlyMap<string, Value> {
  const members = new Map<string, Value>();
  for (const [name, spec] of Object.entries(properties)) {
    const value = readSpec(spec, scope);
    if (value !== undefined && !isNothing(value)) members.set(name, value);
  }
  return members;
}

export function readSpec(spec: Spec, scope: Scope): Value | undefined {
  if (typeof spec === 'string') return asStrings(argument(scope.block, spec));
  if (typeof spec === 'function') return spec(scope);
  const members = readMembers(spec, scope);
  if (members.size === 0) return undefined;
  return mapOf(
    members,
    members.size === 1 ? ([...members.values()][0]?.origin ?? scope.block.origin) : scope.block.origin,
  );
}

export function known(value: Data, origin: SourceRange): Value {
  return { kind: 'known', value, origin };
}

export function mapOf(
  members: ReadonlyMap<string, Value> | Readonly<Record<string, Value>>,
  origin: SourceRange,
): Value {
  return known(members instanceof Map ? members : new Map(Object.entries(members)), origin);
}

export function within(scope: Scope, block: Value): Scope {
  return { ...scope, block };
}

/** The blocks of one name. Unknown when a `dynamic` block could not be expanded. */
function blocksAt(scope: Scope, path: string): readonly Value[] | Value {
  const value = argument(scope.block, path);
  if (isNothing(value)) return [];
  const items = asList(value);
  if (items !== undefined) return items;
  return asMap(value) === undefined ? value : [value];
}

/** The one block of a name as a map. */
export function block(path: string, properties: Properties): Read {
  return (scope) => {
    const found = blocksAt(scope, path);
    if (!Array.isArray(found)) return found as Value;
    const first = (found as readonly Value[])[0];
    return first === undefined ? undefined : readProperties(properties, within(scope, first));
  };
}

/** Every block of a name as a list of maps. */
export function blocks(path: string, properties: Properties): Read {
  return eachBlock(path, (scope) => [readProperties(properties, scope)]);
}

/** Every block of a name as any number of list items. */
export function eachBlock(path: string, read: (scope: Scope) => readonly Value[]): Read {
  return (scope) => {
    const found = blocksAt(scope, path);
    if (!Array.isArray(found)) return found as Value;
    const items = found as readonly Value[];
    if (items.length === 0) return undefined;
    const origin = items.length === 1 ? (items[0]?.origin ?? scope.block.origin) : argument(scope.block, path).origin;
    return known(
      items.flatMap((item) => (item.kind === 'known' ? read(within(scope, item)) : [item])),
      origin,
    );
  };
}

/** Words that CloudFormation spells differently. What is in no row stays as it is. */
export function words(path: string, spelled: Readonly<Record<string, string>>): Read {
  return convert(path, (data) => (typeof data === 'string' && Object.hasOwn(spelled, data) ? spelled[data] : data));
}

/** A known scalar changed; anything else as it is. `undefined` drops the property. */
export function convert(path: string, change: (data: Data) => Data | undefined): Read {
  return (scope) => converted(argument(scope.block, path), change);
}

function converted(value: Value, change: (data: Data) => Data | undefined): Value | undefined {
  if (value.kind === 'choice')
    return {
      ...value,
      options: value.options.map((option) => ({
        when: option.when,
        value: converted(option.value, change) ?? option.value,
      })),
    };
  if (value.kind !== 'known' || value.value === null) return value;
  const changed = change(value.value);
  return changed === undefined ? undefined : { ...value, value: changed };
}

/** Dropped when it holds the number by which the provider says "not set". */
export function unless(path: string, nothing: number): Read {
  return convert(path, (data) => (data === nothing || data === String(nothing) ? undefined : data));
}

/** What the provider sends when nobody writes the argument, where that is not the platform's default. */
export function orElse(spec: Spec, fallback: Data): Read {
  return (scope) => {
    const value = readSpec(spec, scope);
    return value === undefined || isNothing(value) ? known(fallback, scope.instance.keyRange) : value;
  };
}

/** The first of several arguments that is written. */
export function either(...specs: readonly Spec[]): Read {
  return (scope) => {
    for (const spec of specs) {
      const value = readSpec(spec, scope);
      if (value !== undefined && !isNothing(value)) return value;
    }
    return undefined;
  };
}

/** A list of one. */
export function only(spec: Spec): Read {
  return (scope) => {
    const value = readSpec(spec, scope);
    return value === undefined || isNothing(value) ? undefined : known([value], value.origin);
  };
}

export function constant(data: Data): Read {
  return (scope) => known(data, scope.instance.keyRange);
}

/** What a block adds to the resource that one of its arguments names. */
export function into(
  owner: string,
  types: readonly string[],
  properties: Properties,
): (scope: Scope) => readonly Contribution[] {
  return (scope) => [{ target: argument(scope.block, owner), types, properties: readProperties(properties, scope) }];
}
