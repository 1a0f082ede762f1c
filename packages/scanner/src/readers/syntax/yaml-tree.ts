import type { DiagnosticList } from './diagnostic-list.ts';
import { COLLECTION_STYLE, EVENT_ID, getScalarValue, SCALAR_STYLE } from './js-yaml.ts';
import type { YamlEvent } from './js-yaml.ts';
import { LIMITS } from './limits.ts';
import { expandMerges, lastEntriesWin, mergeBudget, shown } from './map-entries.ts';
import { isAccountIdWithLeadingZero, isCoreTag, plainScalarValue, taggedScalarValue } from './plain-scalar.ts';
import type { MapEntry, ScalarNode, SyntaxNode } from './syntax-node.ts';

type ScalarEvent = Extract<YamlEvent, { type: typeof EVENT_ID.SCALAR }>;
type MappingEvent = Extract<YamlEvent, { type: typeof EVENT_ID.MAPPING }>;
type SequenceEvent = Extract<YamlEvent, { type: typeof EVENT_ID.SEQUENCE }>;
type AliasEvent = Extract<YamlEvent, { type: typeof EVENT_ID.ALIAS }>;

/** Builds the trees of all documents from the events of js-yaml. Never throws and never recurses. */
export function yamlTrees(text: string, events: readonly YamlEvent[], found: DiagnosticList): SyntaxNode[] {
  const builder = new TreeBuilder(text, found);
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as YamlEvent;
    switch (event.type) {
      case EVENT_ID.SCALAR:
        builder.scalar(event);
        break;
      case EVENT_ID.MAPPING:
        builder.open('map', event, isBareFlowPair(text, event, events[index + 1]));
        break;
      case EVENT_ID.SEQUENCE:
        builder.open('list', event, false);
        break;
      case EVENT_ID.ALIAS:
        builder.alias(event);
        break;
      case EVENT_ID.DOCUMENT:
        builder.openDocument();
        break;
      case EVENT_ID.POP:
        builder.close();
        break;
    }
  }
  return builder.documents;
}

/** A node with what it costs to walk it, so that aliases of aliases are counted in full. */
interface Measured {
  readonly node: SyntaxNode;
  readonly weight: number;
  readonly height: number;
}

interface Frame {
  readonly kind: 'document' | 'map' | 'list';
  readonly start: number;
  readonly tag: string | undefined;
  readonly anchor: string | undefined;
  /** Closed by a bracket in the text. */
  readonly bracketed: boolean;
  readonly entries: MapEntry[];
  readonly items: SyntaxNode[];
  merges: Set<MapEntry> | undefined;
  key: string | undefined;
  keyStart: number;
  keyEnd: number;
  keyIsMerge: boolean;
  weight: number;
  height: number;
}

const NONE = -1;

/** Holds the open collections while the events of one file go by. */
class TreeBuilder {
  readonly documents: SyntaxNode[] = [];
  readonly #text: string;
  readonly #found: DiagnosticList;
  readonly #stack: Frame[] = [];
  /** Undefined for an anchor whose node is still open: an alias to it would be a loop. */
  #anchors = new Map<string, Measured | undefined>();
  #merging = mergeBudget();
  #aliasedNodes = 0;
  /** The end of the last token that was placed; what has no place of its own is looked for from here. */
  #cursor = 0;

  constructor(text: string, found: DiagnosticList) {
    this.#text = text;
    this.#found = found;
  }

  openDocument(): void {
    this.#anchors = new Map();
    this.#stack.push(frame('document', this.#cursor, undefined, undefined, false));
  }

  open(kind: 'map' | 'list', event: MappingEvent | SequenceEvent, barePair: boolean): void {
    const anchor = this.#anchor(event);
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const bracketed = event.style === COLLECTION_STYLE.FLOW && !barePair;
    this.#stack.push(frame(kind, propertiesStart(event, event.start), this.#tag(event), anchor, bracketed));
    this.#cursor = bracketed ? event.start + 1 : event.start;
  }

