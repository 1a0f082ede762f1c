import { memoryTree, type Finding, type SourceTree } from '@leastwise/model';
import { allChecks } from '../../checks/index.ts';
import { defaultSettings } from '../../checks/settings.ts';
import type { FixOutcome } from '../../fixes/plan-fixes.ts';
import { planFixes } from '../../fixes/plan-fixes.ts';
import { readApplications } from '../../readers/read-applications.ts';
import { scan, type ScannedApplication } from '../../scan.ts';

export interface FixedText {
  /** The files after the fixes. */
  readonly files: Readonly<Record<string, string>>;
  readonly outcomes: readonly FixOutcome[];
}

const settings = { ...defaultSettings, asOf: '2026-11-01' };

export function scanFiles(tree: SourceTree, root: string): readonly ScannedApplication[] {
  const reading = readApplications(
    tree,
    { files: [root], builtFiles: [] },
    { parameters: new Map(), applications: [] },
  );
  return scan({ tree, applications: reading.applications, checks: allChecks, settings });
}

/** Everything that can be fixed of what is wanted, those that need a look included unless `safe`. */
export function fixFiles(
  files: Readonly<Record<string, string>>,
  root: string,
  wanted: (finding: Finding) => boolean,
  only: 'safe' | 'all' = 'all',
): FixedText {
  let current = files;
  const outcomes: FixOutcome[] = [];
  for (const application of scanFiles(memoryTree(files), root)) {
    const plan = planFixes({
      tree: memoryTree(current),
      application,
      wanted,
      withReview: only === 'all',
      rescan: (tree) => scanFiles(tree, root).find(({ name }) => name === application.name),
    });
    current = { ...current, ...Object.fromEntries(plan.texts) };
    outcomes.push(...plan.outcomes);
  }
  return { files: current, outcomes };
}
