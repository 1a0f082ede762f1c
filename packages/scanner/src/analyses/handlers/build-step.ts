import type { SourceTree } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';
import { metadataText } from './metadata-text.ts';
import { joinPath } from './handler-search.ts';

const configurations = [
  'tsconfig.json',
  'Makefile',
  'makefile',
  'webpack.config.js',
  'webpack.config.ts',
  'esbuild.js',
  'esbuild.config.js',
  'rollup.config.js',
  'vite.config.ts',
  'babel.config.js',
  '.babelrc',
  'gulpfile.js',
  'build.gradle',
  'build.gradle.kts',
];

/**
 * What makes the shipped code out of the sources, when something does: a file that the tree does not hold may then still
 * be deployed. Undefined when the folder is shipped as it is.
 */
export function buildStep(node: NodeOf<'function'>, folder: string, tree: SourceTree): string | undefined {
  const method = metadataText(node, 'BuildMethod');
  if (method === 'makefile') return 'the makefile of the function';
  for (const name of configurations) {
    if (tree.stat(joinPath(folder, name)) === 'file') return `the build of ${joinPath(folder, name)}`;
  }
  const manifest =
    tree.stat(joinPath(folder, 'package.json')) === 'file' ? tree.read(joinPath(folder, 'package.json')) : undefined;
  if (
    manifest !== undefined &&
    'text' in manifest &&
    /"(?:build|compile|bundle|package|prepare|postinstall)"\s*:/.test(manifest.text)
  ) {
    return `the build script of ${joinPath(folder, 'package.json')}`;
  }
  return undefined;
}
