import { analyseCode } from '@leastwise/code/engine';
import { lineStarts, locate, memoryTree, type Finding } from '@leastwise/model';
import { allChecks } from '../../checks/index.ts';
import { defaultSettings } from '../../checks/settings.ts';
import { readApplications } from '../../readers/read-applications.ts';
import { scan } from '../../scan.ts';

export interface Judged {
  /** The lines on which the check says something, in the file that was judged. */
  readonly lines: readonly number[];
  /** Where it says something in other files: `place.mjs:4`. */
  readonly elsewhere: readonly string[];
  readonly titles: readonly string[];
  readonly trouble: readonly string[];
}

/** What one check says about a text. */
export function judgeText(check: string, file: string, files: Readonly<Record<string, string>>): Judged {
  const tree = memoryTree(files);
  const reading = readApplications(
    tree,
    { files: [file], builtFiles: [] },
    { parameters: new Map(), applications: [] },
  );
  const scanned = scan({
    tree,
    applications: reading.applications,
    checks: allChecks.filter(({ name }) => name === check),
    settings: { ...defaultSettings, asOf: '2026-11-01' },
    engine: analyseCode,
  });
  const findings = scanned.flatMap(({ judgement }) => judgement.findings);
  return {
    lines: findings.filter(({ at }) => at.file === file).map((finding) => lineOf(finding, files)),
    elsewhere: findings
      .filter(({ at }) => at.file !== file)
      .map((finding) => `${finding.at.file}:${lineOf(finding, files)}`),
    titles: findings.map(({ title }) => title),
    trouble: [...reading.diagnostics, ...scanned.flatMap(({ diagnostics }) => diagnostics)]
      .filter(({ effect }) => effect === 'incomplete')
      .map(({ message }) => message),
  };
}

function lineOf({ at }: Finding, files: Readonly<Record<string, string>>): number {
  return locate(at, lineStarts(files[at.file] ?? '')).line;
}
