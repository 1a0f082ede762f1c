import { resolvePath, type SourceTree } from '@leastwise/model';
import { decodeMappings, placeOf, type Mappings } from './source-mappings.ts';

/** The sources that a compiled or bundled file was made from. */
export interface SourceMap {
  readonly sources: readonly MapSource[];
  /** Where the character at an offset of the generated text comes from. */
  readonly originalOf: (offset: number) => { readonly source: MapSource; readonly offset: number } | undefined;
}

export interface MapSource {
  /** As the map names it, without the bundler's prefix. */
  readonly name: string;
  /** The file of the tree that it is; absent when it is not there. */
  readonly file?: string;
  /** The text, from the tree or from the map; absent when neither has it. */
  readonly text?: string;
  /** It comes from `node_modules`. */
  readonly isPackage: boolean;
}

/** Why a map that is named cannot be used. */
export interface MapFailure {
  /** One plain sentence. */
  readonly failure: string;
}

/** The map that a generated text names, or that stands beside it; undefined when there is none. Reads inside the root only. */
export function readSourceMap(tree: SourceTree, file: string, text: string): SourceMap | MapFailure | undefined {
  const found = findMap(tree, file, text);
  if (found === undefined || 'failure' in found) return found;
  const map = parseMap(found.text);
  if (map === undefined) return { failure: 'The source map is not a source map of version 3.' };
  const sources = map.sources.map((name, index) => sourceOf(tree, found.from, map.root, name, map.contents[index]));
  const generated = new LineIndex(text);
  const originals = new Map<MapSource, LineIndex>();
  return {
    sources,
    originalOf(offset) {
      const { line, column } = generated.place(offset);
      const place = placeOf(map.mappings, line, column);
      const source = place && sources[place.source];
      if (place === undefined || source?.text === undefined) return undefined;
      const index = originals.get(source) ?? new LineIndex(source.text);
      originals.set(source, index);
      const at = index.offset(place.line, place.column);
      return at === undefined ? undefined : { source, offset: at };
    },
  };
}

/** The last one counts: a bundle keeps the comments of what it joins. */
const comment = /\/[/*][#@]\s*sourceMappingURL=([^\s'"*]+)/g;
/** An inline map stands at the very end, whatever its length. */
const marker = 'sourceMappingURL=';

interface FoundMap {
  readonly text: string;
  /** The file that the map's paths are relative to. */
  readonly from: string;
}

function findMap(tree: SourceTree, file: string, text: string): FoundMap | MapFailure | undefined {
  const at = text.lastIndexOf(marker);
  const [match] = at < 0 ? [] : text.slice(Math.max(0, at - 10)).matchAll(comment);
  const url = match?.[1];
  if (url === undefined) {
    const beside = `${file}.map`;
    return tree.stat(beside) === 'file' ? readMapFile(tree, beside) : undefined;
  }
  if (url.startsWith('data:')) {
    const decoded = decodeData(url);
    return decoded === undefined
      ? { failure: 'The inline source map cannot be decoded.' }
      : { text: decoded, from: file };
  }
  const path = /^[a-z][a-z\d+.-]*:/i.test(url) ? undefined : resolvePath(file, decodePath(url));
  if (path === undefined) return { failure: 'The source map stands outside of the root.' };
  return readMapFile(tree, path);
}

function readMapFile(tree: SourceTree, path: string): FoundMap | MapFailure {
  const read = tree.read(path);
  return 'text' in read
    ? { text: read.text, from: path }
    : { failure: `The source map cannot be read: ${read.message}` };
}

function decodeData(url: string): string | undefined {
  const comma = url.indexOf(',');
  const head = url.slice(0, comma);
  const body = url.slice(comma + 1);
  if (comma < 0 || !/^data:(?:application|text)\/json/i.test(head)) return undefined;
  return /;base64$/i.test(head) ? new TextDecoder().decode(Buffer.from(body, 'base64')) : decodePath(body);
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface ParsedMap {
  readonly root: string;
  readonly sources: readonly string[];
  readonly contents: readonly (string | undefined)[];
  readonly mappings: Mappings;
}

function parseMap(text: string): ParsedMap | undefined {
  let map: unknown;
  try {
    // Some servers put `)]}'` before it.
    map = JSON.parse(text.replace(/^\uFEFF?(?:\)\]\}'[^\n]*\n)?/, ''));
  } catch {
    return undefined;
  }
  if (typeof map !== 'object' || map === null) return undefined;
  const fields = map as Readonly<Record<string, unknown>>;
  const { sources, sourcesContent, sourceRoot, mappings } = fields;
  if (!Array.isArray(sources) || typeof mappings !== 'string') return undefined;
  const decoded = decodeMappings(mappings);
  if (decoded === undefined) return undefined;
  const contents: readonly unknown[] = Array.isArray(sourcesContent) ? sourcesContent : [];
  return {
    root: typeof sourceRoot === 'string' ? sourceRoot : '',
    sources: sources.map((one) => (typeof one === 'string' ? one : '')),
    contents: contents.map((one) => (typeof one === 'string' ? one : undefined)),
    mappings: decoded,
  };
}

function sourceOf(tree: SourceTree, from: string, root: string, written: string, content?: string): MapSource {
  const name = written
    .replace(/^webpack:\/\/(?:[^/]*\/)?/, '')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\?.*$/, '');
  const isPackage = /(?:^|\/)node_modules\//.test(name);
  const isBundlers = written.startsWith('webpack:');
  const prefix = root === '' || root.endsWith('/') ? root : `${root}/`;
  const path = isBundlers ? fromFoldersAbove(tree, from, name) : resolvePath(from, prefix + name);
  const read = path !== undefined && tree.stat(path) === 'file' ? tree.read(path) : undefined;
  if (path !== undefined && read !== undefined && 'text' in read) {
    // An edited source no longer fits its map.
    const isStale = content !== undefined && content !== read.text;
    return { name, file: path, text: isStale ? content : read.text, isPackage };
  }
  return { name, ...(content === undefined ? {} : { text: content }), isPackage };
}

/** webpack names sources from the folder that it ran in, which is one above the bundle. */
function fromFoldersAbove(tree: SourceTree, file: string, name: string): string | undefined {
  const parts = file.split('/').slice(0, -1);
  for (let length = parts.length; length >= 0; length--) {
    const path = resolvePath([...parts.slice(0, length), ''].join('/'), name);
    if (path !== undefined && tree.stat(path) === 'file') return path;
  }
  return undefined;
}

/** Offsets and lines of one text. */
class LineIndex {
  private readonly starts: number[] = [0];
  private readonly length: number;

  constructor(text: string) {
    this.length = text.length;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  place(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return { line: low - 1, column: offset - (this.starts[low - 1] ?? 0) };
  }

  offset(line: number, column: number): number | undefined {
    const start = this.starts[line];
    if (start === undefined) return undefined;
    const at = start + column;
    return at <= this.length ? at : undefined;
  }
}
