import { inventoryCsv } from '../reports/inventory/inventory-csv.ts';
import { inventoryText, type InventoryScreen } from '../reports/inventory/inventory-text.ts';
import { inventoryOf } from '../reports/inventory/inventory.ts';
import { matrixCsv } from '../reports/inventory/matrix-csv.ts';
import { matrixText } from '../reports/inventory/matrix-text.ts';
import { reachMatrix } from '../reports/inventory/reach-matrix.ts';
import { namesIn } from '../reports/names.ts';
import type { Io } from './io.ts';
import { runScan, type ScanFlags } from './run-scan.ts';
import { openWorkspace, type WorkspaceOptions } from './workspace.ts';

export interface InventoryFlags extends ScanFlags, WorkspaceOptions {
  readonly format: 'text' | 'json' | 'csv';
  readonly unowned: boolean;
  /** Functions against stores of data instead of the lists. */
  readonly matrix?: boolean;
}

/** The inventory in the wanted format, and whether there was anything to list. */
export function listInventory(
  paths: readonly string[],
  flags: InventoryFlags,
  screen: InventoryScreen,
  io: Io,
): { readonly text: string; readonly empty: boolean } {
  const { report } = runScan(openWorkspace(paths, flags, io), flags, io);
  const inventory = inventoryOf(report, { unowned: flags.unowned });
  const names = namesIn(report);
  const empty = report.functions.length + report.resources.length === 0;
  if (flags.matrix === true) {
    const matrix = reachMatrix(report);
    if (flags.format === 'json') return { text: `${JSON.stringify(matrix, null, 2)}\n`, empty };
    return { text: flags.format === 'csv' ? matrixCsv(matrix) : matrixText(matrix, names, screen), empty };
  }
  if (flags.format === 'json') return { text: `${JSON.stringify(inventory, null, 2)}\n`, empty };
  if (flags.format === 'csv') return { text: inventoryCsv(inventory, names), empty };
  return { text: inventoryText(inventory, names, screen), empty };
}
