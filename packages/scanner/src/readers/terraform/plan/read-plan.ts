import type { Diagnostic, SourceRange, Value } from '@leastwise/model';
import { known } from '../../cloudformation/values.ts';
import { readJson } from '../../syntax/read-json.ts';
import { child, type MapEntry, type SyntaxNode } from '../../syntax/syntax-node.ts';
import { decodePieces, encodedAs } from '../evaluate/encoded-text.ts';

/** What `terraform show -json` says of a plan or a state. https://developer.hashicorp.com/terraform/internals/json-format */
export interface Plan {
  readonly file: string;
  readonly resources: readonly PlannedResource[];
  /** Values of root variables. */
  readonly variables: ReadonlyMap<string, Value>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlannedResource {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly key: string | number | undefined;
  readonly modulePath: string;
  readonly location: SourceRange;
  readonly keyRange: SourceRange;
  /** What is known of its arguments and attributes; null is left out. */
  readonly values: ReadonlyMap<string, Value>;
  /** Arguments that only the deployment knows, and arguments that name another resource: what they refer to. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  readonly origin: SourceRange;
}

/** By text: a plan or a state as JSON, not a template. */
export function looksLikePlan(file: string, text: string): boolean {
  return (
    /\.json$/i.test(file) &&
    /^\s*\{/.test(text.slice(0, 200)) &&
    text.includes('"format_version"') &&
    text.includes('"planned_values"')
  );
}

const MAX_RESOURCES = 20_000;

export function readPlan(text: string, file: string): Plan {
  const { root, diagnostics } = readJson(text, file);
  const place = (node: { readonly start: number; readonly end: number }): SourceRange => ({
    file,
    start: node.start,
    end: node.end,
  });
  const resources: PlannedResource[] = [];
  const configuration = configuredReferences(child(child(root, 'configuration'), 'root_module'));
  const open: { readonly module: SyntaxNode | undefined; readonly path: string }[] = [
    { module: child(child(root, 'planned_values'), 'root_module'), path: '' },
  ];
  for (let next = open.pop(); next !== undefined && resources.length < MAX_RESOURCES; next = open.pop()) {
    for (const entry of itemsOf(child(next.module, 'resources'))) {
      const resource = plannedResource(entry, next.path, place, configuration);
      if (resource !== undefined) resources.push(resource);
    }
    for (const inner of [...itemsOf(child(next.module, 'child_modules'))].reverse()) {
      open.push({ module: inner, path: textOf(child(inner, 'address')) ?? next.path });
    }
  }
  const variables = new Map<string, Value>();
  for (const { key, value } of entriesOf(child(root, 'variables'))) {
    const written = child(value, 'value');
    if (written !== undefined) variables.set(key, valueOf(written, place, 0));
  }
  return { file, resources, variables, diagnostics };
}

function plannedResource(
  entry: SyntaxNode,
  modulePath: string,
  place: (node: SyntaxNode) => SourceRange,
  configuration: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>,
): PlannedResource | undefined {
  const address = child(entry, 'address');
  const type = textOf(child(entry, 'type'));
  const name = textOf(child(entry, 'name'));
  if (address?.kind !== 'scalar' || type === undefined || name === undefined) return undefined;
  const index = child(entry, 'index');
  const key =
    index?.kind === 'scalar' && (typeof index.value === 'string' || typeof index.value === 'number')
      ? index.value
      : undefined;
  const written = child(entry, 'values');
  const values = new Map<string, Value>();
  for (const { key: argument, value } of entriesOf(written)) {
    const read = valueOf(value, place, 0);
    if (!(read.kind === 'known' && read.value === null)) values.set(argument, read);
  }
  return {
    address: address.text,
    mode: textOf(child(entry, 'mode')) === 'data' ? 'data' : 'managed',
    type,
    name,
    key,
    modulePath,
    location: place(entry),
    keyRange: place(address),
    values,
    references: configuration.get(withoutKeys(address.text)) ?? new Map(),
    origin: place(written ?? entry),
  };
}

/** An address without the keys of its instances: what the configuration of a plan is told by. */
export const withoutKeys = (address: string): string => address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '');

/** What the arguments of each block refer to, by address without keys. */
function configuredReferences(
  root: SyntaxNode | undefined,
): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const open: { readonly module: SyntaxNode | undefined; readonly prefix: string }[] = [{ module: root, prefix: '' }];
  for (let next = open.pop(); next !== undefined && found.size < MAX_RESOURCES; next = open.pop()) {
    for (const resource of itemsOf(child(next.module, 'resources'))) {
      const references = new Map<string, readonly string[]>();
      for (const { key, value } of entriesOf(child(resource, 'expressions'))) {
        const names = itemsOf(child(value, 'references')).flatMap((item) => textOf(item) ?? []);
        if (names.length > 0) references.set(key, names);
      }
      found.set(next.prefix + (textOf(child(resource, 'address')) ?? ''), references);
    }
    for (const { key, value } of entriesOf(child(next.module, 'module_calls'))) {
      open.push({ module: child(value, 'module'), prefix: `${next.prefix}module.${key}.` });
    }
  }
  return found;
}

function valueOf(node: SyntaxNode, place: (node: SyntaxNode) => SourceRange, depth: number): Value {
  const origin = place(node);
  if (depth > 60) return known(null, origin);
  if (node.kind === 'list')
    return known(
      node.items.map((item) => valueOf(item, place, depth + 1)),
      origin,
    );
  if (node.kind === 'map')
    return known(
      new Map(node.entries.map(({ key, value }): [string, Value] => [key, valueOf(value, place, depth + 1)])),
      origin,
    );
  const value = known(node.value, origin);
  if (typeof node.value !== 'string' || !/^\s*[{[]/.test(node.value)) return value;
  const structure = decodePieces([{ text: node.value, ...origin }], origin, 'json');
  return structure === undefined ? value : encodedAs({ ...structure, origin }, value);
}

const itemsOf = (node: SyntaxNode | undefined): readonly SyntaxNode[] => (node?.kind === 'list' ? node.items : []);
const entriesOf = (node: SyntaxNode | undefined): readonly MapEntry[] => (node?.kind === 'map' ? node.entries : []);
const textOf = (node: SyntaxNode | undefined): string | undefined =>
  node?.kind === 'scalar' && node.value !== null ? node.text : undefined;
