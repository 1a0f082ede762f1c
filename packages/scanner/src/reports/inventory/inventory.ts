import type {
  Location,
  Report,
  ReportFunction,
  ReportOwner,
  ReportResource,
  ReportTrigger,
  ReportValue,
} from '@leastwise/model';

/** The public contract of `leastwise inventory --format json`, described by `schemas/inventory.schema.json`. */
export interface Inventory {
  readonly schema: 'leastwise.inventory/1';
  readonly tool: Report['tool'];
  readonly asOf: string;
  readonly functions: readonly InventoryFunction[];
  readonly resources: readonly ReportResource[];
  readonly summary: { readonly functions: number; readonly resources: number; readonly unowned: number };
}

export interface InventoryFunction {
  readonly id: string;
  readonly name: string;
  readonly application: string;
  readonly location: Location;
  readonly runtime: ReportValue<string>;
  readonly exposure: string;
  readonly triggers: readonly ReportTrigger[];
  readonly identity: ReportFunction['identity'];
  readonly reaches: ReportFunction['reaches'];
  readonly owner: ReportOwner | null;
}

export interface InventoryFilter {
  /** Only what nobody owns. */
  readonly unowned: boolean;
}

/** Every function and every resource of a report, with who starts, reads, writes and owns it. */
export function inventoryOf(report: Report, filter: InventoryFilter): Inventory {
  const wanted = (entry: { readonly owner: ReportOwner | null }): boolean => !filter.unowned || entry.owner === null;
  const functions = report.functions.filter(wanted).map((entry): InventoryFunction => ({
    id: entry.id,
    name: entry.name,
    application: entry.application,
    location: entry.location,
    runtime: entry.runtime,
    exposure: entry.exposure,
    triggers: entry.triggers,
    identity: entry.identity,
    reaches: entry.reaches,
    owner: entry.owner,
  }));
  const resources = report.resources.filter(wanted);
  const unowned = [...functions, ...resources].filter((entry) => entry.owner === null).length;
  return {
    schema: 'leastwise.inventory/1',
    tool: report.tool,
    asOf: report.asOf,
    functions,
    resources,
    summary: { functions: functions.length, resources: resources.length, unowned },
  };
}