  close(): void {
    const frame = this.#stack.pop();
    if (frame === undefined || frame.kind === 'document') return;
    const end = frame.bracketed ? this.#closingBracket(this.#cursor) : this.#cursor;
    this.#cursor = end;
    const { start, tag } = frame;
    const node: SyntaxNode =
      frame.kind === 'list'
        ? { kind: 'list', start, end, tag, items: frame.items }
        : { kind: 'map', start, end, tag, entries: this.#entries(frame) };
    this.#deliver({ node, weight: frame.weight + 1, height: frame.height + 1 }, start, end, frame.anchor, false);
  }

  scalar(event: ScalarEvent): void {
    const plain = event.style === SCALAR_STYLE.PLAIN;
    const text = getScalarValue(this.#text, event);
    const [start, end] = this.#scalarPlace(event);
    const written = event.tagStart === NONE ? undefined : this.#text.slice(event.tagStart, event.tagEnd);
    const tag = written === undefined || isCoreTag(written) ? undefined : written;
    let value: ScalarNode['value'] = text;
    if (written !== undefined) value = tag === undefined ? taggedScalarValue(written, text, plain) : text;
    else if (plain) value = plainScalarValue(text);
    const node: ScalarNode = { kind: 'scalar', start, end, tag, value, text, quoted: !plain };
    this.#cursor = end;
    if (plain && written === undefined && isAccountIdWithLeadingZero(text)) this.#noteLeadingZero(node);
    const isMerge = plain && written === undefined && text === '<<';
    this.#deliver({ node, weight: 1, height: 0 }, start, end, this.#anchor(event), isMerge);
  }

  alias(event: AliasEvent): void {
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    const start = event.anchorStart - 1;
    this.#cursor = event.anchorEnd;
    const target = this.#anchors.get(name);
    const refusal = this.#refuseAlias(name, target);
    if (target !== undefined && refusal === undefined) {
      this.#aliasedNodes += target.weight;
      this.#deliver(target, start, event.anchorEnd, undefined, false);
      return;
    }
    const [code, message, hint] = refusal ?? ['', '', ''];
    this.#found.add(code, 'incomplete', start, event.anchorEnd, message, hint);
    const node: ScalarNode = {
      kind: 'scalar',
      start,
      end: event.anchorEnd,
      tag: undefined,
      value: null,
      text: '',
      quoted: false,
    };
    this.#deliver({ node, weight: 1, height: 0 }, start, event.anchorEnd, undefined, false);
  }

  #refuseAlias(name: string, target: Measured | undefined): readonly [string, string, string] | undefined {
    if (target === undefined) {
      const why = this.#anchors.has(name) ? 'stands inside the node that it repeats' : 'has no anchor before it';
      return [
        'unknown-alias',
        `The alias *${name} ${why}, so it has no value.`,
        `Write the value out, or define &${name} first.`,
      ];
    }
    if (this.#aliasedNodes + target.weight > LIMITS.aliasedNodes) {
      const message = `Aliases repeat more than ${LIMITS.aliasedNodes} nodes in this file; *${name} was not followed.`;
      return ['template-too-many-aliases', message, 'Write the repeated parts out, or split the file.'];
    }
    if (this.#stack.length + target.height > LIMITS.depth) {
      const message = `With the alias *${name} the file nests deeper than ${LIMITS.depth} levels; it was not followed.`;
      return ['template-too-deep', message, 'Flatten the nested maps and lists.'];
    }
    return undefined;
  }

  #deliver(measured: Measured, start: number, end: number, anchor: string | undefined, isMerge: boolean): void {
    const { node } = measured;
    if (anchor !== undefined) this.#anchors.set(anchor, measured);
    const parent = this.#stack[this.#stack.length - 1];
    if (parent === undefined) return;
    parent.weight += measured.weight;
    if (measured.height > parent.height) parent.height = measured.height;
    if (parent.kind === 'document') this.documents.push(node);
    else if (parent.kind === 'list') parent.items.push(node);
    else if (parent.key === undefined) {
      parent.key = node.kind === 'scalar' ? node.text : this.#text.slice(start, end);
      parent.keyStart = start;
      parent.keyEnd = end;
      parent.keyIsMerge = isMerge;
    } else {
      const entry: MapEntry = {
        key: parent.key,
        keyStart: parent.keyStart,
        keyEnd: parent.keyEnd,
        value: node,
        merged: undefined,
      };
      parent.entries.push(entry);
      if (parent.keyIsMerge) parent.merges = (parent.merges ?? new Set()).add(entry);
      parent.key = undefined;
    }
  }

  #entries(frame: Frame): MapEntry[] {
    const own = lastEntriesWin(frame.entries, this.#found, frame.merges);
    if (frame.merges === undefined) return own;
    const expanded = expandMerges(own, frame.merges, this.#merging, this.#found);
    frame.weight += expanded.length;
    return expanded;
  }

  #tag(event: MappingEvent | SequenceEvent): string | undefined {
    if (event.tagStart === NONE) return undefined;
    const tag = this.#text.slice(event.tagStart, event.tagEnd);
    return isCoreTag(tag) ? undefined : tag;
  }

