import { displayWidth, pad, truncate } from './display-width.ts';

export interface Column {
  readonly title: string;
  /** Never narrower than this; what is too long ends with `…`. */
  readonly least: number;
  /** Applied to the filled cell, so that it changes no width. */
  readonly paint?: (cell: string, value: string) => string;
}

/** A table that fits the width: columns give up what they have over their least, the widest first. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  paintTitle: (text: string) => string,
): readonly string[] {
  const widths = columns.map((column, index) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[index] ?? '')), displayWidth(column.title)),
  );
  const gaps = 2 * (columns.length - 1);
  let over = widths.reduce((sum, each) => sum + each, gaps) - width;
  while (over > 0) {
    const widest = widths.reduce(
      (best, each, index) => (each - least(columns, index) > (widths[best] ?? 0) - least(columns, best) ? index : best),
      0,
    );
    if ((widths[widest] ?? 0) <= least(columns, widest)) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over--;
  }
  const line = (cells: readonly string[], paint: (index: number, cell: string, value: string) => string): string =>
    cells
      .map((cell, index) => {
        const filled = pad(truncate(cell, widths[index] ?? 0), index === cells.length - 1 ? 0 : (widths[index] ?? 0));
        return paint(index, filled, cell);
      })
      .join('  ')
      .trimEnd();
  return [
    line(
      columns.map((column) => column.title),
      (_, cell) => paintTitle(cell),
    ),
    ...rows.map((row) => line(row, (index, cell, value) => columns[index]?.paint?.(cell, value) ?? cell)),
  ];
}

function least(columns: readonly Column[], index: number): number {
  return columns[index]?.least ?? 0;
}
