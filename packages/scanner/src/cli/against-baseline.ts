import type { Report } from '@leastwise/model';
import { count } from '../reports/words.ts';
import { compareWithBaseline, parseBaseline } from '../review/baseline.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import type { Workspace } from './workspace.ts';

/** The report with each finding marked as known, worse or new. */
export function againstBaseline(report: Report, file: string, workspace: Workspace, io: Io): Report {
  const read = workspace.tree.read(workspace.pathOf(file));
  if (!('text' in read)) throw new UsageError(read.message, 'Write one with `leastwise baseline`.');
  const baseline = parseBaseline(read.text);
  if (typeof baseline === 'string')
    throw new UsageError(`${file}: ${baseline}`, 'Write it anew with `leastwise baseline`.');
  const compared = compareWithBaseline(report, baseline);
  if (compared.gone.length > 0) {
    io.stderr.write(
      `${count(compared.gone.length, 'finding')} of the baseline are gone. Write it anew so that they cannot come back unseen.\n`,
    );
  }
  return compared.report;
}