  #anchor(event: ScalarEvent | MappingEvent | SequenceEvent): string | undefined {
    return event.anchorStart === NONE ? undefined : this.#text.slice(event.anchorStart, event.anchorEnd);
  }

  #scalarPlace(event: ScalarEvent): readonly [number, number] {
    const properties = Math.max(event.tagEnd, event.anchorEnd);
    if (event.valueStart === NONE) {
      const at = properties === NONE ? this.#emptyPlace() : properties;
      return [propertiesStart(event, at), at];
    }
    switch (event.style) {
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED:
        return [propertiesStart(event, event.valueStart - 1), event.valueEnd + 1];
      case SCALAR_STYLE.LITERAL_BLOCK:
      case SCALAR_STYLE.FOLDED_BLOCK: {
        const header = this.#blockHeader(Math.max(properties, this.#cursor), event.valueStart);
        return [propertiesStart(event, header), this.#lastInk(header, event.valueEnd)];
      }
      default:
        return [propertiesStart(event, event.valueStart), event.valueEnd];
    }
  }

  /** Where a value would stand that is not written: behind its colon or dash. */
  #emptyPlace(): number {
    const next = this.#skipTrivia(this.#cursor);
    const parent = this.#stack[this.#stack.length - 1];
    const unit = this.#text.charCodeAt(next);
    if (parent?.kind === 'list' && unit === DASH) return next + 1;
    if (parent?.kind !== 'map') return this.#cursor;
    if (parent.key !== undefined) return unit === COLON ? next + 1 : this.#cursor;
    return unit === QUESTION ? next + 1 : next;
  }

  /** The `|` or `>` between two offsets; comments and directives may stand before it. */
  #blockHeader(from: number, to: number): number {
    for (let at = from; at < to; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === PIPE || unit === GREATER) return at;
      if (unit === HASH || unit === PERCENT) at = this.#lineEnd(at);
    }
    return from;
  }

  #closingBracket(from: number): number {
    for (let at = from; at < this.#text.length; at++) {
      at = this.#skipTrivia(at);
      const unit = this.#text.charCodeAt(at);
      if (unit === CLOSE_BRACKET || unit === CLOSE_BRACE) return at + 1;
    }
    return from;
  }

  /** The end without trailing white space, so that a range never reaches into the next line. */
  #lastInk(from: number, to: number): number {
    let end = to;
    while (end > from + 1 && isSpace(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }

  #skipTrivia(from: number): number {
    let at = from;
    for (;;) {
      const unit = this.#text.charCodeAt(at);
      if (isSpace(unit)) at++;
      else if (unit === HASH) at = this.#lineEnd(at);
      else return at;
    }
  }

  #lineEnd(from: number): number {
    let at = from;
    while (at < this.#text.length && !isBreak(this.#text.charCodeAt(at))) at++;
    return at;
  }

  #noteLeadingZero(node: ScalarNode): void {
    this.#found.add(
      'yaml-leading-zero-number',
      'note',
      node.start,
      node.end,
      `YAML reads the unquoted ${shown(node.text)} as a number, which may lose its leading zero.`,
      'Put quotes around the account id.',
    );
  }
}

const PIPE = 124;
const GREATER = 62;
const HASH = 35;
const PERCENT = 37;
const COLON = 58;
const DASH = 45;
const QUESTION = 63;
const CLOSE_BRACKET = 93;
const CLOSE_BRACE = 125;

const isBreak = (unit: number): boolean => unit === 10 || unit === 13;
const isSpace = (unit: number): boolean => unit === 32 || unit === 9 || unit === 10 || unit === 13;

function frame(
  kind: Frame['kind'],
  start: number,
  tag: string | undefined,
  anchor: string | undefined,
  bracketed: boolean,
): Frame {
  return {
    kind,
    start,
    tag,
    anchor,
    bracketed,
    entries: [],
    items: [],
    merges: undefined,
    key: undefined,
    keyStart: 0,
    keyEnd: 0,
    keyIsMerge: false,
    weight: 0,
    height: 0,
  };
}

/** A node begins at its tag or anchor when it has one (`anchorStart` of js-yaml is behind the `&`). */
function propertiesStart(event: ScalarEvent | MappingEvent | SequenceEvent, valueStart: number): number {
  let start = valueStart;
  if (event.tagStart !== NONE && event.tagStart < start) start = event.tagStart;
  if (event.anchorStart !== NONE && event.anchorStart - 1 < start) start = event.anchorStart - 1;
  return start;
}

/** `[a: 1]` holds a map without braces; when its key is itself a map, both begin at the same brace. */
function isBareFlowPair(text: string, event: MappingEvent, next: YamlEvent | undefined): boolean {
  if (event.style !== COLLECTION_STYLE.FLOW) return false;
  if (text.charCodeAt(event.start) !== 123) return true;
  return next?.type === EVENT_ID.MAPPING && next.start === event.start;
}
