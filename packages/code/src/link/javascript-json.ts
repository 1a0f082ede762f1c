import type { SourceTree } from '@leastwise/model';

export type JsonObject = Readonly<Record<string, unknown>>;

const caches = new WeakMap<SourceTree, Map<string, JsonObject | undefined>>();

/** A JSON object of the tree, comments and trailing commas allowed as in `tsconfig.json`; undefined when there is none. */
export function readJsonObject(tree: SourceTree, path: string): JsonObject | undefined {
  const cache = caches.get(tree) ?? new Map<string, JsonObject | undefined>();
  caches.set(tree, cache);
  if (!cache.has(path)) cache.set(path, parseJsonObject(tree, path));
  return cache.get(path);
}

function parseJsonObject(tree: SourceTree, path: string): JsonObject | undefined {
  if (tree.stat(path) !== 'file') return undefined;
  const read = tree.read(path);
  if (!('text' in read)) return undefined;
  const text = read.text.replace(/^\uFEFF/, '');
  for (const candidate of [text, withoutComments(text)]) {
    try {
      return objectOf(JSON.parse(candidate));
    } catch {
      // Comments first, then it is no JSON.
    }
  }
  return undefined;
}

const stringOrComment = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g;
const stringOrComma = /"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g;

function withoutComments(text: string): string {
  return text
    .replaceAll(stringOrComment, (part) => (part.startsWith('"') ? part : ''))
    .replaceAll(stringOrComma, (part) => (part === ',' ? '' : part));
}

export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
