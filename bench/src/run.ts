import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeOrderSystem, writeOtherFiles, writeTemplates } from './corpus/write-corpus.ts';
import { measure, measureNode, type Measured } from './measure.ts';

/**
 * Cold processes, all checks, the JSON report written: `npm run bench -- <folder of templates>... [--peer <checkov>]
 * [--runs 5] [--only <part of a name>]`. Without folders, only what needs no corpus is measured.
 */
const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { peer: { type: 'string' }, runs: { type: 'string', default: '5' }, only: { type: 'string', default: '' } },
});
const runs = Number(values.runs);
const command = fileURLToPath(new URL('../../packages/scanner/bin/leastwise.js', import.meta.url));
const example = fileURLToPath(new URL('../../examples/order-service', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'leastwise-bench-'));
const scan = (folder: string): readonly string[] => [
  command,
  'scan',
  folder,
  '--root',
  folder,
  '--format',
  'json',
  '-o',
  join(scratch, 'report.json'),
];

function report(name: string, times: number, args: () => readonly string[]): Measured | undefined {
  if (!name.includes(values.only)) return undefined;
  const measured = measureNode(scratch, args(), times);
  say(name, measured);
  return measured;
}

function say(name: string, { median, fastest, memory, status }: Measured): void {
  const size = memory === undefined ? '' : `${memory.toFixed(0)} MB`;
  process.stdout.write(
    `${name.padEnd(40)} ${median.toFixed(0).padStart(8)} ms (least ${fastest.toFixed(0)})  ${size.padStart(8)}  exit ${status}\n`,
  );
}

function folder(name: string, write: (path: string) => void): string {
  const path = join(scratch, name);
  mkdirSync(path);
  write(path);
  return path;
}

try {
  process.stdout.write(`Node ${process.version}, ${cpus().length} processors, median of ${runs} cold processes\n`);
  report('start-up (--version)', Math.max(runs, 9), () => [command, '--version']);
  report('one template', Math.max(runs, 9), () => scan(example));
  if (folders.length > 0) {
    const path = folder('templates', (target) => {
      const { different, bytes } = writeTemplates(target, folders, 1000);
      process.stdout.write(`1,000 templates, ${different} of them different, ${(bytes / 1e6).toFixed(1)} MB\n`);
    });
    const ours = report('1,000 real templates', runs, () => scan(path));
    if (values.peer !== undefined && ours !== undefined) {
      const theirs = measure(
        values.peer,
        ['-d', path, '--framework', 'cloudformation', '--quiet', '--compact', '-o', 'json'],
        1,
        { ...process.env, BC_API_KEY: '', CHECKOV_RUN_SCA_PACKAGE_SCAN: 'false' },
      );
      say('the same through the peer', theirs);
      process.stdout.write(`ratio ${(theirs.median / ours.median).toFixed(1)}\n`);
    }
  }
  report('200,000 other files', Math.min(runs, 3), () =>
    scan(folder('others', (target) => writeOtherFiles(target, 200_000))),
  );
  for (const shape of ['plain', 'sam', 'many'] as const) {
    // One template of 10,000 functions would be longer than the reader takes, and eleven times longer than CloudFormation does.
    for (const functions of [100, 1000, shape === 'many' ? 10_000 : 5000]) {
      report(
        `${functions} functions, ${shape === 'many' ? 'ten a template' : `one ${shape} template`}`,
        functions > 1000 ? 1 : Math.min(runs, 3),
        () => scan(folder(`${shape}-${functions}`, (target) => writeOrderSystem(target, functions, shape))),
      );
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
