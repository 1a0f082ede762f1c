import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../packages/scanner/bin/leastwise.js', import.meta.url));

/** The median of cold processes, in milliseconds: each run starts a new process and writes what it is asked to write. */
function measure(args: readonly string[], runs: number): { readonly median: number; readonly status: number | null } {
  let status: number | null = null;
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    status = spawnSync(process.execPath, [command, ...args], { stdio: 'ignore' }).status;
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? Number.NaN, status };
}

function report(name: string, args: readonly string[], runs: number): void {
  const { median, status } = measure(args, runs);
  process.stdout.write(`${name.padEnd(32)} ${median.toFixed(0).padStart(8)} ms   exit ${status}\n`);
}

const corpora = process.argv.slice(2);
const output = mkdtempSync(join(tmpdir(), 'leastwise-bench-'));
try {
  process.stdout.write(`Node ${process.version}, ${cpus().length} processors, median of cold processes\n`);
  report('start-up (--version)', ['--version'], 11);
  for (const corpus of corpora) {
    report(`scan ${corpus}`, ['scan', corpus, '--format', 'json', '-o', join(output, 'report.json')], 5);
  }
  if (corpora.length === 0) process.stdout.write('Name folders to scan them: npm run bench -- <folder>...\n');
} finally {
  rmSync(output, { recursive: true, force: true });
}
