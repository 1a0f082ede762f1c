import type { ListNode, MapEntry, MapNode, ScalarNode, SyntaxNode } from '../../readers/syntax/syntax-node.ts';
import { childEntry } from '../../readers/syntax/syntax-node.ts';
import { isRefusal, refuse, together, written, type EditableDocument, type Written, type Writing } from './document.ts';
import { fillEntry, insertEntry, insertItem } from './insert.ts';
import { isMap, printFlow, printScalar, type Spelled } from './print-value.ts';
import { lineStart, lineStop } from './text-style.ts';

export type Step = string | number;
export type Path = readonly Step[];

/** Writes a value at a path below a map: replaces what stands there, or adds what is missing. */
export function setPath(document: EditableDocument, map: MapNode, path: Path, value: Spelled): Writing {
  return walk(document, map, path, (slot) => put(document, slot, value));
}

/** Adds an item to the list at a path, and the list where there is none. */
export function appendPath(document: EditableDocument, map: MapNode, path: Path, item: Spelled): Writing {
  return walk(document, map, path, (slot) => {
    if (slot.kind === 'missing') return slot.make([item]);
    const list = slot.node;
    if (isComputed(list)) return refuse('The list is computed.');
    if (list.kind === 'map') return replaceNode(document, list, undefined, item, 'list');
    if (list.kind === 'scalar')
      return isEmpty(list) ? slot.write([item]) : refuse('A single value stands in place of a list.');
    return insertItem(document, list, item);
  });
}

/** Takes the key at the end of a path out of the text, with its line. */
export function removePath(document: EditableDocument, map: MapNode, path: Path): Writing {
  const key = path.at(-1);
  const owner = path.length === 1 ? map : nodeAt(map, path.slice(0, -1));
  if (owner?.kind !== 'map' || typeof key !== 'string') return refuse('It is not written as a key of a map.');
  const entry = childEntry(owner, key);
  return entry === undefined ? refuse('It is not written.') : removeEntry(document, owner, entry);
}

/** The node at a path, as it is written. */
export function nodeAt(from: SyntaxNode, path: Path): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = from;
  for (const step of path) {
    if (node === undefined) return undefined;
    if (typeof step === 'number') node = node.kind === 'list' ? node.items[step] : undefined;
    else node = childEntry(node, step)?.value;
  }
  return node;
}

/** `!Ref X`, `{ Fn::If: [...] }`: what stands there is not the value itself. */
export function isComputed(node: SyntaxNode): boolean {
  if (node.tag !== undefined) return true;
  return node.kind === 'map' && node.entries.length === 1 && /^(?:Ref|Fn::.*)$/.test(node.entries[0]?.key ?? '');
}

type Slot =
  | { readonly kind: 'missing'; readonly make: (value: Spelled) => Writing }
  | {
      readonly kind: 'found';
      readonly node: SyntaxNode;
      readonly entry: MapEntry | undefined;
      readonly write: (value: Spelled) => Writing;
    };

function walk(document: EditableDocument, map: MapNode, path: Path, use: (slot: Slot) => Writing): Writing {
  const review: string[] = [];
  let node: SyntaxNode = map;
  let entry: MapEntry | undefined;
  for (let index = 0; index < path.length; index++) {
    const step = path[index] as Step;
    const rest = path.slice(index + 1);
    if (index > 0 && isComputed(node)) return refuse('A function stands where the property would be written.');
    review.push(...anchored(document, node, entry));
    if (typeof step === 'number') {
      if (node.kind === 'scalar' && isEmpty(node) && entry !== undefined) {
        const empty = entry;
        return withReview(
          use({ kind: 'missing', make: (value) => fillEntry(document, empty, nest([step, ...rest], value)) }),
          review,
        );
      }
      if (node.kind !== 'list') return refuse('The property is not written as a list.');
      const item: SyntaxNode | undefined = node.items[step];
      const list: ListNode = node;
      if (item === undefined)
        return withReview(
          use({ kind: 'missing', make: (value) => insertItem(document, list, nest(rest, value)) }),
          review,
        );
      if (item.start < list.start) return refuse('The item is an alias.');
      node = item;
      entry = undefined;
      continue;
    }
    if (node.kind === 'scalar' && isEmpty(node) && entry !== undefined) {
      const empty = entry;
      return withReview(
        use({ kind: 'missing', make: (value) => fillEntry(document, empty, nest([step, ...rest], value)) }),
        review,
      );
    }
    if (node.kind !== 'map') return refuse('Something else stands where the property would be written.');
    const owner: MapNode = node;
    const found: MapEntry | undefined = childEntry(owner, step);
    if (found === undefined || found.merged === true) {
      if (found?.merged === true && rest.length > 0)
        return refuse('The property comes from an anchor that others use too.');
      if (found?.merged === true) review.push('It overrides what an anchor says, which others use too.');
      return withReview(
        use({ kind: 'missing', make: (value) => insertEntry(document, owner, step, nest(rest, value)) }),
        review,
      );
    }
    if (found.value.start < found.keyEnd && found.value.end > found.value.start)
      return refuse('The property is an alias of what others use too.');
    node = found.value;
    entry = found;
  }
  review.push(...anchored(document, node, entry));
  const slotEntry = entry;
  return withReview(
    use({
      kind: 'found',
      node,
      entry: slotEntry,
      write: (value) =>
        slotEntry === undefined ? refuse('There is no key to write to.') : fillEntry(document, slotEntry, value),
    }),
    review,
  );
}

