import type { ReportFunction } from '@leastwise/model';
import { reachMatrix } from '../../reports/inventory/reach-matrix.ts';
import { namesIn } from '../../reports/names.ts';
import { printable } from '../../reports/text/printable.ts';
import type { ScanRun } from '../run-scan.ts';
import type { ExplainScreen } from './explain-check.ts';

/** The data, secrets and functions that whoever takes the function over reaches: with its role, and through what it starts. */
export function blastRadius(entry: ReportFunction, run: ScanRun, { colours }: ExplainScreen): readonly string[] {
  const names = namesIn(run.report);
  const cells = reachMatrix(run.report).cells.filter((cell) => cell.function === entry.id);
  const started = entry.reaches
    .filter(({ how }) => how === 'invokes')
    .map(({ resource }) => `  invokes ${printable(names.withKind(resource))}`);
  if (cells.length + started.length === 0) return ['  nothing that these templates name'];
  const stores = cells.flatMap(({ store, direct, through }) => {
    const name = printable(names.withKind(store));
    return [
      ...(direct.length === 0 ? [] : [`  ${direct.join(' and ')} ${name}`]),
      ...through.map(
        ({ how, functions }) =>
          `  ${how} ${name}  ${colours.faint(`through ${functions.map((id) => printable(names.of(id))).join(', then ')}`)}`,
      ),
    ];
  });
  return [...stores, ...new Set(started)];
}
