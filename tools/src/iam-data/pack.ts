import { botoResourceMethods } from './boto-resources.ts';
import { byText } from './json.ts';
import { libraryMethods } from './library-methods.ts';
import { type OperationRow, type ServiceRows, rowsOf } from './operation-rows.ts';
import { PackWriter } from './pack-writer.ts';
import type { SourcePrefix } from './read-actions.ts';
import type { SourceService } from './read-models.ts';
import { prefixOf } from './service-prefixes.ts';

export interface MappedService extends ServiceRows {
  readonly service: SourceService;
  readonly prefix: string;
}

/** Operations of every service to needs. A service whose prefix the reference does not hold has ended: its rows are unmapped. */
export function mapServices(
  services: readonly SourceService[],
  reference: ReadonlyMap<string, SourcePrefix>,
): readonly MappedService[] {
  return services.map((service) => {
    const prefix = prefixOf(service);
    return { service, prefix, ...rowsOf(service, prefix, reference) };
  });
}

/** The file `services.pack`. */
export function servicesPack(
  mapped: readonly MappedService[],
  reference: ReadonlyMap<string, SourcePrefix>,
  { version, python }: { readonly version: string; readonly python: string },
): Buffer {
  const writer = new PackWriter();
  const alive = mapped.filter(({ prefix }) => reference.has(prefix));
  const shards = [...reference.values()].map((source) => {
    const own = alive.filter(({ prefix }) => prefix === source.prefix);
    const services = Object.fromEntries(own.map((each) => [each.service.id, packedService(each, python)]));
    const { offset, length } = writer.add({ actions: packedActions(source, own), services });
    return `${source.prefix} ${offset} ${length}`;
  });
  const lines = alive.map(({ service, prefix }) =>
    [service.id, prefix, service.serviceId, service.jsV2Class].join('\t').trimEnd(),
  );
  return writer.bytes([version, `\n${shards.join('\n')}\n`, `\n${lines.join('\n')}\n`]);
}

function packedService({ service, rows, templates }: MappedService, python: string): object {
  return {
    operations: rows.map(row).join('\n'),
    templates,
    paginators: service.paginators.join(','),
    waiters: service.waiters,
    methods: sorted({ ...botoResourceMethods(python, service), ...libraryMethods[service.id] }),
  };
}

/** The name alone says: the action of the same name, on no resource that the call tells. */
function row({ operation, kind, needs }: OperationRow): string {
  return needs === '' && kind !== 'needs none' ? operation : `${operation}=${needs}`;
}

function sorted<T>(table: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(table).toSorted(([one], [other]) => byText(one, other)));
}

function packedActions({ actions, types }: SourcePrefix, mapped: readonly MappedService[]): object {
  const all = [...actions.values()];
  const resourceSets = new Numbered();
  const keySets = new Numbered();
  const keys = [...new Set([...all, ...types].flatMap((each) => each.conditionKeys))].toSorted(byText);
  const keySet = (names: readonly string[]): number =>
    keySets.of(JSON.stringify(names.map((name) => keys.indexOf(name))));
  return {
    names: all.map((action) => action.name).join(','),
    levels: all.map((action) => action.level).join(''),
    resources: all.map((action) =>
      resourceSets.of(action.resources.map(({ type, required }) => (required ? type : `${type}?`)).join(',')),
    ),
    keys: all.map((action) => keySet(action.conditionKeys)),
    types: types.map((type) => [type.name, type.arns, keySet(type.conditionKeys)]),
    resourceSets: resourceSets.values,
    keySets: keySets.values.map((set) => JSON.parse(set) as readonly number[]),
    conditionKeys: keys,
    dependent: dependentActions(mapped),
  };
}

/** What the operation named after the action needs on top in every case. */
function dependentActions(mapped: readonly MappedService[]): Readonly<Record<string, readonly string[]>> {
  const pairs = mapped.flatMap(({ rows, prefix }) =>
    rows
      .filter(({ kind, needs }) => kind !== 'verb' && needs.includes('+'))
      .flatMap(({ operation, needs }) => {
        const further = needs.split('; ').filter((need) => need.startsWith('+') && !/ (?:if|maybe) /.test(need));
        const names = further.map((need) => /^\+([^ ]+)/.exec(need)?.[1] ?? '');
        const full = names.map((name) => (name.includes(':') ? name : `${prefix}:${name}`));
        const first = needs.split('; ')[0] ?? '';
        return full.length === 0 || !/^(?: |$)/.test(first) ? [] : [[operation, [...new Set(full)]] as const];
      }),
  );
  return Object.fromEntries(pairs);
}

/** Values in the order of their first use, each once. */
class Numbered {
  readonly values: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

export interface Coverage {
  readonly operations: number;
  /** With needs that are known, or known to need none. */
  readonly known: number;
}

/** How much of the operations is mapped: of all, and of those that JavaScript v2 had, which no newer operation joins. */
export function coverageOf(
  mapped: readonly MappedService[],
  reference: ReadonlyMap<string, SourcePrefix>,
): { readonly all: Coverage; readonly javaScriptV2: Coverage } {
  const alive = mapped.filter(({ prefix }) => reference.has(prefix));
  return {
    all: count(alive.flatMap(({ rows }) => rows)),
    javaScriptV2: count(alive.flatMap(({ service, rows }) => rows.filter((each) => service.inV2.has(each.operation)))),
  };
}

function count(rows: readonly OperationRow[]): Coverage {
  return { operations: rows.length, known: rows.filter(({ kind }) => kind !== 'unmapped').length };
}
