import type { Data, Reference, SourceRange, Unknown, Value } from '@leastwise/model';
import { readJson } from '../../syntax/read-json.ts';
import { readYaml } from '../../syntax/read-yaml.ts';
import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import { textValue } from '../../cloudformation/text-value.ts';
import { known } from '../../cloudformation/values.ts';

/**
 * A string that encodes a structure (`jsonencode`, a policy document, JSON in a heredoc) is kept as that structure, because
 * its members have places in the user's text and references to other resources. The mark is on the map or list itself,
 * so that a value that is moved to another origin keeps it.
 */
const encoded = new WeakMap<object, Encoding>();

interface Encoding {
  /** The string as written; without it, the structure is spelled as JSON. */
  readonly text: Value | undefined;
}

/** `structure` (a known map or list) as the string that encodes it. Anything else is returned as it is. */
export function encodedAs(structure: Value, text?: Value): Value {
  if (structure.kind !== 'known') return structure;
  const data = structure.value;
  if (data === null || typeof data !== 'object') return structure;
  const copy: Data = data instanceof Map ? new Map(data) : [...(data as readonly Value[])];
  encoded.set(copy, { text });
  return { ...structure, value: copy };
}

/** True for a known map or list that is a string to Terraform. */
export function isEncodedText(value: Value): boolean {
  return value.kind === 'known' && isEncoded(value.value);
}

const isEncoded = (data: Data): data is Exclude<Data, string | number | boolean | null> =>
  typeof data === 'object' && data !== null && encoded.has(data);

/** The string that a value is; encoded structures are spelled out. */
export function textOf(value: Value): Value {
  if (value.kind !== 'known' || !isEncoded(value.value)) return value;
  return encoded.get(value.value)?.text ?? jsonText(value);
}

/** The JSON of a value, with holes where it has them. */
export function jsonText(value: Value): Value {
  return textValue(jsonParts(value, 0), value.origin);
}

const MAX_DEPTH = 100;

function jsonParts(value: Value, depth: number): readonly (string | Value)[] {
  if (value.kind === 'absent' || depth > MAX_DEPTH) return ['null'];
  if (value.kind !== 'known') return ['"', value, '"'];
  const data = value.value;
  if (data === null) return ['null'];
  if (typeof data !== 'object') return [{ ...value, value: JSON.stringify(data) }];
  if (depth > 0 && isEncoded(data)) {
    const text = textOf(value);
    return text.kind === 'known' ? [JSON.stringify(text.value)] : ['"', text, '"'];
  }
  const parts: (string | Value)[] = [];
  if (data instanceof Map) {
    for (const [key, inner] of [...data].sort(([a], [b]) => (a < b ? -1 : 1))) {
      parts.push(`${parts.length === 0 ? '' : ','}${JSON.stringify(key)}:`, ...jsonParts(inner, depth + 1));
    }
    return ['{', ...parts, '}'];
  }
  for (const inner of data as readonly Value[]) {
    if (parts.length > 0) parts.push(',');
    parts.push(...jsonParts(inner, depth + 1));
  }
  return ['[', ...parts, ']'];
}

/** The structure that a string encodes, as it is for an encoded one, without the mark. */
export function structureOf(value: Value): Value {
  if (value.kind !== 'known') return value;
  const data = value.value;
  if (!isEncoded(data)) return value;
  return { ...value, value: data instanceof Map ? new Map(data) : [...(data as readonly Value[])] };
}

/** A value with every member changed; an encoded structure stays one. */
export function withMembers(value: Value, change: (member: Value) => Value): Value {
  if (value.kind === 'choice')
    return { ...value, options: value.options.map(({ when, value: inner }) => ({ when, value: change(inner) })) };
  if (value.kind !== 'known' || typeof value.value !== 'object' || value.value === null) return value;
  const data = value.value;
  const changed: Data =
    data instanceof Map
      ? new Map([...(data as ReadonlyMap<string, Value>)].map(([key, inner]) => [key, change(inner)]))
      : (data as readonly Value[]).map(change);
  const encoding = encoded.get(data);
  if (encoding !== undefined)
    encoded.set(changed, { text: encoding.text === undefined ? undefined : change(encoding.text) });
  return { ...value, value: changed };
}

