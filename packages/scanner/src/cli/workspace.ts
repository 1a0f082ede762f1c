import { posix, relative, resolve, sep } from 'node:path';
import type { SourceTree } from '@leastwise/model';
import { readConfiguration } from './configuration/read-configuration.ts';
import type { ReadConfiguration } from './configuration/configuration.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** Where a command works: the root, what of it was asked for, and what the project's configuration says. */
export interface Workspace {
  readonly root: string;
  readonly tree: SourceTree;
  /** Paths from the root; `''` is the root itself. */
  readonly selected: readonly string[];
  readonly configuration: ReadConfiguration['configuration'];
  readonly configurationFile: string | undefined;
  /** A path that was written on the command line, from the root. */
  pathOf(written: string): string;
}

export interface WorkspaceOptions {
  readonly root?: string;
  readonly config?: string;
}

/** The root is the nearest repository root of the first path, unless it is given; every path must lie in it. */
export function openWorkspace(paths: readonly string[], options: WorkspaceOptions, io: Io): Workspace {
  const absolute = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(io.workingFolder, path));
  for (const [index, path] of absolute.entries()) {
    if (!io.files.exists(path)) {
      throw new UsageError(
        `There is no file or folder ${paths[index] ?? path}.`,
        'Check the path, or leave it out to scan the current folder.',
      );
    }
  }
  const given = options.root === undefined ? undefined : resolve(io.workingFolder, options.root);
  if (given !== undefined && !io.files.exists(given)) {
    throw new UsageError(`There is no folder ${options.root ?? ''}.`, 'Name an existing folder with --root.');
  }
  const root = given ?? io.files.findRoot(absolute[0] ?? io.workingFolder) ?? io.workingFolder;
  const selected = absolute.map((path, index) => fromRoot(root, path, paths[index] ?? '.'));
  const tree = io.files.tree(root);
  const folder = nearestFolder(tree, selected[0] ?? '');
  const config =
    options.config === undefined
      ? undefined
      : fromRoot(root, resolve(io.workingFolder, options.config), options.config);
  const read = readConfiguration(tree, folder, config);
  const problem = read.problems[0];
  if (problem !== undefined) throw new UsageError(`${read.file}: ${problem.message}`, problem.hint);
  return {
    root,
    tree,
    selected,
    configuration: read.configuration,
    configurationFile: read.file,
    pathOf: (written) => fromRoot(root, resolve(io.workingFolder, written), written),
  };
}

function fromRoot(root: string, path: string, written: string): string {
  const inside = relative(root, path);
  if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside) {
    throw new UsageError(`${written} lies outside the root ${root}.`, 'Name the common folder with --root.');
  }
  return inside.split(sep).join(posix.sep);
}

function nearestFolder(tree: SourceTree, path: string): string {
  return tree.stat(path) === 'folder' ? path : path.split('/').slice(0, -1).join('/');
}
