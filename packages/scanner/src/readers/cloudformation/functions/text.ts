import { asList, type SourceRange, type Value } from '@leastwise/model';
import { argumentsOf } from '../intrinsic.ts';
import { rangeOf, type Scope } from '../scope.ts';
import { textValue } from '../text-value.ts';
import { invalid, movedTo, overChoice, scalarText, unknown } from '../values.ts';
import type { IntrinsicFunction } from './intrinsic-function.ts';
import { attribute, named } from './reference.ts';

/** `Fn::Sub`: `${Name}`, `${Resource.Attribute}`, `${!Literal}`, and names of its own map. */
export const sub: IntrinsicFunction = (argument, scope, origin) => {
  const [pattern, map] = argumentsOf(argument);
  if (pattern === undefined) return invalid('Fn::Sub takes a text.', origin);
  const written = scope.stack.evaluate(pattern, scope);
  const text = patternOf(written);
  if (text === undefined && written.kind !== 'text')
    return written.kind === 'unknown' ? written : invalid('Fn::Sub takes a text.', origin);
  const own = map?.kind === 'map' ? map : undefined;
  const filled = new Map<string, Value>();
  const fill = (name: string): Value => {
    const entry = own?.entries.find(({ key }) => key === name);
    return entry === undefined ? hole(name, scope, rangeOf(pattern, scope)) : scope.stack.evaluate(entry.value, scope);
  };
  const filledIn = (pattern: string): readonly (string | Value)[] =>
    pieces(pattern, (name) => {
      const value = filled.get(name) ?? fill(name);
      filled.set(name, value);
      return value;
    });
  if (text !== undefined) {
    const value = textValue(filledIn(text), origin);
    return written.via === undefined || value.via !== undefined ? value : { ...value, via: written.via };
  }
  const parts = written.kind === 'text' ? written.parts : [];
  return textValue(
    parts.flatMap((part) => (typeof part === 'string' ? filledIn(part) : [part])),
    origin,
  );
};

/** The pattern as written; a dynamic reference in it is found again once its holes are filled. */
function patternOf(value: Value): string | undefined {
  const text = scalarText(value);
  if (text !== undefined) return text;
  if (value.kind === 'unknown') return value.cause === 'dynamic-reference' ? value.name : undefined;
  if (value.kind !== 'text') return undefined;
  let joined = '';
  for (const part of value.parts) {
    const piece = typeof part === 'string' ? part : patternOf(part);
    if (piece === undefined) return undefined;
    joined += piece;
  }
  return joined;
}

/** Splits at `${...}`; the inner text of an escaped `${!Name}` stays a literal. */
function pieces(text: string, fill: (name: string) => Value): readonly (string | Value)[] {
  const found: (string | Value)[] = [];
  let from = 0;
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', from)) {
    const end = text.indexOf('}', at);
    if (end < 0) break;
    if (at > from) found.push(text.slice(from, at));
    const name = text.slice(at + 2, end);
    found.push(name.startsWith('!') ? `\${${name.slice(1)}}` : fill(name.trim()));
    from = end + 1;
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}

function hole(name: string, scope: Scope, origin: SourceRange): Value {
  if (name === '') return invalid('An empty name stands in this text.', origin);
  const dot = name.indexOf('.');
  if (dot <= 0 || dot === name.length - 1) return named(name, scope, origin);
  return attribute(name.slice(0, dot), name.slice(dot + 1), scope, origin);
}

/** `Fn::Join`. */
export const join: IntrinsicFunction = (argument, scope, origin) => {
  const [delimiter, list] = argumentsOf(argument);
  const between = delimiter === undefined ? undefined : scope.stack.evaluate(delimiter, scope);
  if (between === undefined || list === undefined) return invalid('Fn::Join takes a delimiter and a list.', origin);
  return overChoice(scope.stack.evaluate(list, scope), (items) => joined(items, between, origin));
};

function joined(list: Value, between: Value, origin: SourceRange): Value {
  const items = asList(list);
  if (items === undefined) {
    if (list.kind === 'unknown') return movedTo(list, origin);
    if (list.kind === 'reference') return unknown('attribute', 'This list is known only to a deployment.', origin);
    const single = scalarText(list);
    return single === undefined ? invalid('Fn::Join takes a list.', origin) : textValue([list], origin);
  }
  const flat = items.flatMap((item) => asList(item) ?? [item]);
  const text = textValue(
    flat.flatMap((item, index) => (index === 0 ? [item] : [between, item])),
    origin,
  );
  return list.via === undefined || text.via !== undefined ? text : { ...text, via: list.via };
}

/**
 * `Fn::Base64` yields its argument: what a person wrote and what runs (user data) is the decoded text, and the encoding
 * only carries it.
 */
export const base64: IntrinsicFunction = (argument, scope, origin) =>
  movedTo(scope.stack.evaluate(argument, scope), origin);

/** `Fn::ToJsonString`, with holes where the data has them. */
export const toJsonString: IntrinsicFunction = (argument, scope, origin) => {
  const value = scope.stack.evaluate(argument, scope);
  return value.kind === 'unknown' ? movedTo(value, origin) : textValue(json(value), origin);
};

function json(value: Value): readonly (string | Value)[] {
  if (value.kind === 'absent') return ['null'];
  if (value.kind !== 'known') return ['"', value, '"'];
  const data = value.value;
  if (data instanceof Map) {
    const members = [...data].filter(([, inner]) => inner.kind !== 'absent');
    return [
      '{',
      ...members.flatMap(([key, inner], index) => [index === 0 ? '' : ',', `${JSON.stringify(key)}:`, ...json(inner)]),
      '}',
    ];
  }
  if (Array.isArray(data)) {
    return [
      '[',
      ...(data as readonly Value[]).flatMap((inner, index) => [index === 0 ? '' : ',', ...json(inner)]),
      ']',
    ];
  }
  // Kept as a value, so that its provenance and secrecy reach the text.
  return [{ ...value, value: JSON.stringify(data) }];
}
