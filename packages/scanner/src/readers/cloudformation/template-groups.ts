import type { Value } from '@leastwise/model';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import { child } from '../syntax/syntax-node.ts';
import { locationOf, locationText } from './nested-stacks.ts';
import { openStack, type OpenStack, type StackSurroundings } from './stack.ts';
import { intrinsicOf } from './intrinsic.ts';
import { spelled } from './spelled.ts';
import { locateTemplate, type TemplateStore } from './template-store.ts';
import { createVariables, createWorld } from './variables.ts';

/** Root templates that are deployed together. */
export interface TemplateGroup {
  readonly roots: readonly string[];
  /** The roots and what they nest, as far as it is in the tree. */
  readonly templates: readonly string[];
}

/**
 * Groups templates into applications: a template that another one nests belongs to it, and two whose export and import
 * have one name belong together when no third template exports that name.
 */
export function groupTemplates(
  store: TemplateStore,
  files: readonly string[],
  around: Around,
): readonly TemplateGroup[] {
  const nested = new Set<string>();
  const links: Links = { exports: new Map(), imports: [] };
  for (const file of files) {
    const stack = probe(store, file, around);
    for (const path of nestedFiles(stack)) if (path !== file) nested.add(path);
    const loaded = store.load(file);
    if ('failure' in loaded) continue;
    if (/\bExport["']?\s*:/.test(loaded.text)) collectExports(stack, links);
    if (loaded.text.includes('ImportValue')) collectImports(stack, loaded.document.root, links);
  }
  // Templates that nest each other have no root; then each of them is one.
  const roots = files.filter((file) => !nested.has(file));
  const below = new Map(roots.map((root) => [root, reachable(store, root, around)]));
  const reached = new Set([...below.values()].flatMap((inner) => [...inner]));
  for (const file of files) {
    if (reached.has(file)) continue;
    roots.push(file);
    below.set(file, reachable(store, file, around));
  }
  return joined(roots, links, below);
}

type Around = Pick<StackSurroundings, 'deployedAt' | 'given'>;

interface Links {
  /** Export name → the templates that export it. */
  readonly exports: Map<string, Set<string>>;
  readonly imports: { readonly name: string; readonly file: string }[];
}

function probe(store: TemplateStore, file: string, around: Around): OpenStack {
  return openStack(
    { rootFile: file, file, stackPath: '', chain: [file] },
    {
      ...around,
      store,
      world: createWorld(createVariables(), new Map()),
      imported: () => undefined,
      variableKey: (_stack, { name }) => name,
    },
  );
}

/** The templates that any resource nests, whatever its condition. */
function nestedFiles(stack: OpenStack): readonly string[] {
  const files: string[] = [];
  for (const entry of stack.sections.entries('Resources').values()) {
    const location = locationOf(entry);
    const text = location === undefined ? undefined : locationText(stack, entry, location);
    if (typeof text !== 'string') continue;
    const found = locateTemplate(stack.store.tree, entry.scope.file, text);
    if (found.at === 'file') files.push(found.path);
  }
  return files;
}

function reachable(store: TemplateStore, root: string, around: Around): ReadonlySet<string> {
  const reached = new Set([root]);
  for (const file of reached) for (const path of nestedFiles(probe(store, file, around))) reached.add(path);
  return reached;
}

const keyOf = (value: Value, file: string): string | undefined => spelled(value, file);

function collectExports(stack: OpenStack, links: Links): void {
  for (const entry of stack.sections.entries('Outputs').values()) {
    const name = child(child(entry.node, 'Export'), 'Name');
    const key = name === undefined ? undefined : keyOf(stack.evaluate(name, entry.scope), stack.place.file);
    if (key === undefined || key === '') continue;
    const files = links.exports.get(key) ?? new Set();
    links.exports.set(key, files.add(stack.place.file));
  }
}

function collectImports(stack: OpenStack, root: SyntaxNode | undefined, links: Links): void {
  const seen = new Set<SyntaxNode>();
  const open: SyntaxNode[] = root === undefined ? [] : [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const call = intrinsicOf(node);
    if (call?.name === 'Fn::ImportValue') {
      const name = keyOf(stack.evaluate(call.argument, stack.scope), stack.place.file);
      if (name !== undefined) links.imports.push({ name, file: stack.place.file });
    }
    if (node.kind === 'list') open.push(...node.items);
    else if (node.kind === 'map') for (const entry of node.entries) open.push(entry.value);
  }
}

function joined(
  roots: readonly string[],
  links: Links,
  below: ReadonlyMap<string, ReadonlySet<string>>,
): readonly TemplateGroup[] {
  const leader = new Map(roots.map((root) => [root, root]));
  const find = (file: string): string => {
    let at = file;
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next;
    return at;
  };
  const owners = new Map<string, string>();
  const wanted = links.imports.filter(({ name }) => links.exports.get(name)?.size === 1);
  if (wanted.length > 0) {
    for (const root of roots) {
      for (const file of below.get(root) ?? []) if (!owners.has(file)) owners.set(file, root);
    }
  }
  for (const { name, file } of wanted) {
    const exporter = [...(links.exports.get(name) ?? [])][0];
    const from = owners.get(file);
    const to = exporter === undefined ? undefined : owners.get(exporter);
    if (from !== undefined && to !== undefined) leader.set(find(from), find(to));
  }
  const groups = new Map<string, string[]>();
  for (const root of roots) groups.set(find(root), [...(groups.get(find(root)) ?? []), root]);
  return [...groups.values()].map((files) => ({
    roots: files,
    templates: files.flatMap((file) => [...(below.get(file) ?? [])]),
  }));
}
