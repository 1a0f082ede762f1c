import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { repositoryRoot } from './repository.ts';

/**
 * Joins the command into a few files: a scan loads some 700 modules, and loading them one by one took longer than reading a
 * template (PERFORMANCE.md). What loads lazily stays in files of its own. The library is not bundled.
 */
const scanner = join(repositoryRoot, 'packages/scanner');
const folder = join(scanner, 'dist/bin');

rmSync(folder, { recursive: true, force: true });
const bundle = await rolldown({
  input: { leastwise: join(scanner, 'dist/cli/command.js') },
  platform: 'node',
  // Dependencies stay what the package manager installed; only our own packages are joined in.
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@leastwise/'),
});
await bundle.write({
  dir: folder,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  minify: { compress: true, mangle: true, codegen: true },
});
await bundle.close();

// The IAM data is read at run time, by a path that leads from the joined files to `dist/data` (packages/iam/src/data/pack-file.ts).
cpSync(join(repositoryRoot, 'packages/iam/data'), join(scanner, 'dist/data'), { recursive: true });
