import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lowerPython } from '@leastwise/code';

/**
 * Speed of the Python front end on real files, one thread, CPU time: text to IR. The first round is a cold process, the
 * others are warm. `node bench/dist/code-front-ends-python.js <folder...>`.
 */
const ROUNDS = 5;
const folders = process.argv.slice(2);
if (folders.length === 0) {
  process.stderr.write('Give folders with files of Python.\n');
  process.exit(2);
}

function textsBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return textsBelow(path);
    return entry.isFile() && entry.name.endsWith('.py') ? [readFileSync(path, 'utf8')] : [];
  });
}

const texts = folders.flatMap(textsBelow);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
let problems = 0;
const rates = Array.from({ length: ROUNDS }, () => {
  problems = 0;
  const before = process.cpuUsage();
  for (const [index, text] of texts.entries()) problems += lowerPython(`${index}.py`, text).problems.length > 0 ? 1 : 0;
  const { user, system } = process.cpuUsage(before);
  return bytes / (user + system);
});
const [cold = 0, ...warm] = rates;
const median = warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0;
const { rss } = process.memoryUsage();
process.stdout.write(
  [
    `files ${texts.length}, ${(bytes / 1e6).toFixed(2)} MB, with problems ${problems}`,
    `text to IR: ${cold.toFixed(1)} MB/s in the first round, ${median.toFixed(1)} MB/s after (median of ${warm.length})`,
    `resident memory ${Math.round(rss / 1e6)} MB, texts included`,
    '',
  ].join('\n'),
);
