/**
 * Applies fixes in memory to every application below some folders, and looks at what became of it.
 * `npx tsc -b && node bench/dist/fix-corpora.js <folder>... [--review] [--write <folder>]`. With `--write` the files that change are
 * written below it as `before/` and `after/`, with their differences, for other tools and for eyes; the corpora are never touched.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { SourceTree } from '@leastwise/model';
import {
  allChecks,
  defaultSettings,
  discover,
  diskTree,
  planFixes,
  readApplications,
  scan,
  unifiedDiff,
  type Application,
  type FixOutcome,
  type ScannedApplication,
} from 'leastwise';

type CandidateFiles = Parameters<typeof readApplications>[1];

const options = process.argv.slice(2);
const withReview = options.includes('--review');
const writeAt = options.indexOf('--write');
const target = writeAt === -1 ? undefined : options[writeAt + 1];
const folders = options.filter((word, index) => !word.startsWith('--') && (writeAt === -1 || index !== writeAt + 1));
const inputs = { parameters: new Map<string, string>(), applications: [] };
const settings = { ...defaultSettings, asOf: '2026-11-01' };

for (const folder of folders) {
  const started = performance.now();
  const tree = diskTree(resolve(folder));
  const found = discover(tree, ['']);
  const reading = readApplications(tree, found, inputs);
  const totals = {
    applications: 0,
    changed: 0,
    fixed: 0,
    review: 0,
    withheld: 0,
    byHand: 0,
    again: 0,
    unread: 0,
    crashed: 0,
  };
  const lines = { removed: 0, added: 0 };
  const reasons = new Map<string, number>();
  const taken = new Set<string>();
  for (const application of reading.applications) {
    const scanned = judge(application, tree);
    const files = scanned.files.map(({ file }) => file);
    if (files.some((file) => taken.has(file))) continue;
    for (const file of files) taken.add(file);
    totals.applications++;
    try {
      const plan = planFixes({
        tree,
        application: scanned,
        wanted: () => true,
        withReview,
        rescan: (other) => again(scanned, other, found),
      });
      count(plan.outcomes, scanned, reasons, totals);
      if (plan.texts.size > 0) totals.changed++;
      const after = overlay(tree, plan.texts);
      const second = again(scanned, after, found);
      if (second === undefined) totals.unread++;
      else {
        const more = planFixes({
          tree: after,
          application: second,
          wanted: () => true,
          withReview,
          rescan: (other) => again(second, other, found),
        });
        totals.again += more.texts.size;
      }
      for (const [file, text] of plan.texts) {
        const read = tree.read(file);
        const before = 'text' in read ? read.text : '';
        const diff = unifiedDiff(file, before, text);
        lines.removed += (diff.match(/^-(?!-- )/gm) ?? []).length;
        lines.added += (diff.match(/^\+(?!\+\+ )/gm) ?? []).length;
        if (target !== undefined) keep(join(target, basename(folder)), file, before, text, diff);
      }
    } catch (error) {
      totals.crashed++;
      process.stdout.write(
        `crash in ${application.name}: ${error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
      );
    }
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${basename(folder)} ${seconds} s ${JSON.stringify({ ...totals, lines })}\n`);
  const sorted = [...reasons].sort(([, one], [, other]) => other - one).slice(0, 40);
  for (const [reason, times] of sorted) process.stdout.write(`  ${times} ${reason}\n`);
}

function judge(application: Application, tree: SourceTree): ScannedApplication {
  const [scanned] = scan({ tree, applications: [application], checks: allChecks, settings });
  if (scanned === undefined) throw new Error(`${application.name} was not scanned.`);
  return scanned;
}

function again(
  application: ScannedApplication,
  tree: SourceTree,
  found: CandidateFiles,
): ScannedApplication | undefined {
  const own = { files: application.files.map(({ file }) => file), builtFiles: [] };
  for (const candidates of [own, found]) {
    const same = readApplications(tree, candidates, inputs).applications.find(({ name }) => name === application.name);
    if (same !== undefined) return judge(same, tree);
  }
  return undefined;
}

function overlay(tree: SourceTree, texts: ReadonlyMap<string, string>): SourceTree {
  return {
    ...tree,
    read(path) {
      const text = texts.get(path);
      return text === undefined ? tree.read(path) : { text };
    },
    readBytes: (path) => tree.readBytes(path),
    stat: (path) => tree.stat(path),
    list: (path) => tree.list(path),
  };
}

function count(
  outcomes: readonly FixOutcome[],
  scanned: ScannedApplication,
  reasons: Map<string, number>,
  totals: { fixed: number; review: number; withheld: number; byHand: number },
): void {
  totals.byHand += scanned.judgement.findings.length - outcomes.length;
  for (const { finding, result, reasons: why } of outcomes) {
    totals[result]++;
    if (result !== 'withheld') continue;
    const reason = `${finding.check}: ${why
      .join(' ')
      .replaceAll(/[A-Z]\w+[A-Z]\w+/g, 'X')
      .slice(0, 120)}`;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
}

function keep(folder: string, file: string, before: string, after: string, diff: string): void {
  for (const [name, text] of [
    [join('before', file), before],
    [join('after', file), after],
    [join('diffs', `${file}.diff`), diff],
  ] as const) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
