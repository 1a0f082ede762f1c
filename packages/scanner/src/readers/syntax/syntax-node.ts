import type { Diagnostic, Value } from '@leastwise/model';

/**
 * A piece of YAML or JSON that knows where it stands. `start` and `end` are UTF-16 offsets into the text that was read,
 * byte order mark included; a tag or anchor belongs to its node. A node that came through an alias is the anchored
 * node itself and carries the anchor's offsets, so a tree may share nodes.
 */
export type SyntaxNode = ScalarNode | MapNode | ListNode;

interface NodeBase {
  readonly start: number;
  readonly end: number;
  /**
   * A tag as written (`!Sub`). Tags of YAML itself (`!!str`, `!!int`, `!`) are not repeated here, because `value`
   * already follows them.
   */
  readonly tag?: string | undefined;
  /** The file that the offsets are of, where a variable has put a piece of another file into a tree. */
  readonly file?: string | undefined;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** By YAML 1.1, which CloudFormation speaks: `yes` is true, `0123` is 83, dates stay strings. */
  readonly value: string | number | boolean | null;
  /** The scalar as a string: an unquoted `012345678901` keeps its zero and `yes` stays `yes`. */
  readonly text: string;
  /** Written in quotes or as a block scalar, so never anything but a string. */
  readonly quoted: boolean;
  /** What the variables in the text came to, where they are more than a literal. */
  readonly resolved?: Value | undefined;
}

export interface MapEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: SyntaxNode;
  /** True when the entry came from a `<<` merge; its offsets are those of the merged map. */
  readonly merged?: boolean | undefined;
  /** As for nodes. */
  readonly file?: string | undefined;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  /** In the order of the text; of a key written twice only the last entry; merge keys expanded in their place. */
  readonly entries: readonly MapEntry[];
}

export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly items: readonly SyntaxNode[];
}

export interface SyntaxDocument {
  /** The first document; undefined when the text holds none or could not be read at all. */
  readonly root: SyntaxNode | undefined;
  readonly documents: readonly SyntaxNode[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The value under a key, or undefined when `node` is no map or has no such key. */
export function child(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  return childEntry(node, key)?.value;
}

/** The entry under a key, for those who need the place of the key as well. */
export function childEntry(node: SyntaxNode | undefined, key: string): MapEntry | undefined {
  if (node === undefined || node.kind !== 'map') return undefined;
  if (node.entries.length <= SMALL_MAP) {
    for (const entry of node.entries) if (entry.key === key) return entry;
    return undefined;
  }
  let index = indexes.get(node);
  if (index === undefined) {
    index = new Map(node.entries.map((entry) => [entry.key, entry]));
    indexes.set(node, index);
  }
  return index.get(key);
}

const SMALL_MAP = 16;

/** Most maps are small or never asked; only large ones that are asked pay for an index. */
const indexes = new WeakMap<MapNode, ReadonlyMap<string, MapEntry>>();
