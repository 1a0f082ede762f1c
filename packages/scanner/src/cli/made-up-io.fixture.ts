import { memoryTree } from '@leastwise/model';
import type { Io } from './io.ts';

/** An outside world for tests: files below `/shop`, and what was written to the streams and to files. */
export interface MadeUpIo extends Io {
  readonly printed: () => string;
  readonly complained: () => string;
  readonly written: ReadonlyMap<string, string>;
}

export function madeUpIo(
  files: Readonly<Record<string, string>>,
  columns = 100,
  commits: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): MadeUpIo {
  const root = '/shop';
  const tree = memoryTree(files);
  const written = new Map<string, string>();
  let printed = '';
  let complained = '';
  const below = (path: string): string => path.slice(root.length + 1);
  return {
    stdout: { write: (text) => void (printed += text), isTerminal: false, columns },
    stderr: { write: (text) => void (complained += text), isTerminal: false, columns },
    environment: {},
    workingFolder: root,
    now: () => new Date('2026-11-20T12:00:00Z'),
    commits: {
      find: (_root, name) => (Object.hasOwn(commits, name) ? name : undefined),
      mergeBase: (_root, one) => one,
      tree: (_root, commit) => memoryTree(commits[commit] ?? {}),
    },
    files: {
      findRoot: () => root,
      tree: () => tree,
      exists: (path) =>
        written.has(path) || path === root || (path.startsWith(`${root}/`) && tree.stat(below(path)) !== 'missing'),
      write: (path, text) => void written.set(path, text),
    },
    printed: () => printed,
    complained: () => complained,
    written,
  };
}
