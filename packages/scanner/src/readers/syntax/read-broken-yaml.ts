import type { CST, Document, Node, ParsedNode, Scalar } from 'yaml';
import type { DiagnosticList } from './diagnostic-list.ts';
import { diagnosticList } from './diagnostic-list.ts';
import { LIMITS } from './limits.ts';
import { expandMerges, lastEntriesWin, mergeBudget } from './map-entries.ts';
import { isCoreTag, plainScalarValue, taggedScalarValue } from './plain-scalar.ts';
import type { MapEntry, ScalarNode, SyntaxDocument, SyntaxNode } from './syntax-node.ts';
import { tolerantYaml } from './tolerant-yaml.ts';

/** What the strict reader could not accept, and where. */
export interface YamlFailure {
  readonly reason: string;
  readonly at: number;
}

/**
 * Saves what can be read of text that is no valid YAML. The strict reader's complaint comes first; the tolerant reader,
 * ten times slower, is asked only when the text is short and flat enough to be safe for it.
 */
export function readBrokenYaml(text: string, file: string, failure: YamlFailure): SyntaxDocument {
  const found = diagnosticList(file);
  found.add(
    'template-yaml-invalid',
    'incomplete',
    failure.at,
    Math.min(failure.at + 1, text.length),
    `This is no valid YAML: ${failure.reason}. Only the parts around it could be read.`,
    'Correct the line; "aws cloudformation validate-template" must accept the file.',
  );
  const nothing: SyntaxDocument = { root: undefined, documents: [], diagnostics: found.diagnostics };
  if (text.length > LIMITS.tolerantTextLength || looksDeep(text)) return nothing;
  try {
    const composer = new (tolerantYaml().Composer)({
      schema: 'failsafe',
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
      merge: false,
      resolveKnownTags: false,
    });
    const documents: SyntaxNode[] = [];
    for (const document of composer.compose(
      untilHopeless(new (tolerantYaml().Parser)().parse(text)),
      false,
      text.length,
    )) {
      const node = convertDocument(text, document, found);
      if (node !== undefined) documents.push(node);
    }
    return { root: documents[0], documents, diagnostics: found.diagnostics };
  } catch {
    // The tolerant reader overflows the stack or trips over its own recovery on some broken input; the complaint stands.
    return nothing;
  }
}

/** Each stray token costs the library an error object with a stack; behind so many of them nothing is worth saving. */
function* untilHopeless(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  let strays = 0;
  for (const token of tokens) {
    if (token.type === 'error' && ++strays > 500) return;
    yield token;
  }
}

/**
 * A cheap upper bound of nesting: brackets that are open, columns of indentation, dashes on one line. It counts brackets
 * in strings and comments as well, because in broken text nobody knows which these are.
 */
function looksDeep(text: string): boolean {
  let brackets = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 91 || unit === 123) deepest = Math.max(deepest, ++brackets);
    else if ((unit === 93 || unit === 125) && brackets > 0) brackets--;
  }
  return deepest > LIMITS.depth * 2 || MANY_INDICATORS.test(text);
}

const MANY_INDICATORS = /(?:[-?:][ \t]+){200}|^[ ]{1000}/m;

interface Conversion {
  readonly text: string;
  readonly found: DiagnosticList;
  readonly anchors: Map<string, { node: SyntaxNode; weight: number; height: number }>;
  readonly merging: ReturnType<typeof mergeBudget>;
  aliasedNodes: number;
}

interface Converted {
  readonly node: SyntaxNode;
  readonly weight: number;
  readonly height: number;
}

function convertDocument(text: string, document: Document.Parsed, found: DiagnosticList): SyntaxNode | undefined {
  if (document.contents === null) return undefined;
  const state: Conversion = { text, found, anchors: new Map(), merging: mergeBudget(), aliasedNodes: 0 };
  return convert(document.contents, 0, 0, state).node;
}

function convert(node: ParsedNode | Node | null | undefined, at: number, depth: number, state: Conversion): Converted {
  if (node === null || node === undefined) return { node: empty(at), weight: 1, height: 0 };
  const [valueStart, end] = place(node, at, state.text);
  if (tolerantYaml().isAlias(node)) return aliased(node.source, valueStart, end, depth, state);
  const { start, tag } = tagPlace(node.tag, valueStart, state.text);
  if (depth > LIMITS.depth) {
    state.found.add(
      'template-too-deep',
      'incomplete',
      start,
      end,
      `This stands deeper than ${LIMITS.depth} levels and was not read.`,
      'Flatten the nested maps and lists.',
    );
    return { node: empty(start), weight: 1, height: 0 };
  }
  const converted = tolerantYaml().isScalar(node)
    ? { node: scalarNode(node, start, end, tag), weight: 1, height: 0 }
    : collection(node, start, end, tag, depth, state);
  const anchor = 'anchor' in node ? node.anchor : undefined;
  if (anchor !== undefined) state.anchors.set(anchor, converted);
  return converted;
}

