import ignorePackage from 'ignore';
import type { SourceTree } from '@leastwise/model';

/** Its types describe the CommonJS module, which carries itself as `default`. */
const ignore = ignorePackage.default;

/** The `.gitignore` files that hold for a folder, the nearest last. */
export interface IgnoreRules {
  /** Whether git ignores an entry of this folder. The nearest file that says anything decides. */
  ignores(path: string, kind: 'file' | 'folder'): boolean;
  /** The rules for a folder below. */
  enter(folder: string): IgnoreRules;
}

/** The rules for the root folder of a tree, read from its `.gitignore` files as git reads them. */
export function ignoreRules(tree: SourceTree): IgnoreRules {
  return rulesOf(tree, '', []);
}

interface Level {
  readonly folder: string;
  readonly matcher: ReturnType<typeof ignore>;
}

function rulesOf(tree: SourceTree, folder: string, above: readonly Level[]): IgnoreRules {
  const levels = [...above, ...ownLevel(tree, folder)];
  return {
    ignores(path, kind) {
      for (let index = levels.length - 1; index >= 0; index--) {
        const level = levels[index] as Level;
        const inside = level.folder === '' ? path : path.slice(level.folder.length + 1);
        const verdict = level.matcher.test(kind === 'folder' ? `${inside}/` : inside);
        if (verdict.ignored) return true;
        if (verdict.unignored) return false;
      }
      return false;
    },
    enter: (below) => rulesOf(tree, below, levels),
  };
}

function ownLevel(tree: SourceTree, folder: string): Level[] {
  if (!tree.list(folder).some(({ name, kind }) => name === '.gitignore' && kind === 'file')) return [];
  const read = tree.read(folder === '' ? '.gitignore' : `${folder}/.gitignore`);
  return 'text' in read
    ? [{ folder, matcher: ignore({ ignorecase: false }).add(read.text.replace(/^\uFEFF/, '')) }]
    : [];
}
