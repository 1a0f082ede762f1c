import type { SourceRange, Value } from '@leastwise/model';
import { child, type SyntaxNode } from '../../syntax/syntax-node.ts';
import { expandEntries } from '../expand-entries.ts';
import { argumentsOf } from '../intrinsic.ts';
import type { Entry, Stack } from '../scope.ts';
import { malformed } from './malformed.ts';
import { invalid, movedTo, overChoice, scalarText, unknown } from '../values.ts';
import type { IntrinsicFunction } from './intrinsic-function.ts';

/** `Fn::FindInMap`, with `DefaultValue` of the language extensions. */
export const findInMap: IntrinsicFunction = (argument, scope, origin) => {
  const [mapNode, topNode, secondNode, options] = argumentsOf(argument);
  if (mapNode === undefined || topNode === undefined || secondNode === undefined) {
    return malformed('Fn::FindInMap takes a map, a key and a second key.', scope, origin);
  }
  const name = scalarText(scope.stack.evaluate(mapNode, scope));
  if (name === undefined) return unknown('attribute', 'Which mapping is meant is known only to a deployment.', origin);
  const mapping = scope.stack.mappings().get(name);
  const otherwise = child(options, 'DefaultValue');
  const fallback = (): Value | undefined =>
    otherwise === undefined ? undefined : scope.stack.evaluate(otherwise, scope);
  if (mapping === undefined) return fallback() ?? malformed(`There is no mapping ${name}.`, scope, origin);
  const tops = entriesOf(mapping);
  if (tops.size > 0 && [...tops.values()].every(({ node }) => node.kind !== 'map')) {
    return malformed(`The mapping ${name} does not have two levels of keys.`, scope, origin);
  }
  scope.stack.suggest(topNode, scope, tops.keys());
  return overChoice(scope.stack.evaluate(topNode, scope), (top) =>
    overChoice(
      scope.stack.evaluate(secondNode, scope),
      (second) =>
        lookUp(name, tops, top, second, origin) ??
        fallback() ??
        invalid(`The mapping ${name} has no such entry.`, origin),
    ),
  );
};

function lookUp(
  name: string,
  tops: ReadonlyMap<string, Entry>,
  top: Value,
  second: Value,
  origin: SourceRange,
): Value | undefined {
  const first = scalarText(top);
  const last = scalarText(second);
  if (last === undefined) return open(name, second, origin);
  if (first === undefined) return common(tops, last, origin) ?? open(name, top, origin);
  const entry = tops.get(first);
  const found = entry === undefined ? undefined : entriesOf(entry).get(last);
  if (found === undefined) return undefined;
  const value = valueOf(found, origin);
  const assumed = top.kind === 'known' ? top.assumed : undefined;
  return value.kind === 'known' && assumed !== undefined ? { ...value, assumed } : value;
}

const valueOf = (entry: Entry, origin: SourceRange): Value =>
  movedTo(entry.scope.stack.evaluate(entry.node, entry.scope), origin, entry.range);

/** What every entry of a mapping says under a key, when all say the same: then the open first key does not matter. */
function common(tops: ReadonlyMap<string, Entry>, second: string, origin: SourceRange): Value | undefined {
  let same: Value | undefined;
  for (const entry of tops.values()) {
    const found = entriesOf(entry).get(second);
    const value = found === undefined ? undefined : valueOf(found, origin);
    const text = value === undefined ? undefined : scalarText(value);
    if (text === undefined || (same !== undefined && scalarText(same) !== text)) return undefined;
    same ??= value;
  }
  return same;
}

function open(name: string, key: Value, origin: SourceRange): Value {
  if (key.kind === 'unknown') {
    const hangsOn = key.name ?? 'a value that only a deployment knows';
    return movedTo(
      { ...key, reason: `The entry of mapping ${name} hangs on ${hangsOn}.`, name: `${name}[${hangsOn}]` },
      origin,
    );
  }
  return unknown('attribute', `The entry of mapping ${name} hangs on a value that only a deployment knows.`, origin);
}

function entriesOf(entry: Entry): ReadonlyMap<string, Entry> {
  if (entry.node.kind !== 'map') return new Map();
  const { stack, locals } = entry.scope;
  let read = mappings.get(stack);
  if (read === undefined) {
    read = new WeakMap();
    mappings.set(stack, read);
  }
  const present = locals === undefined ? read.get(entry.node) : undefined;
  if (present !== undefined) return present;
  const entries = new Map(expandEntries(entry.node, entry.scope).entries.map((inner) => [inner.key, inner]));
  if (locals === undefined) read.set(entry.node, entries);
  return entries;
}

/** The same mapping is asked again and again, and each look would list its keys anew. */
const mappings = new WeakMap<Stack, WeakMap<SyntaxNode, ReadonlyMap<string, Entry>>>();