function collection(
  node: Node,
  start: number,
  end: number,
  tag: string | undefined,
  depth: number,
  state: Conversion,
): Converted {
  const shown = tag !== undefined && isCoreTag(tag) ? undefined : tag;
  let weight = 1;
  let height = 0;
  const keep = (converted: Converted): SyntaxNode => {
    weight += converted.weight;
    height = Math.max(height, converted.height);
    return converted.node;
  };
  if (tolerantYaml().isSeq(node)) {
    const items = node.items.map((item) => keep(convert(item as Node | null, start, depth + 1, state)));
    return { node: { kind: 'list', start, end, tag: shown, items }, weight, height: height + 1 };
  }
  if (!tolerantYaml().isMap(node)) return { node: empty(start), weight: 1, height: 0 };
  const merges = new Set<MapEntry>();
  const written: MapEntry[] = node.items.map((pair) => {
    const key = convert(pair.key as Node | null, start, depth + 1, state).node;
    const value = keep(convert(pair.value as Node | null, key.end, depth + 1, state));
    const text = key.kind === 'scalar' ? key.text : state.text.slice(key.start, key.end);
    const entry: MapEntry = { key: text, keyStart: key.start, keyEnd: key.end, value, merged: undefined };
    if (text === '<<' && key.kind === 'scalar' && !key.quoted) merges.add(entry);
    return entry;
  });
  const own = lastEntriesWin(written, state.found, merges);
  const entries = merges.size === 0 ? own : expandMerges(own, merges, state.merging, state.found);
  return {
    node: { kind: 'map', start, end, tag: shown, entries },
    weight: weight + entries.length,
    height: height + 1,
  };
}

function aliased(name: string, start: number, end: number, depth: number, state: Conversion): Converted {
  const target = state.anchors.get(name);
  const small = target !== undefined && state.aliasedNodes + target.weight <= LIMITS.aliasedNodes;
  if (target !== undefined && small && depth + target.height <= LIMITS.depth) {
    state.aliasedNodes += target.weight;
    return target;
  }
  const code = target === undefined ? 'unknown-alias' : 'template-too-many-aliases';
  state.found.add(
    code,
    'incomplete',
    start,
    end,
    `The alias *${name} could not be followed.`,
    'Write the repeated part out.',
  );
  return { node: empty(start), weight: 1, height: 0 };
}

function scalarNode(node: Scalar, start: number, end: number, tag: string | undefined): ScalarNode {
  const plain = node.type === 'PLAIN' || node.type === undefined || node.type === null;
  const text = typeof node.value === 'string' ? node.value : (node.source ?? '');
  const core = tag !== undefined && isCoreTag(tag);
  let value: ScalarNode['value'] = text;
  if (core) value = taggedScalarValue(tag, text, plain);
  else if (tag === undefined && plain) value = plainScalarValue(text);
  return { kind: 'scalar', start, end, tag: core ? undefined : tag, value, text, quoted: !plain };
}

function place(node: Node, at: number, text: string): readonly [number, number] {
  const range = 'range' in node ? node.range : undefined;
  if (range === null || range === undefined) return [at, at];
  let end = range[1];
  while (end > range[0] + 1 && /\s/.test(text.charAt(end - 1))) end--;
  return [range[0], end];
}

/** `yaml` gives the range without the tag; the tag stands just before it, perhaps with an anchor between. */
function tagPlace(
  tag: string | undefined,
  valueStart: number,
  text: string,
): { start: number; tag: string | undefined } {
  if (tag === undefined) return { start: valueStart, tag: undefined };
  const before = text.slice(Math.max(0, valueStart - 300), valueStart);
  const match = /(![^\s,[\]{}]*)(?:\s+&\S+)?\s*$/.exec(before);
  if (match === null) return { start: valueStart, tag: undefined };
  return { start: valueStart - before.length + match.index, tag: match[1] };
}

function empty(at: number): ScalarNode {
  return { kind: 'scalar', start: at, end: at, tag: undefined, value: null, text: '', quoted: false };
}
