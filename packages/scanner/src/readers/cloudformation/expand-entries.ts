import { asList, type Value } from '@leastwise/model';
import type { MapEntry, MapNode, SyntaxNode } from '../syntax/syntax-node.ts';
import { child } from '../syntax/syntax-node.ts';
import { rangeOf, type Entry, type Scope } from './scope.ts';
import { known, scalarText, unknown } from './values.ts';

/** A transform among the entries of a map whose outcome is not in the text. */
export type OpenEntry = Extract<Value, { kind: 'unknown' }>;

export interface Expanded {
  readonly entries: readonly Entry[];
  readonly open: readonly OpenEntry[];
}

/**
 * The entries of a map with `Fn::ForEach` loops unrolled and `Fn::Transform` of a local file replaced by what it includes.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 */
export function expandEntries(map: MapNode, scope: Scope): Expanded {
  const expanded: { entries: Entry[]; open: OpenEntry[] } = { entries: [], open: [] };
  collect(map, scope, expanded, 0);
  return expanded;
}

/** Loops in loops: CloudFormation allows five. */
const MAX_NESTING = 16;

function collect(map: MapNode, scope: Scope, into: { entries: Entry[]; open: OpenEntry[] }, depth: number): void {
  for (const entry of map.entries) {
    if (entry.key.startsWith('Fn::ForEach::')) unroll(entry, scope, into, depth);
    else if (entry.key === 'Fn::Transform') include(entry, scope, into, depth);
    else into.entries.push(entryOf(entry, scope));
  }
}

function entryOf(entry: MapEntry, scope: Scope): Entry {
  const keyRange = { file: entry.file ?? scope.file, start: entry.keyStart, end: entry.keyEnd };
  const isApart = entry.merged === true || (entry.value.file ?? scope.file) !== keyRange.file;
  return {
    key: scope.locals === undefined ? entry.key : substituted(entry.key, scope.locals),
    keyRange,
    range: isApart ? keyRange : { ...keyRange, end: Math.max(entry.keyEnd, entry.value.end) },
    node: entry.value,
    scope,
  };
}

function unroll(entry: MapEntry, scope: Scope, into: { entries: Entry[]; open: OpenEntry[] }, depth: number): void {
  const at = rangeOf(entry.value, scope);
  const fail = (reason: string, cause: 'invalid' | 'limit' | 'parameter'): void => {
    into.open.push(unknown(cause, reason, at, { name: entry.key }));
    scope.stack.report({
      code: cause === 'limit' ? 'for-each-too-large' : 'for-each-open',
      message: `The loop ${entry.key} could not be unrolled: ${reason}`,
      range: at,
      hint: cause === 'parameter' ? 'Give the parameter that it loops over with --param.' : 'Correct the loop.',
      effect: 'incomplete',
    });
  };
  const [identifier, collection, body] = entry.value.kind === 'list' ? entry.value.items : [];
  if (identifier?.kind !== 'scalar' || collection === undefined || body?.kind !== 'map' || body.tag !== undefined) {
    fail('it needs an identifier, a collection and a map.', 'invalid');
    return;
  }
  if (depth >= MAX_NESTING) {
    fail('loops are nested too deep.', 'limit');
    return;
  }
  const items = collectionOf(collection, scope);
  if (items === undefined) {
    fail('what it loops over is not known.', 'parameter');
    return;
  }
  if (!scope.stack.spend(items.length * Math.max(1, body.entries.length))) {
    fail('it makes more entries than are looked at.', 'limit');
    return;
  }
  for (const item of items) {
    const locals = new Map(scope.locals);
    locals.set(identifier.text, item);
    collect(body, { ...scope, locals }, into, depth + 1);
  }
}

function collectionOf(node: SyntaxNode, scope: Scope): readonly Value[] | undefined {
  const value = scope.stack.evaluate(node, scope);
  const list = asList(value);
  if (list === undefined) {
    const single = scalarText(value);
    return single === undefined ? undefined : single.split(',').map((item) => known(item.trim(), value.origin));
  }
  const items: Value[] = [];
  for (const item of list) {
    const inner = asList(item);
    for (const each of inner ?? [item]) {
      if (scalarText(each) === undefined) return undefined;
      items.push(each);
    }
  }
  return items;
}

function include(entry: MapEntry, scope: Scope, into: { entries: Entry[]; open: OpenEntry[] }, depth: number): void {
  const at = { file: scope.file, start: entry.keyStart, end: Math.max(entry.keyEnd, entry.value.end) };
  const calls = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  for (const call of calls) {
    const found = depth >= MAX_NESTING ? unknown('limit', 'Includes are nested too deep.', at) : included(call, scope);
    if (!('node' in found)) into.open.push(found);
    else if (found.node.kind === 'map') collect(found.node, { ...scope, file: found.file }, into, depth + 1);
  }
}

/** What one `Fn::Transform` call puts in its place. */
export function included(
  call: SyntaxNode,
  scope: Scope,
): { readonly node: SyntaxNode; readonly file: string } | OpenEntry {
  const at = rangeOf(call, scope);
  const named = child(call, 'Name');
  const name = named === undefined ? undefined : scalarText(scope.stack.evaluate(named, scope));
  if (name !== 'AWS::Include') {
    return unknown(
      'macro',
      `The macro ${name ?? ''} runs in the account; what it makes is not in the text.`,
      at,
      name === undefined ? {} : { name },
    );
  }
  const location = child(child(call, 'Parameters'), 'Location');
  if (location === undefined) return unknown('invalid', 'AWS::Include has no Location.', at);
  return scope.stack.include(scope.stack.evaluate(location, scope), rangeOf(location, scope));
}

/** Replaces `${Name}` and `&{Name}` (letters and digits only) by what the loop stands at. */
export function substituted(text: string, locals: ReadonlyMap<string, Value>): string {
  if (!text.includes('{')) return text;
  return text.replaceAll(/([$&])\{([^}!]*)\}/g, (whole, mark: string, name: string) => {
    const local = locals.get(name.trim());
    const written = local === undefined ? undefined : scalarText(local);
    if (written === undefined) return whole;
    return mark === '&' ? written.replaceAll(/[^A-Za-z0-9]/g, '') : written;
  });
}
