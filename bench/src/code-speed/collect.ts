import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const isCode = /\.(?:[cm]?[jt]sx?|py)$/;
const isNoCode = /\.d\.[cm]?ts$|\.min\.js$/;
/** Tests are not deployed, and no handler leads to them. */
const isTest = /(^|\/)(tests?|__tests__|e2e)\/|(^|\/)test_[^/]*$|[._](test|spec|perf|fuzz|tst|bench)\.[^/]*$/;

/**
 * Real source of about this many bytes: whole files from the folders, in the order of their paths, each folder below a name of
 * its own so that relative imports lead where they led. Files above 300 kB are bundles or data and are left out, and so
 * is a text that was taken before: packages are installed many times over.
 */
export function collect(
  folders: readonly string[],
  bytes: number,
  target: string,
): { readonly files: number; readonly bytes: number } {
  rmSync(target, { recursive: true, force: true });
  const texts = new Set<string>();
  let taken = 0;
  for (const [index, folder] of folders.entries()) {
    for (const path of filesBelow(folder)) {
      if (taken >= bytes) return { files: texts.size, bytes: taken };
      if (isTest.test(relative(folder, path))) continue;
      const { size } = statSync(path);
      if (size === 0 || size > 300_000) continue;
      const text = readFileSync(path, 'utf8');
      if (texts.has(text)) continue;
      texts.add(text);
      taken += size;
      // `node_modules` would not be looked at.
      const to = join(target, `source-${index}`, relative(folder, path).replaceAll('node_modules', 'packages'));
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(path, to);
    }
  }
  return { files: texts.size, bytes: taken };
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) throw new Error(`${folder} is no folder.`);
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === '.git' ? [] : filesBelow(path);
    return entry.isFile() && isCode.test(entry.name) && !isNoCode.test(entry.name) ? [path] : [];
  });
}
