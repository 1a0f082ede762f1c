import { readFileSync } from 'node:fs';
import type { Finding, SourceRange } from '@leastwise/model';
import { allChecks, defaultSettings, diskTree, discover, readApplications, scan } from 'leastwise';
import { readTerraformExpectations, type TerraformExpectation } from './checkov-score/terraform-expectations.ts';

/**
 * What we say about checkov's own Terraform tests, counted as `checkov-score.ts` counts those for CloudFormation.
 * `node bench/dist/checkov-terraform-score.js <folder with tests/terraform> [<folder with checkov/terraform>] [--explain] [id...]`.
 * Expectations that the platform's documentation contradicts stand in `bench/checkov-terraform-disputes.json`; they are counted apart.
 */
interface Dispute {
  readonly id: string;
  readonly resource: string;
  readonly file?: string;
}

const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const explains = process.argv.includes('--explain');
const [root, ...rest] = words;
if (root === undefined) {
  process.stderr.write('Give the folder of a checkout of bridgecrewio/checkov.\n');
  process.exit(2);
}
const only = rest.filter((word) => word.startsWith('CKV'));
const library = rest.find((word) => !word.startsWith('CKV')) ?? root;
const disputes = JSON.parse(
  readFileSync(new URL('../checkov-terraform-disputes.json', import.meta.url), 'utf8'),
) as readonly Dispute[];

const tree = diskTree(root);
const folders = ['tests/terraform/checks/resource/aws', 'tests/terraform/graph/checks/resources'];
const reading = readApplications(tree, discover(tree, folders), { parameters: new Map(), applications: [] });
const applications = scan({
  tree,
  applications: reading.applications,
  checks: allChecks,
  settings: { ...defaultSettings, asOf: '2026-11-01' },
});
/** A finding with a place that it names: its own, or one of its evidence. */
interface Place {
  readonly at: SourceRange;
  readonly finding: Finding;
}
const byFile = new Map<string, Place[]>();
const bySubject = new Map<string, Finding[]>();
for (const { judgement, worlds } of applications) {
  // A function URL is a part of its function, as in the score of CloudFormation.
  const urls = new Set(worlds.flatMap(({ estate }) => [...estate.of('function-url')].map(({ id }) => id)));
  for (const finding of judgement.findings) {
    for (const at of [finding.at, ...finding.evidence.map((evidence) => evidence.at)])
      byFile.set(at.file, [...(byFile.get(at.file) ?? []), { at, finding }]);
    for (const subject of [finding.subject, ...(urls.has(finding.subject) ? finding.functions : [])]) {
      const [place = '', address = ''] = subject.replace(/^aws:/, '').split('#/');
      const key = `${place}\n${address.replace(/^([a-z0-9_]+\.[\w-]+).*$/, '$1')}`;
      bySubject.set(key, [...(bySubject.get(key) ?? []), finding]);
    }
  }
}

const mapped = new Set(allChecks.flatMap(({ mappings }) => mappings.checkov ?? []));
const { expectations, unlabelled } = readTerraformExpectations(root, library);
const scores = new Map<string, { failing: number; found: number; passing: number; alarms: number; disputed: number }>();
const unmapped = new Set<string>();
const remarks: string[] = [];
for (const expectation of expectations) {
  const { id, file, address, expected } = expectation;
  if (only.length > 0 && !only.includes(id)) continue;
  if (!mapped.has(id)) {
    unmapped.add(id);
    continue;
  }
  const reported = findingsOf(expectation).filter(({ mappings }) => mappings.checkov?.includes(id) === true);
  const score = scores.get(id) ?? { failing: 0, found: 0, passing: 0, alarms: 0, disputed: 0 };
  scores.set(id, score);
  const isDisputed = disputes.some(
    (dispute) =>
      dispute.id === id && dispute.resource === address && (dispute.file === undefined || file.endsWith(dispute.file)),
  );
  if (isDisputed) {
    score.disputed++;
    continue;
  }
  if (expected === 'fail') {
    score.failing++;
    if (reported.length > 0) score.found++;
    else remarks.push(`${id} ${file} ${address} missed`);
  } else {
    score.passing++;
    if (reported.length > 0) {
      score.alarms++;
      remarks.push(`${id} ${file} ${address} alarm: ${[...new Set(reported.map(({ title }) => title))].join(' | ')}`);
    }
  }
}

function findingsOf({ file, address, start, end }: TerraformExpectation): readonly Finding[] {
  const inside = (byFile.get(file) ?? [])
    .filter(({ at }) => at.start >= start && at.end <= end)
    .map(({ finding }) => finding);
  const folder = file.split('/').slice(0, -1).join('/');
  return [...inside, ...(bySubject.get(`${folder}\n${address}`) ?? [])];
}

const total = { failing: 0, found: 0, passing: 0, alarms: 0, disputed: 0 };
for (const id of [...scores.keys()].toSorted(byNumber)) {
  const score = scores.get(id);
  if (score === undefined) continue;
  for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += score[key];
  process.stdout.write(line(id, score));
}
process.stdout.write(line('all', total));
process.stdout.write(
  `recall ${((100 * total.found) / total.failing).toFixed(1)} %, false alarms ${((100 * total.alarms) / total.passing).toFixed(1)} %\n`,
);
process.stdout.write(`no check of ours has these ids: ${[...unmapped].toSorted(byNumber).join(' ')}\n`);
process.stdout.write(`tests without a label: ${unlabelled.join(', ') || 'none'}\n`);
if (explains) for (const remark of remarks) process.stdout.write(`${remark}\n`);

function line(name: string, score: typeof total): string {
  const recall = `${score.found} / ${score.failing}`.padStart(12);
  const alarm = `${score.alarms} / ${score.passing}`.padStart(12);
  return `${name.padEnd(14)}${recall}${alarm}${String(score.disputed).padStart(10)}\n`;
}

function byNumber(left: string, right: string): number {
  const number = (id: string): number => Number(id.slice(id.lastIndexOf('_') + 1)) + (id.startsWith('CKV2') ? 1e6 : 0);
  return number(left) - number(right);
}
