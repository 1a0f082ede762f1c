import { byKey } from '../grouping.ts';
import type { Names } from '../names.ts';
import { palette } from '../text/palette.ts';
import { printable } from '../text/printable.ts';
import { table } from '../text/table.ts';
import { count, listed } from '../words.ts';
import type { InventoryScreen } from './inventory-text.ts';
import { cellText, type MatrixCell, type MatrixFunction, type MatrixStore, type ReachMatrix } from './reach-matrix.ts';

/** By application a table of its functions and the stores that they reach; what strangers reach comes first. */
export function matrixText(matrix: ReachMatrix, names: Names, screen: InventoryScreen): string {
  const colours = palette(screen.colour);
  const width = Math.max(60, screen.columns);
  const cells = new Map(matrix.cells.map((cell) => [`${cell.function}\n${cell.store}`, cell]));
  const ofFunction = byKey(matrix.cells, (cell) => cell.function);
  const stores = new Map(matrix.stores.map((store) => [store.id, store]));
  const parts = [...byKey(matrix.functions, (entry) => entry.application)].map(([application, functions]) => {
    const reached = storesOf(functions, ofFunction, stores);
    const title = `━━ ${colours.strong(printable(application))}`;
    if (reached.length === 0) return `${title}\n\n  ${count(functions.length, 'function')}, no store of data`;
    const legend = reached.map(
      (store, index) => `  ${String(index + 1).padStart(String(reached.length).length)}  ${kindAndName(store)}`,
    );
    const perTable = Math.max(1, Math.floor((width - 2 - 24 - 15) / 7));
    const tables = Array.from({ length: Math.ceil(reached.length / perTable) }, (_, part) => {
      const shown = reached.slice(part * perTable, (part + 1) * perTable);
      return table(
        [
          { title: 'function', least: 16 },
          { title: 'exposure', least: 13, paint: (cell, value) => cell.replace(value, () => colours.exposure(value)) },
          ...shown.map((_store, index) => ({ title: String(part * perTable + index + 1), least: 5 })),
        ],
        functions.map((entry) => [
          printable(entry.name),
          entry.exposure,
          ...shown.map(({ id }) => cellText(cells.get(`${entry.id}\n${id}`))),
        ]),
        width - 2,
        colours.strong,
      )
        .map((line) => `  ${line}`)
        .join('\n');
    });
    const ways = functions.flatMap((entry) => wayLines(entry, ofFunction.get(entry.id) ?? [], names, stores));
    return [title, ...tables, legend.join('\n'), ...(ways.length === 0 ? [] : [ways.join('\n')])].join('\n\n');
  });
  const total = `${count(matrix.functions.length, 'function')} · ${count(matrix.stores.length, 'store')} · r reads, w writes, in parentheses through other functions`;
  return `${[...parts, total].join('\n\n')}\n`;
}

function storesOf(
  functions: readonly MatrixFunction[],
  cells: ReadonlyMap<string, readonly MatrixCell[]>,
  stores: ReadonlyMap<string, MatrixStore>,
): readonly MatrixStore[] {
  const ids = new Set(functions.flatMap(({ id }) => (cells.get(id) ?? []).map(({ store }) => store)));
  return [...stores.values()].filter(({ id }) => ids.has(id));
}

function wayLines(
  entry: MatrixFunction,
  cells: readonly MatrixCell[],
  names: Names,
  stores: ReadonlyMap<string, MatrixStore>,
): readonly string[] {
  const byWay = byKey(
    cells.flatMap(({ store, through }) => through.map(({ functions }) => ({ store, way: functions }))),
    ({ way }) => way.join('\n'),
  );
  return [...byWay.values()].map((reached) => {
    const way = (reached[0]?.way ?? []).map((id) => printable(names.of(id))).join(' → ');
    const what = [...new Set(reached.map(({ store }) => stores.get(store)))].flatMap((store) =>
      store === undefined ? [] : [kindAndName(store)],
    );
    return `  ${printable(entry.name)} → ${way}: ${listed(what, 4)}`;
  });
}

function kindAndName({ kind, name }: MatrixStore): string {
  return printable(`${kind.replaceAll('-', ' ')} ${name}`);
}
