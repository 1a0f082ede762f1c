import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow, repositoryRoot } from './repository.ts';

export const checksFolder = 'packages/scanner/src/checks';
export const indexFile: string = `${checksFolder}/index.ts`;

/** A check by where it stands: `checks/<area>/<slug>.ts`, with its prose beside it in `<slug>.doc.ts`. */
export interface CheckFile {
  readonly area: string;
  readonly slug: string;
  /** Path from the root of the repository. */
  readonly path: string;
}

/** Every check in the folder, sorted by area and slug. Throws when a file there is not a check or a slug is taken twice. */
export function checkFiles(root: string): readonly CheckFile[] {
  const found: CheckFile[] = [];
  const bySlug = new Map<string, string>();
  for (const path of [...filesBelow(root, checksFolder)].toSorted(byText)) {
    const match = /\/([a-z][a-z0-9-]*)\/([a-z][a-z0-9-]*)\.ts$/.exec(path.slice(checksFolder.length));
    if (match === null) continue;
    const [, area = '', slug = ''] = match;
    if (path !== `${checksFolder}/${area}/${slug}.ts`) continue;
    if (!/^export default /m.test(readFileSync(join(root, path), 'utf8'))) {
      throw new Error(`${path} exports no check by default. Move what is not a check to the analysis it belongs to.`);
    }
    if (!existsSync(join(root, docPath(path)))) throw new Error(`${path} has no ${docPath(path)} beside it.`);
    const taken = bySlug.get(slug);
    if (taken !== undefined)
      throw new Error(`${path} and ${taken} have the same slug. A slug is unique over all areas.`);
    bySlug.set(slug, path);
    found.push({ area, slug, path });
  }
  return found;
}

/** `checks/<area>/<slug>.ts` → `checks/<area>/<slug>.doc.ts`. */
export function docPath(check: string): string {
  return check.replace(/\.ts$/, '.doc.ts');
}

/** The text of `checks/index.ts`. The prose is imported when somebody asks for it, which keeps the start fast. */
export function checksIndex(root: string): string {
  const checks = checkFiles(root);
  return [
    '// Made from this folder by `npm run docs`. Do not edit.',
    "import type { CheckDoc } from './check-doc.ts';",
    "import type { Check } from './define-check.ts';",
    ...checks.map((check) => `import ${camelCase(check.slug)} from './${check.area}/${check.slug}.ts';`),
    '',
    '/** Every check, by area and slug. */',
    'export const allChecks: readonly Check[] = [',
    ...checks.map((check) => `  ${camelCase(check.slug)},`),
    '];',
    '',
    '/** The prose and the examples of every check, by slug. */',
    'export const checkDocs: Readonly<Record<string, () => Promise<{ readonly default: CheckDoc }>>> = {',
    ...checks.map((check) => `  '${check.slug}': () => import('./${check.area}/${check.slug}.doc.ts'),`),
    '};',
    '',
  ].join('\n');
}

/** `function-url-without-auth` → `functionUrlWithoutAuth`. */
export function camelCase(slug: string): string {
  return slug.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export function writeChecksIndex(root: string): void {
  const text = checksIndex(root);
  const file = join(root, indexFile);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

if (basename(process.argv[1] ?? '') === basename(fileURLToPath(import.meta.url))) writeChecksIndex(repositoryRoot);