/** A stretch of a text and where it stands, when it stands there as it is. */
export interface TextPiece {
  readonly text: string | Reference | Unknown;
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Longer texts are no policies and no definitions. */
const MAX_LENGTH = 1_000_000;

/**
 * The structure of a text of JSON (or YAML) made of pieces; each member stands where its piece does. Undefined when the
 * text holds no map and no list.
 */
export function decodePieces(
  pieces: readonly TextPiece[],
  origin: SourceRange,
  language: 'json' | 'yaml',
): Value | undefined {
  const holes: (Reference | Unknown)[] = [];
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    starts.push(text.length);
    if (typeof piece.text === 'string') text += piece.text;
    else text += `\uE000${holes.push(piece.text) - 1}\uE001`;
    if (text.length > MAX_LENGTH) return undefined;
  }
  if (language === 'json' && !/^\s*[{[]/.test(text)) return undefined;
  const read = language === 'json' ? readJson(text, origin.file) : readYaml(text, origin.file);
  if (read.root === undefined || read.root.kind === 'scalar' || read.diagnostics.length > 0) return undefined;
  const placed = (start: number, end: number): SourceRange => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    if (piece === undefined) return origin;
    const from = start - (starts[low] ?? 0);
    if (typeof piece.text !== 'string' || piece.text.length !== piece.end - piece.start) {
      return { file: piece.file, start: piece.start, end: piece.end };
    }
    const last = endPiece(end, low);
    return { file: piece.file, start: piece.start + from, end: Math.max(last, piece.start + from) };
  };
  const endPiece = (end: number, from: number): number => {
    let index = from;
    while (index + 1 < starts.length && (starts[index + 1] ?? 0) < end) index++;
    const piece = pieces[index];
    if (piece === undefined) return origin.end;
    return typeof piece.text === 'string' ? Math.min(piece.end, piece.start + end - (starts[index] ?? 0)) : piece.end;
  };
  return toValue(read.root, holes, placed, 0);
}

function toValue(
  node: SyntaxNode,
  holes: readonly (Reference | Unknown)[],
  placed: (start: number, end: number) => SourceRange,
  depth: number,
): Value {
  const origin = placed(node.start, node.end);
  if (depth > MAX_DEPTH) return { kind: 'unknown', cause: 'limit', reason: 'This nests deeper than is read.', origin };
  if (node.kind === 'list')
    return known(
      node.items.map((item) => toValue(item, holes, placed, depth + 1)),
      origin,
    );
  if (node.kind === 'map') {
    const entries = node.entries.map(({ key, value }): [string, Value] => [
      filledKey(key, holes),
      toValue(value, holes, placed, depth + 1),
    ]);
    return known(new Map(entries), origin);
  }
  if (typeof node.value !== 'string') return known(node.value, origin);
  const pieces = node.value.split(/\uE000(\d+)\uE001/);
  if (pieces.length === 1) return known(node.value, origin);
  const parts = pieces.map((piece, index): string | Value => (index % 2 === 0 ? piece : (holes[Number(piece)] ?? '')));
  return textValue(parts, origin);
}

function filledKey(key: string, holes: readonly (Reference | Unknown)[]): string {
  return key.replaceAll(/\uE000(\d+)\uE001/g, (_whole, index: string) => {
    const hole = holes[Number(index)];
    return hole?.kind === 'unknown' ? `\${${hole.name ?? '?'}}` : `\${${hole?.attribute ?? '?'}}`;
  });
}

/** The structure of any text value: its pieces all stand where the value does. */
export function decodeText(value: Value, language: 'json' | 'yaml' = 'json'): Value | undefined {
  if (isEncodedText(value)) return structureOf(value);
  const parts =
    value.kind === 'text'
      ? value.parts
      : value.kind === 'known' && typeof value.value === 'string'
        ? [value.value]
        : [];
  if (parts.length === 0) return undefined;
  const { file, start, end } = value.via?.find((place) => place.file !== value.origin.file) ?? value.origin;
  // A text of one piece that is as long as its place stands there as it is; that holds for `file()`.
  return decodePieces(
    parts.map((text) => ({ text, file, start, end })),
    value.origin,
    language,
  );
}
