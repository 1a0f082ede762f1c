import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { collect } from './code-speed/collect.ts';

/**
 * Speed, memory and growth of the analysis of code, each figure a cold process on one core, from the files on the disk to the facts:
 * `node bench/dist/code-speed.js <folder>... [--runs 3] [--sizes 1,10,30] [--keep <folder>]`.
 * The source is copied from the folders in order until there is enough. Two runs must give the same facts.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '1,10,30' },
    keep: { type: 'string' },
  },
});
if (positionals.length === 0) {
  process.stderr.write('Give folders with real source.\n');
  process.exit(2);
}

interface Told {
  readonly entries: number;
  readonly flows: number;
  readonly capped: number;
  readonly hash: string;
  readonly memory: number;
}

const worker = fileURLToPath(new URL('code-speed/analyse-folder.js', import.meta.url));
const scratch = values.keep ?? mkdtempSync(join(tmpdir(), 'leastwise-code-speed-'));
process.stdout.write(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, one core\n`);
process.stdout.write(
  '| source | files | handlers and files run | flows | capped | median | MB/s | memory | same facts |\n',
);
process.stdout.write('|---|---|---|---|---|---|---|---|---|\n');
try {
  for (const size of values.sizes.split(',').map(Number)) {
    const folder = join(scratch, `${size}-mb`);
    const source = collect(positionals, size * 1_000_000, folder);
    const runs = Array.from({ length: Number(values.runs) }, () => measured(folder));
    const seconds = median(runs.map((run) => run.seconds));
    const [first] = runs;
    if (first === undefined) continue;
    const isSame = runs.every((run) => run.told.hash === first.told.hash);
    if (!isSame) process.exitCode = 1;
    const cells = [
      `${(source.bytes / 1e6).toFixed(1)} MB`,
      source.files,
      first.told.entries,
      first.told.flows,
      first.told.capped,
      `${seconds.toFixed(2)} s`,
      (source.bytes / 1e6 / seconds).toFixed(2),
      `${Math.round(Math.max(...runs.map((run) => run.told.memory)))} MB`,
      isSame ? 'yes' : 'NO',
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
} finally {
  if (values.keep === undefined) rmSync(scratch, { recursive: true, force: true });
}

function measured(folder: string): { readonly seconds: number; readonly told: Told } {
  const start = performance.now();
  const run = onOneCore([worker, folder]);
  const seconds = (performance.now() - start) / 1000;
  if (run.status !== 0) throw new Error(`The analysis failed: ${run.stderr}`);
  return { seconds, told: JSON.parse(run.stdout) as Told };
}

/** Linux can hold a process to one core; elsewhere the threads of the garbage collector may use others. */
function onOneCore(command: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const isLinux = process.platform === 'linux';
  const [program = '', ...args] = isLinux
    ? ['taskset', '-c', '0', process.execPath, ...command]
    : [process.execPath, ...command];
  return spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 });
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
