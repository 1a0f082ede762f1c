import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that a scan may read: the nearest one upward that holds `.git` (a file in worktrees and submodules), else the
 * folder of the path itself. Returns an absolute path without links; undefined when the path does not exist.
 */
export function findRoot(path: string): string | undefined {
  let real: string;
  try {
    real = realpathSync(path);
  } catch {
    return undefined;
  }
  const start = statSync(real).isDirectory() ? real : dirname(real);
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return start;
  }
}
