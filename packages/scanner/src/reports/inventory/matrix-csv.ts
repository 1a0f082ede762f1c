import { csv } from '../csv.ts';
import { cellText, type ReachMatrix } from './reach-matrix.ts';

/** One line a function, one column a store. */
export function matrixCsv(matrix: ReachMatrix): string {
  const cells = new Map(matrix.cells.map((cell) => [`${cell.function}\n${cell.store}`, cell]));
  const header = ['function', 'application', 'exposure', ...matrix.stores.map(({ kind, name }) => `${kind} ${name}`)];
  const rows = matrix.functions.map((entry) => [
    entry.name,
    entry.application,
    entry.exposure,
    ...matrix.stores.map(({ id }) => {
      const cell = cells.get(`${entry.id}\n${id}`);
      return cell === undefined ? '' : cellText(cell);
    }),
  ]);
  return csv([header, ...rows]);
}
