import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@leastwise/model';
import { allChecks, defaultSettings, diskTree, discover, readApplications, scan } from 'leastwise';
import { readExpectations, type Expectation } from './checkov-score/expectations.ts';
import { testedResources } from './checkov-score/tested-resources.ts';

/**
 * What we say about the templates of checkov's own CloudFormation tests: of the resources that must fail, how many one of
 * our checks with that id reports (at any severity), and on how many that must pass we report too.
 * `node bench/dist/checkov-score.js <checkout of bridgecrewio/checkov> [--explain] [id...]`. Expectations that the
 * platform's documentation contradicts stand in `bench/checkov-disputes.json`; both figures are printed.
 */
interface Dispute {
  readonly id: string;
  /** Logical id. */
  readonly resource: string;
  /** The end of the file's path, where the logical id alone is not enough. */
  readonly file?: string;
  readonly reason: string;
  readonly page: string;
}

interface Score {
  failing: number;
  found: number;
  passing: number;
  alarms: number;
  disputed: number;
}

const [root, ...rest] = process.argv.slice(2);
if (root === undefined) {
  process.stderr.write('Give the folder of a checkout of bridgecrewio/checkov.\n');
  process.exit(2);
}
const explains = rest.includes('--explain');
const only = rest.filter((argument) => !argument.startsWith('--'));
const disputes = JSON.parse(
  readFileSync(new URL('../checkov-disputes.json', import.meta.url), 'utf8'),
) as readonly Dispute[];

