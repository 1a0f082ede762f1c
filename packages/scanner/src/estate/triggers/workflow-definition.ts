import { asList, asMap, type Data, type Reference, type SourceRange, type Unknown, type Value } from '@leastwise/model';
import type { NodeOf } from '../estate.ts';

/**
 * The definition of a state machine as a value: written as a map, or as JSON text with references in it. `${Token}`s are
 * replaced by the values of `DefinitionSubstitutions`. Undefined when it is not in the tree or cannot be parsed.
 */
export function definitionOf(machine: NodeOf<'state-machine'>): Value | undefined {
  const { definition, definitionText, substitutions } = machine.facet;
  const written =
    definition.kind === 'absent'
      ? fromText(definitionText)
      : definition.kind === 'text'
        ? fromText(definition)
        : (fromText(definition) ?? definition);
  if (written === undefined || (asMap(written) === undefined && asList(written) === undefined)) return undefined;
  const tokens = asMap(substitutions);
  return tokens === undefined || tokens.size === 0 ? written : substitute(written, tokens, 0);
}

type Hole = Reference | Unknown;

/** Holes stand in JSON as words that nothing else spells. */
const MARK = /\uE000(\d+)\uE001/g;

function fromText(value: Value): Value | undefined {
  const holes: Hole[] = [];
  let text: string;
  if (value.kind === 'known' && typeof value.value === 'string') text = value.value;
  else if (value.kind === 'text') {
    text = value.parts
      .map((part) => (typeof part === 'string' ? part : `\uE000${holes.push(part) - 1}\uE001`))
      .join('');
  } else return undefined;
  try {
    return toValue(JSON.parse(text) as unknown, holes, value.origin, 0);
  } catch {
    return undefined;
  }
}

function toValue(data: unknown, holes: readonly Hole[], origin: SourceRange, depth: number): Value {
  if (depth > 100) return { kind: 'unknown', cause: 'limit', reason: 'The definition is nested too deeply.', origin };
  if (typeof data === 'string')
    return textValue(data.split(MARK), (part, index) => (index % 2 === 0 ? part : holes[Number(part)]), origin);
  if (Array.isArray(data))
    return { kind: 'known', value: data.map((item) => toValue(item, holes, origin, depth + 1)), origin };
  if (typeof data === 'object' && data !== null) {
    const entries = Object.entries(data).map(
      ([key, inner]) => [key, toValue(inner, holes, origin, depth + 1)] as const,
    );
    return { kind: 'known', value: new Map(entries), origin };
  }
  return { kind: 'known', value: data as Data, origin };
}

function substitute(value: Value, tokens: ReadonlyMap<string, Value>, depth: number): Value {
  if (depth > 100 || value.kind !== 'known') return value;
  if (typeof value.value === 'string') {
    const pieces = value.value.split(/\$\{([\w.:-]+)\}/);
    if (pieces.length === 1) return value;
    return textValue(
      pieces,
      (piece, index) => (index % 2 === 0 ? piece : (tokens.get(piece) ?? `\${${piece}}`)),
      value.origin,
    );
  }
  const items = asList(value);
  if (items !== undefined) return { ...value, value: items.map((item) => substitute(item, tokens, depth + 1)) };
  const map = asMap(value);
  if (map === undefined) return value;
  return { ...value, value: new Map([...map].map(([key, inner]) => [key, substitute(inner, tokens, depth + 1)])) };
}

/** Joins pieces into the simplest value that says the same. */
function textValue(
  pieces: readonly string[],
  look: (piece: string, index: number) => string | Value | undefined,
  origin: SourceRange,
): Value {
  const found = pieces.map(look).filter((piece) => piece !== undefined && piece !== '');
  const only = found.length === 1 ? found[0] : undefined;
  if (typeof only === 'object') return only;
  const parts: (string | Hole)[] = [];
  for (const piece of found.flatMap((part) => flatten(part))) {
    const last = parts.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') parts[parts.length - 1] = last + piece;
    else parts.push(piece);
  }
  if (parts.every((part) => typeof part === 'string')) return { kind: 'known', value: parts.join(''), origin };
  return { kind: 'text', parts, origin };
}

function flatten(part: string | Value | undefined): readonly (string | Hole)[] {
  if (part === undefined) return [];
  if (typeof part === 'string') return [part];
  switch (part.kind) {
    case 'reference':
    case 'unknown':
      return [part];
    case 'text':
      return part.parts;
    case 'known':
      return typeof part.value === 'string' || typeof part.value === 'number' || typeof part.value === 'boolean'
        ? [String(part.value)]
        : [];
    default:
      return [
        {
          kind: 'unknown',
          cause: 'attribute',
          reason: 'What is put in here is known only to a deployment.',
          origin: part.origin,
        },
      ];
  }
}
