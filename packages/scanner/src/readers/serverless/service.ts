import type { Diagnostic, SourceRange } from '@leastwise/model';
import type { TemplateStore } from '../cloudformation/template-store.ts';
import { childEntry, type MapEntry, type SyntaxNode } from '../syntax/syntax-node.ts';
import type { ServiceInputs } from './inputs.ts';
import { variableResolver, type Resolver } from './variables/resolve-variables.ts';
import { variableFiles } from './variables/variable-files.ts';

/** A service as its file describes it, before any world: variables can be followed, intrinsics stand as written. */
export interface Service {
  readonly file: string;
  readonly store: TemplateStore;
  readonly inputs: ServiceInputs;
  readonly resolver: Resolver;
  readonly diagnostics: readonly Diagnostic[];
  /** A top-level member, its variables resolved. */
  section(name: string): SyntaxNode | undefined;
  entry(name: string): MapEntry | undefined;
  rangeOf(node: Pick<SyntaxNode, 'start' | 'end' | 'file'>): SourceRange;
}

/** Opens a service file; undefined when it holds no map. */
export function openService(store: TemplateStore, file: string, inputs: ServiceInputs): Service | undefined {
  const loaded = store.load(file);
  if ('failure' in loaded || loaded.document.root?.kind !== 'map') return undefined;
  const { root, diagnostics } = loaded.document;
  const resolver = variableResolver(root, file, variableFiles(store, file), inputs);
  return {
    file,
    store,
    inputs,
    resolver,
    diagnostics,
    section(name) {
      const written = childEntry(root, name);
      return written === undefined ? undefined : resolver.resolve(written.value);
    },
    entry: (name) => childEntry(root, name),
    rangeOf: (node) => ({ file: node.file ?? file, start: node.start, end: node.end }),
  };
}

/** The entries of a section that is a map, a list of maps, or either behind a variable. */
export function entriesOfSection(node: SyntaxNode | undefined): readonly MapEntry[] {
  if (node?.kind === 'map') return node.entries;
  return node?.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'map' ? item.entries : [])) : [];
}
