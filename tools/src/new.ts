import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFiles, checksFolder, writeChecksIndex } from './generate-index.ts';
import { newCheckFiles } from './new-check-template.ts';
import { repositoryRoot } from './repository.ts';

const usage = 'Usage: npm run new check -- <area>/<name>, for example entry/function-url-without-auth.';

/** Writes a check, its doc and its test, then the index. Returns the paths written; throws a sentence for the user. */
export function newCheck(root: string, target: string): readonly string[] {
  const match = /^([a-z][a-z0-9-]*)\/([a-z][a-z0-9-]*)$/.exec(target);
  if (match === null) throw new Error(`${target || 'Nothing'} is not <area>/<name> in kebab-case. ${usage}`);
  const [, area = '', slug = ''] = match;
  const taken = checkFiles(root).find((check) => check.slug === slug);
  if (taken !== undefined)
    throw new Error(`The slug ${slug} is taken by ${taken.path}. Name the bad state more exactly.`);
  const files = Object.entries(newCheckFiles(area, slug)).map(([name, text]) => ({
    path: `${checksFolder}/${area}/${name}`,
    text,
  }));
  for (const file of files) {
    if (existsSync(join(root, file.path))) throw new Error(`${file.path} is there already.`);
    mkdirSync(dirname(join(root, file.path)), { recursive: true });
    writeFileSync(join(root, file.path), file.text);
  }
  writeChecksIndex(root);
  return files.map((file) => file.path);
}

function main(args: readonly string[]): number {
  try {
    const [kind, target = '', root = repositoryRoot] = args;
    if (kind !== 'check') throw new Error(usage);
    const written = newCheck(resolve(root), target);
    process.stdout.write(`Wrote ${written.join(', ')}.\nNext: rewrite them, then npm run docs and npm test.\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

if (basename(process.argv[1] ?? '') === basename(fileURLToPath(import.meta.url))) {
  process.exitCode = main(process.argv.slice(2));
}
