import type { ReportOwner } from '@leastwise/model';
import { exposureOrder, type Exposure } from '../../analyses/exposure/exposure.ts';
import { compare } from '../build-report.ts';
import { byKey } from '../grouping.ts';
import type { Names } from '../names.ts';
import { palette, type Palette } from '../text/palette.ts';
import { printable } from '../text/printable.ts';
import { table } from '../text/table.ts';
import { count, listed, valueText } from '../words.ts';
import type { Inventory } from './inventory.ts';

export interface InventoryScreen {
  readonly columns: number;
  readonly colour: boolean;
}

/** By application: its functions, and what they work with; what strangers reach comes first. */
export function inventoryText(inventory: Inventory, names: Names, screen: InventoryScreen): string {
  const draw: Drawing = { names, colours: palette(screen.colour), width: Math.max(60, screen.columns) };
  const functions = byKey(inventory.functions, (entry) => entry.application);
  const resources = byKey(inventory.resources, (entry) => entry.application);
  const applications = [...new Set([...functions.keys(), ...resources.keys()])].sort();
  const parts = applications.map((application) => {
    const tables = [
      functionTable(functions.get(application) ?? [], draw),
      resourceTable(resources.get(application) ?? [], draw),
    ];
    const shown = tables
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.map((line) => `  ${line}`).join('\n'));
    return [`━━ ${draw.colours.strong(printable(application))}`, ...shown].join('\n\n');
  });
  const { summary } = inventory;
  const total = `${count(summary.functions, 'function')} · ${count(summary.resources, 'resource')} · ${summary.unowned} without owner`;
  return `${[...parts, total].join('\n\n')}\n`;
}

interface Drawing {
  readonly names: Names;
  readonly colours: Palette;
  readonly width: number;
}

function functionTable(functions: Inventory['functions'], draw: Drawing): readonly string[] {
  if (functions.length === 0) return [];
  const { names, colours } = draw;
  return table(
    [
      { title: 'function', least: 16 },
      { title: 'runtime', least: 10 },
      { title: 'exposure', least: 13, paint: exposurePaint(colours) },
      { title: 'started by', least: 18 },
      { title: 'owner', least: 8, paint: ownerPaint(colours) },
    ],
    functions
      .toSorted((a, b) => rank(a.exposure) - rank(b.exposure))
      .map((entry) => [
        printable(entry.name),
        printable(valueText(entry.runtime, '', 'runtime') ?? '-'),
        entry.exposure,
        printable(waysText(entry.triggers.map((trigger) => trigger.route ?? names.of(trigger.source)))),
        ownerText(entry.owner),
      ]),
    draw.width - 2,
    colours.strong,
  );
}

function resourceTable(resources: Inventory['resources'], draw: Drawing): readonly string[] {
  if (resources.length === 0) return [];
  const { names, colours } = draw;
  const listOf = (ids: readonly string[]): string =>
    printable(
      listed(
        ids.map((id) => names.of(id)),
        2,
      ),
    ) || '-';
  return table(
    [
      { title: 'resource', least: 16 },
      { title: 'kind', least: 8 },
      { title: 'exposure', least: 13, paint: exposurePaint(colours) },
      { title: 'at rest', least: 7 },
      { title: 'read by', least: 8 },
      { title: 'written by', least: 10 },
      { title: 'owner', least: 8, paint: ownerPaint(colours) },
    ],
    resources
      .toSorted((a, b) => rank(a.exposure) - rank(b.exposure) || compare(a.kind, b.kind))
      .map((entry) => [
        printable(entry.name),
        printable(entry.kind.replaceAll('-', ' ')),
        entry.exposure,
        encryption[entry.encrypted],
        listOf(entry.readBy),
        listOf(entry.writtenBy),
        ownerText(entry.owner),
      ]),
    draw.width - 2,
    colours.strong,
  );
}

function exposurePaint(colours: Palette): (cell: string, value: string) => string {
  return (cell, value) => cell.replace(value, () => colours.exposure(value));
}

function ownerPaint(colours: Palette): (cell: string, value: string) => string {
  return (cell, value) => (value === unowned ? colours.warn(cell) : cell);
}

function rank(exposure: string): number {
  return exposureOrder.indexOf(exposure as Exposure);
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
