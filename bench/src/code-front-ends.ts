import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lowerPython, type IrModule } from '@leastwise/code';
import { lowerJavaScript } from '@leastwise/code/javascript';

/**
 * How fast code becomes operations: megabytes of source for each second of processor time, on one thread, from the first turn
 * (cold) to the last (warm). `node bench/dist/code-front-ends.js <folder...> [--turns=8]`.
 */
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const turns = Number(process.argv.find((argument) => argument.startsWith('--turns='))?.slice(8) ?? 8);
if (folders.length === 0) {
  process.stderr.write('Give folders with code.\n');
  process.exit(2);
}

/** What is larger is a bundle, and read by other rules. */
const largest = 300_000;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === '.git') return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

const files = folders.flatMap(filesBelow);
measure('JavaScript', /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/, lowerJavaScript);
measure('Python', /\.py$/, lowerPython);

function measure(name: string, pattern: RegExp, lower: (file: string, text: string) => IrModule): void {
  const texts = files
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => text.length <= largest);
  const size = texts.reduce((sum, { text }) => sum + text.length, 0);
  if (size === 0) return;
  const speeds: string[] = [];
  let problems = 0;
  for (let turn = 0; turn < turns; turn++) {
    const before = process.cpuUsage();
    problems = 0;
    for (const { file, text } of texts) if (lower(file, text).problems.length > 0) problems++;
    const { user, system } = process.cpuUsage(before);
    speeds.push((size / (user + system)).toFixed(1));
  }
  process.stdout.write(
    `${name}: ${texts.length} files, ${(size / 1e6).toFixed(1)} MB, ${problems} with problems; MB/s ${speeds.join(' ')}\n`,
  );
}
