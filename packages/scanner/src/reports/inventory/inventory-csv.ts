import { csv } from '../csv.ts';
import type { Names } from '../names.ts';
import { valueText } from '../words.ts';
import type { Inventory } from './inventory.ts';

const header: readonly string[] = [
  'kind',
  'name',
  'application',
  'exposure',
  'ways_in',
  'read_by',
  'written_by',
  'encrypted',
  'runtime',
  'owner',
  'owner_evidence',
  'file',
  'line',
  'id',
];

export function inventoryCsv(inventory: Inventory, names: Names): string {
  const functions = inventory.functions.map((entry) => [
    'function',
    entry.name,
    entry.application,
    entry.exposure,
    entry.triggers.map((trigger) => trigger.route ?? names.of(trigger.source)).join('; '),
    '',
    '',
    '',
    valueText(entry.runtime, '', 'runtime') ?? '',
    entry.owner?.name ?? '',
    entry.owner?.evidence ?? '',
    entry.location.file,
    entry.location.line,
    entry.id,
  ]);
  const resources = inventory.resources.map((entry) => [
    entry.kind,
    entry.name,
    entry.application,
    entry.exposure,
    '',
    entry.readBy.map((id) => names.of(id)).join('; '),
    entry.writtenBy.map((id) => names.of(id)).join('; '),
    entry.encrypted,
    '',
    entry.owner?.name ?? '',
    entry.owner?.evidence ?? '',
    entry.location.file,
    entry.location.line,
    entry.id,
  ]);
  return csv([header, ...functions, ...resources]);
}