const folder = 'tests/cloudformation';
const tree = diskTree(root);
const reading = readApplications(tree, discover(tree, [folder]), { parameters: new Map(), applications: [] });
const applications = scan({
  tree,
  applications: reading.applications,
  checks: allChecks,
  settings: { ...defaultSettings, asOf: '2026-11-01' },
});
const resources = testedResources(applications, ({ file, start, end }) => {
  const text = readFileSync(join(root, file), 'utf8').slice(start, end);
  return /\bType["']?\s*:\s*["']?(AWS::\w+::\w+)/.exec(text)?.[1];
});
const { expectations, counts, unlabelled } = readExpectations(root, resources);

const checksOf = new Map<string, Set<string>>();
for (const check of allChecks)
  for (const id of check.mappings.checkov ?? [])
    checksOf.set(id, (checksOf.get(id) ?? new Set<string>()).add(check.name));

const scores = new Map<string, { all: Score; undisputed: Score }>();
const unmapped = new Map<string, number>();
const met = new Set<Dispute>();
const remarks: string[] = [];
for (const expectation of expectations) {
  const { id, resources: candidates, expected } = expectation;
  const names = checksFor(id);
  if (names === undefined) continue;
  const reported = candidates.flatMap((resource) => resource.findings.filter(answers(id)));
  const dispute = disputeOf(expectation);
  const score = scoreOf(id);
  add(score.all, expected, reported.length > 0, dispute !== undefined);
  if (dispute === undefined) add(score.undisputed, expected, reported.length > 0, false);
  if ((expected === 'fail') === reported.length > 0) continue;
  if (dispute !== undefined) met.add(dispute);
  const asked = candidates.some(({ questions }) => questions.some(({ check }) => names.has(check))) ? ' (asked)' : '';
  const kind = expected === 'fail' ? `missed${asked}` : `alarm: ${reported.map(({ title }) => title).join(' | ')}`;
  const place = `${candidates[0]?.file ?? ''} ${candidates.map(({ logicalId }) => logicalId).join(' or ')}`;
  remarks.push(`${id} ${dispute === undefined ? '' : '(disputed) '}${place} ${kind}`);
}
for (const { id, resources: candidates, passed, failed } of counts) {
  if (checksFor(id) === undefined) continue;
  const reported = candidates.filter(({ findings }) => findings.some(answers(id)));
  for (const one of [scoreOf(id).all, scoreOf(id).undisputed]) {
    one.failing += failed;
    one.passing += passed;
    one.found += Math.min(failed, reported.length);
    one.alarms += Math.max(0, reported.length - failed);
  }
  if (reported.length !== failed)
    remarks.push(
      `${id} ${candidates[0]?.file ?? ''} ${failed} expected, ${reported.length} reported: ${reported.map(({ logicalId }) => logicalId).join(', ')}`,
    );
}

const total = { all: zero(), undisputed: zero() };
process.stdout.write(
  `${'id'.padEnd(14)}${'recall'.padStart(12)}${'alarms'.padStart(12)}${'disputed'.padStart(10)}   checks\n`,
);
for (const id of [...scores.keys()].sort(byNumber)) {
  const score = scores.get(id);
  if (score === undefined) continue;
  sum(total.all, score.all);
  sum(total.undisputed, score.undisputed);
  process.stdout.write(`${line(id, score.all)}   ${[...(checksOf.get(id) ?? [])].join(' ')}\n`);
}
process.stdout.write(`${line('all', total.all)}   ${percent(total.all)}\n`);
process.stdout.write(`${line('undisputed', total.undisputed)}   ${percent(total.undisputed)}\n`);
process.stdout.write(`\nno check of ours has these ids: ${[...unmapped.keys()].sort(byNumber).join(' ')}\n`);
process.stdout.write(`tests without a label that adds up: ${unlabelled.join(', ') || 'none'}\n`);
for (const dispute of disputes)
  if (only.length === 0 && !met.has(dispute))
    process.stdout.write(`a dispute that no longer stands: ${dispute.id} ${dispute.resource}\n`);
if (explains) for (const remark of remarks) process.stdout.write(`${remark}\n`);

/** Undefined when nobody asks for the id, or none of our checks has it. */
function checksFor(id: string): ReadonlySet<string> | undefined {
  if (only.length > 0 && !only.includes(id)) return undefined;
  const names = checksOf.get(id);
  if (names === undefined) unmapped.set(id, (unmapped.get(id) ?? 0) + 1);
  return names;
}

/** A check that answers several ids names on each finding those that it is about. */
function answers(id: string): (finding: Finding) => boolean {
  return ({ mappings }) => mappings.checkov?.includes(id) === true;
}

function scoreOf(id: string): { readonly all: Score; readonly undisputed: Score } {
  const known = scores.get(id) ?? { all: zero(), undisputed: zero() };
  scores.set(id, known);
  return known;
}

function disputeOf({ id, resources: candidates }: Expectation): Dispute | undefined {
  return disputes.find(
    (dispute) =>
      dispute.id === id &&
      candidates.some(
        ({ logicalId, file }) =>
          dispute.resource === logicalId && (dispute.file === undefined || file.endsWith(dispute.file)),
      ),
  );
}

function zero(): Score {
  return { failing: 0, found: 0, passing: 0, alarms: 0, disputed: 0 };
}

function add(score: Score, expected: 'fail' | 'pass', reported: boolean, disputed: boolean): void {
  if (expected === 'fail') {
    score.failing++;
    if (reported) score.found++;
  } else {
    score.passing++;
    if (reported) score.alarms++;
  }
  if (disputed) score.disputed++;
}

function sum(total: Score, score: Score): void {
  for (const key of Object.keys(total) as (keyof Score)[]) total[key] += score[key];
}

function line(name: string, { failing, found, passing, alarms, disputed }: Score): string {
  const recall = `${found} / ${failing}`.padStart(12);
  const alarm = `${alarms} / ${passing}`.padStart(12);
  return `${name.padEnd(14)}${recall}${alarm}${String(disputed).padStart(10)}`;
}

function percent({ failing, found, passing, alarms }: Score): string {
  return `recall ${((100 * found) / failing).toFixed(1)} %, false alarms ${((100 * alarms) / passing).toFixed(1)} %`;
}

function byNumber(left: string, right: string): number {
  const parts = (id: string): readonly [string, number] => [
    id.slice(0, id.lastIndexOf('_')),
    Number(id.slice(id.lastIndexOf('_') + 1)),
  ];
  const [family, number] = parts(left);
  const [otherFamily, otherNumber] = parts(right);
  return family.localeCompare(otherFamily) || number - otherNumber;
}