function put(document: EditableDocument, slot: Slot, value: Spelled): Writing {
  if (slot.kind === 'missing') return slot.make(value);
  const { node } = slot;
  if (isEmpty(node)) return slot.write(value);
  if (isMap(value) && node.kind === 'map' && !isComputed(node)) {
    const members = Object.entries(value).map(([key, inner]) => setPath(document, node, [key], inner));
    return together(members);
  }
  return replaceNode(document, node, slot.entry, value);
}

/** Puts a value in the place of a node, and says so when a function stood there. */
export function replaceNode(
  document: EditableDocument,
  node: SyntaxNode,
  entry: MapEntry | undefined,
  value: Spelled,
  only?: 'list',
): Writing {
  if (only === 'list') return refuse('A single map stands in place of a list.');
  const { file, text, style } = document;
  const computed = isComputed(node);
  const review = computed
    ? ['It replaces what is computed there, such as the value of a parameter, by a fixed value.']
    : [];
  const start = node.start + anchorLength(text, node);
  const claims = `${node.start}=`;
  const isScalar = value === null || typeof value !== 'object';
  if (node.kind === 'scalar' && isScalar && !computed) {
    const first = text[start];
    const like = first === "'" || first === '"' ? first : /[|>]/.test(first ?? '') ? undefined : '';
    const quoted = like === '' && typeof value === 'string' ? undefined : like;
    return written([{ file, start, end: node.end, text: printScalar(value, style, quoted), claims }]);
  }
  // A block that begins on a line of its own is taken back to the line of its key.
  const isBlock = entry !== undefined && lineStart(text, start) > entry.keyEnd;
  if (isBlock && /#/.test(text.slice(entry.keyEnd, node.end)))
    return refuse('There are comments in what would be replaced.');
  const from = isBlock ? text.indexOf(':', entry.keyEnd) + 1 : start;
  const flow = printFlow(value, style);
  return written([{ file, start: from, end: node.end, text: isBlock ? ` ${flow}` : flow, claims }], ...review);
}

function removeEntry(document: EditableDocument, owner: MapNode, entry: MapEntry): Writing {
  const { file, text } = document;
  if (entry.merged === true || entry.value.start < entry.keyEnd)
    return refuse('It comes from an anchor that others use too.');
  const own = owner.entries.filter((other) => other.merged !== true);
  if (own.length === 1) return refuse('It is the only key of its map.');
  const start = lineStart(text, entry.keyStart);
  const end = lineStop(text, entry.value.end);
  const alone =
    text.slice(start, entry.keyStart).trim() === '' && /^\s*,?\s*(?:#.*)?$/.test(text.slice(entry.value.end, end));
  if (!alone) return refuse('It does not stand on a line of its own.');
  if (document.style.isJson || text[owner.start] === '{') {
    const isLast = own.every((other) => other.keyStart <= entry.keyStart);
    if (isLast) {
      const before = own
        .filter((other) => other.keyStart < entry.keyStart)
        .reduce((last, each) => (each.keyStart > last.keyStart ? each : last));
      return written([{ file, start: before.value.end, end: entry.value.end, text: '', claims: `${entry.keyStart}-` }]);
    }
  }
  const next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
  return written([{ file, start, end: next, text: '', claims: `${entry.keyStart}-` }]);
}

/** What stands at an anchor is what all its aliases mean. */
function anchored(document: EditableDocument, node: SyntaxNode, entry: MapEntry | undefined): readonly string[] {
  if (entry === undefined && node === document.root) return [];
  const name = /^(?:!\S+\s+)?&([^\s,[\]{}]+)/.exec(document.text.slice(node.start, node.start + 200))?.[1];
  if (name === undefined) return [];
  const isUsed = new RegExp(`\\*${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\w-])`).test(
    document.text,
  );
  return isUsed ? [`It changes the anchor &${name}, which others use too.`] : [];
}

function anchorLength(text: string, node: SyntaxNode): number {
  return /^&\S+\s+/.exec(text.slice(node.start, Math.min(node.end, node.start + 200)))?.[0].length ?? 0;
}

function isEmpty(node: SyntaxNode): node is ScalarNode {
  return node.kind === 'scalar' && node.value === null && !node.quoted && node.tag === undefined;
}

function nest(path: Path, value: Spelled): Spelled {
  return path.reduceRight<Spelled>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);
}

function withReview(writing: Writing, review: readonly string[]): Writing {
  if (isRefusal(writing)) return writing;
  const merged: Written = { edits: writing.edits, review: [...new Set([...writing.review, ...review])] };
  return merged;
}
