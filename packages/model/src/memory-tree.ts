import type { ReadFailure, ReadResult, SourceTree, TreeEntry } from './source-tree.ts';

/** A source tree of texts held in memory: path from the root → text. For tests, examples and editors. */
export function memoryTree(files: Readonly<Record<string, string>>): SourceTree {
  const folders = new Map<string, Map<string, TreeEntry>>([['', new Map()]]);
  for (const path of Object.keys(files).sort()) {
    const parts = path.split('/');
    parts.forEach((name, index) => {
      const folder = parts.slice(0, index).join('/');
      const kind = index === parts.length - 1 ? 'file' : 'folder';
      if (!folders.has(folder)) folders.set(folder, new Map());
      folders.get(folder)?.set(name, { name, kind });
      if (kind === 'folder' && !folders.has(parts.slice(0, index + 1).join('/'))) {
        folders.set(parts.slice(0, index + 1).join('/'), new Map());
      }
    });
  }
  const text = (path: string): string | undefined => (Object.hasOwn(files, path) ? files[path] : undefined);
  const missing = (path: string): ReadFailure => ({ failure: 'missing', message: `There is no file ${path}.` });
  return {
    read(path): ReadResult {
      const found = text(path);
      return found === undefined ? missing(path) : { text: found };
    },
    readBytes(path) {
      const found = text(path);
      return found === undefined ? missing(path) : { bytes: new TextEncoder().encode(found) };
    },
    stat(path) {
      if (text(path) !== undefined) return 'file';
      return folders.has(path) ? 'folder' : 'missing';
    },
    list: (folder) => [...(folders.get(folder)?.values() ?? [])],
  };
}
