import type { SourceTree } from '@leastwise/model';

/** The tree as it would be with other texts in some files. */
export function overlayTree(tree: SourceTree, texts: ReadonlyMap<string, string>): SourceTree {
  return {
    read(path) {
      const text = texts.get(path);
      return text === undefined ? tree.read(path) : { text };
    },
    readBytes(path) {
      const text = texts.get(path);
      return text === undefined ? tree.readBytes(path) : { bytes: new TextEncoder().encode(text) };
    },
    stat: (path) => (texts.has(path) ? 'file' : tree.stat(path)),
    list: (folder) => tree.list(folder),
  };
}
