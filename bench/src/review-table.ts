import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyOfFinding, keyOfWayIn, readVerdicts, waysIn } from './reviews/judged.ts';
import { renderPage, type ReviewedApplication } from './reviews/page.ts';
import { scanFlags, scanReport } from './reviews/scan-report.ts';
import { renderTotals, type Total } from './reviews/totals.ts';

/**
 * Writes the reviews anew from fresh scans: `node bench/dist/review-table.js <folder that holds the corpora>`. The verdicts stand
 * beside each page in `<application>.verdicts.tsv`, by fingerprint and severity. What has no verdict is listed, and the
 * process ends with 1, so that nothing is skipped when findings change.
 */
const [corpora] = process.argv.slice(2);
if (corpora === undefined) {
  process.stderr.write('Give the folder that holds the corpora.\n');
  process.exit(2);
}
const folder = fileURLToPath(new URL('../reviews/', import.meta.url));
const choice = JSON.parse(readFileSync(join(folder, 'choice.json'), 'utf8')) as {
  readonly seed: string;
  readonly asOf: string;
  readonly mended: readonly string[];
  readonly applications: readonly ReviewedApplication[];
};
const leastwise = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: folder, encoding: 'utf8' }).trim();

const totals: Total[] = [];
let open = 0;
for (const application of choice.applications) {
  const report = scanReport(join(corpora, application.corpus), application.path, choice.asOf);
  const file = join(folder, `${application.name}.verdicts.tsv`);
  const verdicts = readVerdicts(existsSync(file) ? readFileSync(file, 'utf8') : '');
  const command = ['leastwise', 'scan', application.path, ...scanFlags(choice.asOf)].join(' ');
  writeFileSync(
    join(folder, `${application.name}.md`),
    renderPage({ application, seed: choice.seed, command, leastwise }, report, verdicts),
  );
  const findings = report.findings.map((finding) => verdicts.byKey.get(keyOfFinding(finding)));
  const ways = waysIn(report).map((way) => verdicts.byKey.get(keyOfWayIn(way)));
  totals.push({ application, report, findings, ways, missed: verdicts.missed });
  for (const finding of report.findings) {
    if (!verdicts.byKey.has(keyOfFinding(finding)))
      say(
        `${application.name}\t${keyOfFinding(finding)}\t${finding.check}\t${finding.location.line}\t${finding.title}`,
      );
  }
  for (const way of waysIn(report)) {
    if (!verdicts.byKey.has(keyOfWayIn(way))) say(`${application.name}\t${keyOfWayIn(way)}`);
  }
}
writeFileSync(join(folder, 'README.md'), renderTotals({ seed: choice.seed, leastwise, mended: choice.mended }, totals));
process.stdout.write(open === 0 ? 'Every finding and every way in is judged.\n' : `${open} are not judged.\n`);
process.exitCode = open === 0 ? 0 : 1;

function say(line: string): void {
  open++;
  process.stdout.write(`not judged\t${line}\n`);
}
