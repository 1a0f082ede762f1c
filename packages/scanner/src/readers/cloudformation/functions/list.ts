import { asList, asMap, type SourceRange, type Value } from '@leastwise/model';
import { argumentsOf, intrinsicOf } from '../intrinsic.ts';
import type { Scope } from '../scope.ts';
import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import { invalid, known, movedTo, overChoice, scalarText, unknown } from '../values.ts';
import type { IntrinsicFunction } from './intrinsic-function.ts';

/** `Fn::Split`. The pieces of a text with holes cannot be counted, because a hole may hold the delimiter. */
export const split: IntrinsicFunction = (argument, scope, origin) => {
  const parts = splitParts(argument, scope);
  if (parts === undefined) return invalid('Fn::Split takes a delimiter and a text.', origin);
  return overChoice(parts.source, (source) => {
    const text = scalarText(source);
    if (text !== undefined) return piecesOf(source, text.split(parts.delimiter), origin);
    if (source.kind === 'unknown') return movedTo(source, origin);
    return unknown('attribute', 'The pieces of this text are known only to a deployment.', origin);
  });
};

function splitParts(argument: SyntaxNode, scope: Scope): { delimiter: string; source: Value } | undefined {
  const [by, text] = argumentsOf(argument);
  const delimiter = by === undefined ? undefined : scalarText(scope.stack.evaluate(by, scope));
  if (delimiter === undefined || delimiter === '' || text === undefined) return undefined;
  return { delimiter, source: scope.stack.evaluate(text, scope) };
}

function piecesOf(source: Value, pieces: readonly string[], origin: SourceRange): Value {
  const { kind: _, ...rest } = source.kind === 'known' ? source : { kind: 'known', origin };
  return {
    ...rest,
    kind: 'known',
    value: pieces.map((piece): Value => ({ ...rest, kind: 'known', value: piece, origin })),
    origin,
  };
}

/** `Fn::Select`. Of a split text with holes, what stands before the first hole is still certain. */
export const select: IntrinsicFunction = (argument, scope, origin) => {
  const [at, list] = argumentsOf(argument);
  const written = at === undefined ? undefined : scope.stack.evaluate(at, scope);
  if (written === undefined || list === undefined) return invalid('Fn::Select takes an index and a list.', origin);
  const position = scalarText(written);
  if (position === undefined)
    return written.kind === 'unknown' ? movedTo(written, origin) : invalid('The index is no number.', origin);
  const index = Number(position);
  if (!Number.isInteger(index) || index < 0) return invalid('The index is no number.', origin);
  const call = intrinsicOf(list);
  if (call?.name === 'Fn::Split') {
    const parts = splitParts(call.argument, scope);
    const text = parts?.source.kind === 'text' ? parts.source.parts[0] : undefined;
    if (parts !== undefined && typeof text === 'string') {
      const certain = text.split(parts.delimiter).slice(0, -1)[index];
      if (certain !== undefined) return known(certain, origin);
    }
    // A piece of an attribute still leads to its resource: the host name in `GetAtt Url.FunctionUrl` is that of the URL.
    if (parts?.source.kind === 'reference')
      return { ...parts.source, attribute: `${parts.source.attribute}[${index}]`, origin };
  }
  return overChoice(scope.stack.evaluate(list, scope), (items) => itemAt(items, index, origin));
};

function itemAt(list: Value, index: number, origin: SourceRange): Value {
  const items = asList(list);
  if (items !== undefined) {
    const item = items[index];
    return item === undefined ? invalid(`The list has no item ${index}.`, origin) : movedTo(item, origin);
  }
  const text = scalarText(list);
  if (text !== undefined)
    return index === 0 ? movedTo(list, origin) : invalid(`The list has no item ${index}.`, origin);
  if (list.kind === 'unknown') {
    return { ...movedTo(list, origin), ...(list.name === undefined ? {} : { name: `${list.name}[${index}]` }) };
  }
  return unknown('attribute', 'The items of this list are known only to a deployment.', origin);
}

/** `Fn::Length` of a list. */
export const length: IntrinsicFunction = (argument, scope, origin) => {
  const value = scope.stack.evaluate(argument, scope);
  return overChoice(value, (list) => {
    const items = asList(list);
    if (items !== undefined) return known(items.length, origin);
    if (list.kind === 'unknown') {
      return { ...movedTo(list, origin), ...(list.name === undefined ? {} : { name: `length of ${list.name}` }) };
    }
    const members = asMap(list);
    if (members !== undefined) return known(members.size, origin);
    return unknown('attribute', 'The length of this list is known only to a deployment.', origin);
  });
};

/** `Fn::GetAZs`: the zones of a region, which differ between accounts. */
export const getAZs: IntrinsicFunction = (_argument, _scope, origin) =>
  unknown('pseudo', 'The availability zones are those of the account and region of the deployment.', origin, {
    name: 'Fn::GetAZs',
  });
