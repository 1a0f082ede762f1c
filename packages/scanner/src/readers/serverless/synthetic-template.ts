import type { TemplateStore } from '../cloudformation/template-store.ts';
import { child, childEntry, type MapEntry, type SyntaxNode } from '../syntax/syntax-node.ts';
import type { Service } from './service.ts';

/** `resources` of a service as the CloudFormation template that it is. */
export interface SyntheticTemplate {
  readonly root: SyntaxNode;
  /** What is merged over generated resources, by logical id: `extensions`, and entries of `Resources` without a type. */
  readonly extensions: readonly MapEntry[];
  /** Parts of `resources` that a variable stands for which is not known. */
  readonly open: readonly SyntaxNode[];
}

export function syntheticTemplate(service: Service): SyntheticTemplate {
  const written = service.section('resources');
  const parts = written === undefined ? [] : written.kind === 'list' ? written.items : [written];
  const open: SyntaxNode[] = [];
  const extensions: MapEntry[] = [];
  const sections = new Map<string, MapEntry[]>();
  for (const part of parts.flatMap((each) => (each.kind === 'list' ? each.items : [each]))) {
    if (part.kind !== 'map') {
      if (part.kind === 'scalar' && part.value !== null) open.push(part);
      continue;
    }
    for (const entry of part.entries) {
      if (entry.key === 'extensions') extensions.push(...(entry.value.kind === 'map' ? entry.value.entries : []));
      else if (entry.value.kind === 'map') collect(entry, sections, extensions);
      else if (entry.value.kind === 'scalar' && entry.value.resolved?.kind === 'unknown') open.push(entry.value);
    }
  }
  const place = { start: written?.start ?? 0, end: written?.end ?? 0, file: written?.file };
  const entries = [...sections].map(([key, inner]): MapEntry => ({
    key,
    keyStart: place.start,
    keyEnd: place.start,
    value: { kind: 'map', entries: inner, ...place },
  }));
  return { root: { kind: 'map', entries, ...place }, extensions, open };
}

function collect(section: MapEntry, sections: Map<string, MapEntry[]>, extensions: MapEntry[]): void {
  const entries = sections.get(section.key) ?? [];
  sections.set(section.key, entries);
  for (const entry of section.value.kind === 'map' ? section.value.entries : []) {
    // Before `extensions` came, a generated resource was changed by writing some of it under its own name.
    const isPart =
      section.key === 'Resources' && entry.value.kind === 'map' && child(entry.value, 'Type') === undefined;
    if (isPart && childEntry(entry.value, 'Properties') !== undefined) extensions.push(entry);
    else entries.push(entry);
  }
}

/** A store in which the service file is its template. */
export function storeWith(store: TemplateStore, file: string, root: SyntaxNode): TemplateStore {
  return {
    tree: store.tree,
    load(path) {
      if (path !== file) return store.load(path);
      const loaded = store.load(path);
      const text = 'failure' in loaded ? '' : loaded.text;
      return { file, text, document: { root, documents: [root], diagnostics: [] } };
    },
  };
}
