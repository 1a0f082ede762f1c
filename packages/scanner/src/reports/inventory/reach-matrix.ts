import type { Report, ReportFunction } from '@leastwise/model';
import { exposureOrder, type Exposure } from '../../analyses/exposure/exposure.ts';

/**
 * Which function reaches which store of data, directly by what its role allows and through functions that it invokes or starts by
 * what it writes. The public contract of `leastwise inventory --matrix --format json`.
 */
export interface ReachMatrix {
  readonly schema: 'leastwise.reach-matrix/1';
  readonly tool: Report['tool'];
  readonly asOf: string;
  readonly functions: readonly MatrixFunction[];
  readonly stores: readonly MatrixStore[];
  /** Only cells that are not empty. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixFunction {
  readonly id: string;
  readonly name: string;
  readonly application: string;
  readonly exposure: string;
}

export interface MatrixStore {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly application: string;
}

export interface MatrixCell {
  readonly function: string;
  readonly store: string;
  readonly direct: readonly Verb[];
  /** What other functions do for it, and the functions on the way there, the nearest first. */
  readonly through: readonly { readonly how: Verb; readonly functions: readonly string[] }[];
}

type Verb = 'reads' | 'writes';

/** Work and logs, not data. */
const noStores: ReadonlySet<string> = new Set(['log-group', 'key', 'state-machine', 'function']);
/** A chain of more functions is a map of the estate rather than what one of them can reach. */
const MOST_HOPS = 4;

export function reachMatrix(report: Report): ReachMatrix {
  const resources = new Map(report.resources.map((entry) => [entry.id, entry]));
  const functions = new Map<string, ReportFunction>(report.functions.map((entry) => [entry.id, entry]));
  const startedBy = new Map<string, string[]>();
  for (const entry of report.functions) {
    for (const { source } of entry.triggers) startedBy.set(source, [...(startedBy.get(source) ?? []), entry.id]);
  }
  const next = (from: ReportFunction): readonly string[] => {
    const found = from.reaches.flatMap(({ resource, how }) => {
      if (how === 'reads') return [];
      return functions.has(resource) ? [resource] : (startedBy.get(resource) ?? []);
    });
    return [...new Set(found)].sort();
  };
  const cells = report.functions.flatMap((entry) =>
    cellsOf(entry, functions, next, (id) => isStore(resources.get(id)?.kind)),
  );
  const used = new Set(cells.map(({ store }) => store));
  return {
    schema: 'leastwise.reach-matrix/1',
    tool: report.tool,
    asOf: report.asOf,
    functions: report.functions
      .map(({ id, name, application, exposure }) => ({ id, name, application, exposure }))
      .sort((a, b) => rank(a.exposure) - rank(b.exposure)),
    stores: report.resources
      .filter(({ id }) => used.has(id))
      .map(({ id, name, kind, application }) => ({ id, name, kind, application })),
    cells,
  };
}

function cellsOf(
  from: ReportFunction,
  functions: ReadonlyMap<string, ReportFunction>,
  next: (from: ReportFunction) => readonly string[],
  isWanted: (id: string) => boolean,
): readonly MatrixCell[] {
  const cells = new Map<string, { direct: Set<Verb>; through: Map<Verb, readonly string[]> }>();
  const cellOf = (store: string): { direct: Set<Verb>; through: Map<Verb, readonly string[]> } => {
    const known = cells.get(store) ?? { direct: new Set<Verb>(), through: new Map<Verb, readonly string[]>() };
    cells.set(store, known);
    return known;
  };
  for (const { resource, how } of from.reaches) {
    if (how !== 'invokes' && isWanted(resource)) cellOf(resource).direct.add(how);
  }
  // The shortest way to each function: in the order of the hops.
  const seen = new Set([from.id]);
  let border = next(from).map((id) => [id]);
  for (let hops = 0; hops < MOST_HOPS && border.length > 0; hops++) {
    const further: string[][] = [];
    for (const way of border) {
      const id = way.at(-1) ?? '';
      const reached = functions.get(id);
      if (seen.has(id) || reached === undefined) continue;
      seen.add(id);
      for (const { resource, how } of reached.reaches) {
        if (how === 'invokes' || !isWanted(resource)) continue;
        const cell = cellOf(resource);
        if (!cell.direct.has(how) && !cell.through.has(how)) cell.through.set(how, way);
      }
      further.push(...next(reached).map((each) => [...way, each]));
    }
    border = further;
  }
  return [...cells].map(([store, { direct, through }]) => ({
    function: from.id,
    store,
    direct: [...direct].sort(),
    through: [...through].map(([how, way]) => ({ how, functions: way })),
  }));
}

function isStore(kind: string | undefined): boolean {
  return kind !== undefined && !noStores.has(kind);
}

function rank(exposure: string): number {
  return exposureOrder.indexOf(exposure as Exposure);
}

/** `r`, `w`, `rw`; in parentheses what only other functions do for it. */
export function cellText(cell: MatrixCell | undefined): string {
  if (cell === undefined) return '·';
  const letters = (verbs: readonly Verb[]): string =>
    `${verbs.includes('reads') ? 'r' : ''}${verbs.includes('writes') ? 'w' : ''}`;
  const through = letters(cell.through.map(({ how }) => how));
  return `${letters(cell.direct)}${through === '' ? '' : `(${through})`}`;
}
