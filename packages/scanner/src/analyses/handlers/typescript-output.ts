import type { SourceTree } from '@leastwise/model';
import { joinPath } from './handler-search.ts';

/** Folders that compilers and bundlers usually write into. */
const outputFolder = /^(?:dist|build|\.build|lib|out|bin|target|bundle|\.webpack|\.esbuild)\//;

/** The sources, without extension, from which a module in an output folder is made: `dist/orders/get` → `src/orders/get`. */
export function sourceBeforeCompiler(root: string, module: string, tree: SourceTree): readonly string[] {
  const found: string[] = [];
  const options = compilerOptions(root, tree);
  if (options.outDir !== undefined && module.startsWith(`${options.outDir}/`)) {
    const inside = module.slice(options.outDir.length + 1);
    for (const source of [options.rootDir, 'src', ''])
      if (source !== undefined) found.push(joinPath(root, source, inside));
  }
  if (outputFolder.test(module)) {
    const inside = module.replace(outputFolder, '');
    found.push(joinPath(root, 'src', inside), joinPath(root, inside));
  } else if (options.rootDir !== undefined) found.push(joinPath(root, options.rootDir, module));
  return found;
}

/** Read as text: the file may hold comments and trailing commas. */
function compilerOptions(root: string, tree: SourceTree): { outDir?: string; rootDir?: string } {
  const path = joinPath(root, 'tsconfig.json');
  if (tree.stat(path) !== 'file') return {};
  const content = tree.read(path);
  if (!('text' in content)) return {};
  const option = (name: string): string | undefined => {
    const written = new RegExp(`^\\s*"${name}"\\s*:\\s*"([^"]+)"`, 'm').exec(content.text)?.[1];
    return written === undefined ? undefined : joinPath(written);
  };
  const outDir = option('outDir');
  const rootDir = option('rootDir');
  return { ...(outDir ? { outDir } : {}), ...(rootDir === undefined ? {} : { rootDir }) };
}
