import type { ReportOwner } from '@leastwise/model';
import type { Names } from '../names.ts';
import { palette } from '../text/palette.ts';
import { printable } from '../text/printable.ts';
import { table, type Column } from '../text/table.ts';
import { count, listed, valueText } from '../words.ts';
import type { Inventory } from './inventory.ts';

export interface InventoryScreen {
  readonly columns: number;
  readonly colour: boolean;
}

/** Two tables: the functions, and what they work with. */
export function inventoryText(inventory: Inventory, names: Names, screen: InventoryScreen): string {
  const colours = palette(screen.colour);
  const width = Math.max(60, screen.columns);
  const exposure = (cell: string, value: string): string => cell.replace(value, () => colours.exposure(value));
  const owner = (cell: string, value: string): string => (value === unowned ? colours.warn(cell) : cell);
  const several = new Set([...inventory.functions, ...inventory.resources].map((entry) => entry.application)).size > 1;
  const application: readonly Column[] = several ? [{ title: 'application', least: 12 }] : [];
  const named = (entry: { readonly application: string }): readonly string[] => (several ? [printable(entry.application)] : []);
  const functions = table(
    [
      { title: 'function', least: 12 },
      ...application,
      { title: 'runtime', least: 10 },
      { title: 'exposure', least: 13, paint: exposure },
      { title: 'started by', least: 16 },
      { title: 'owner', least: 8, paint: owner },
    ],
    inventory.functions.map((entry) => [
      printable(entry.name),
      ...named(entry),
      printable(valueText(entry.runtime, '', 'runtime') ?? '-'),
      entry.exposure,
      printable(waysText(entry.triggers.map((trigger) => trigger.route ?? names.of(trigger.source)))),
      ownerText(entry.owner),
    ]),
    width,
    colours.strong,
  );
  const resources = table(
    [
      { title: 'resource', least: 12 },
      ...application,
      { title: 'kind', least: 8 },
      { title: 'exposure', least: 8, paint: exposure },
      { title: 'encryption', least: 8 },
      { title: 'read by', least: 8 },
      { title: 'written by', least: 8 },
      { title: 'owner', least: 8, paint: owner },
    ],
    inventory.resources.map((entry) => [
      printable(entry.name),
      ...named(entry),
      printable(entry.kind.replaceAll('-', ' ')),
      entry.exposure,
      encryption[entry.encrypted],
      printable(listed(entry.readBy.map((id) => names.of(id)), 2)) || '-',
      printable(listed(entry.writtenBy.map((id) => names.of(id)), 2)) || '-',
      ownerText(entry.owner),
    ]),
    width,
    colours.strong,
  );
  const { summary } = inventory;
  const total = `${count(summary.functions, 'function')} · ${count(summary.resources, 'resource')} · ${summary.unowned} without owner`;
  const parts = [
    ...(inventory.functions.length > 0 ? [functions.join('\n')] : []),
    ...(inventory.resources.length > 0 ? [resources.join('\n')] : []),
    total,
  ];
  return `${parts.join('\n\n')}\n`;
}

const unowned = 'unowned';

const encryption = {
  'customer-key': 'own key',
  'platform-key': 'AWS key',
  no: 'none',
  unknown: 'unknown',
  'not-applicable': '-',
} as const;

/** The owner, with what says so in short: `team-orders (tag)`. */
function ownerText(owner: ReportOwner | null): string {
  return owner === null ? unowned : printable(`${owner.name} (${owner.evidence})`);
}

function waysText(ways: readonly string[]): string {
  return ways.length === 0 ? 'nothing' : listed([...new Set(ways)], 2);
}
