import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Report } from '@leastwise/model';
import { scanReport } from './reviews/scan-report.ts';

/**
 * Chooses applications of a corpus for a review, so that nobody picks the ones that look good:
 * `node bench/dist/review-choice.js <corpus folder> [--seed 2026] [--count 2]`.
 *
 * Eligible is an application with at least four functions or at least eight resources. The eligible ones stand in the order of
 * SHA-256 over seed and name, and the first are chosen: an application that is added or removed moves no other.
 */
const LEAST_FUNCTIONS = 4;
const LEAST_RESOURCES = 8;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '2026' }, count: { type: 'string', default: '2' } },
});
const [corpus] = positionals;
if (corpus === undefined) {
  process.stderr.write('Give the folder of a corpus.\n');
  process.exit(2);
}

interface Size {
  readonly application: string;
  readonly functions: number;
  readonly resources: number;
}

const eligible = sizes(scanReport(corpus, '.', '2026-11-23'))
  .filter(({ functions, resources }) => functions >= LEAST_FUNCTIONS || resources >= LEAST_RESOURCES)
  .map((size) => ({ ...size, rank: createHash('sha256').update(`${values.seed}\0${size.application}`).digest('hex') }))
  .sort((a, b) => (a.rank < b.rank ? -1 : 1));
for (const [index, { application, functions, resources }] of eligible.entries()) {
  const mark = index < Number(values.count) ? 'chosen' : '      ';
  process.stdout.write(`${mark}  ${application}  ${functions} functions, ${resources} resources\n`);
}

function sizes(report: Report): readonly Size[] {
  const names = new Set(report.inputs.map((input) => input.application));
  return [...names].map((application) => ({
    application,
    functions: report.functions.filter((item) => item.application === application).length,
    resources: report.resources.filter((item) => item.application === application).length,
  }));
}
