import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '@leastwise/model';

const command = fileURLToPath(new URL('../../../packages/scanner/bin/leastwise.js', import.meta.url));

/** What the command writes for a path of a corpus folder: the report that a user gets, not one of our own making. */
export function scanReport(root: string, path: string, asOf: string): Report {
  const scratch = mkdtempSync(join(tmpdir(), 'leastwise-review-'));
  try {
    const file = join(scratch, 'report.json');
    const run = spawnSync(process.execPath, [command, 'scan', path, ...scanFlags(asOf), '-o', file], {
      cwd: root,
      encoding: 'utf8',
    });
    if (run.error !== undefined || run.status === 2) throw new Error(`The scan of ${path} failed: ${run.stderr}`);
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The date is fixed, because what is deprecated or expired hangs on it. */
export const scanFlags = (asOf: string): readonly string[] => ['--root', '.', '--format', 'json', '--as-of', asOf];
