import type { FixIntent, Fragment, NodeId, SourceTree, TemplateResource } from '@leastwise/model';
import type { Estate } from '../estate/estate.ts';
import { child, type MapEntry, type MapNode, type SyntaxNode } from '../readers/syntax/syntax-node.ts';
import { openDocument, refuse, type EditableDocument, type Refusal } from './text/document.ts';

/** Where the user wrote what a resource comes from. */
export interface Site {
  readonly document: EditableDocument;
  readonly resource: TemplateResource;
  readonly fragment: Fragment;
  /** The key and value of what is written: a resource, a function of a service. */
  readonly entry: MapEntry;
  readonly body: MapNode;
  /** The map that holds the entry. */
  readonly siblings: MapNode;
  /** `AWS::S3::Bucket`, `AWS::Serverless::Function`; `functions` or `provider` in `serverless.yml`. */
  readonly owner: string;
  /** The keys that lead to the entry. */
  readonly trail: readonly string[];
}

/** What the writers ask: the estate that the finding is of, and the text behind it. */
export interface Workplace {
  readonly estate: Estate;
  readonly tree: SourceTree;
  /** All that the fix wants. */
  readonly intents: readonly FixIntent[];
  /** The logical ids of what the fix adds, by suffix. */
  readonly added: ReadonlyMap<string, string>;
  /** Files that were parsed already. */
  readonly documents: Map<string, EditableDocument | undefined>;
}

export function documentOf(place: Workplace, file: string): EditableDocument | undefined {
  if (place.documents.has(file)) return place.documents.get(file);
  const read = place.tree.read(file);
  const document = 'text' in read ? openDocument(file, read.text) : undefined;
  place.documents.set(file, document);
  return document;
}

/** The resource behind a node, and the fragment that holds it. Derived nodes have none. */
export function resourceOf(
  estate: Estate,
  id: NodeId,
): { readonly resource: TemplateResource; readonly fragment: Fragment } | undefined {
  for (const fragment of estate.fragments) {
    const resource = fragment.resources.find((each) => each.id === id);
    if (resource !== undefined) return { resource, fragment };
  }
  return undefined;
}

export function siteOf(place: Workplace, id: NodeId): Site | Refusal {
  const found = resourceOf(place.estate, id);
  if (found === undefined) return refuse('What it is about is not written as a resource.');
  const { resource, fragment } = found;
  const document = documentOf(place, resource.keyRange.file);
  if (document === undefined) return refuse(`${resource.keyRange.file} cannot be edited: it is not read in full.`);
  const at = findEntry(document.root, resource.keyRange.start);
  if (at === undefined) return refuse('The place where it is written was not found again.');
  const { entry, siblings, trail } = at;
  const own = entry.value.kind === 'map' && entry.value.start >= entry.keyEnd ? entry.value : undefined;
  // What a short form of an event makes (`http: GET orders`) is set up at the provider, whatever is written here.
  const body = own ?? (fragment.format === 'serverless' && document.root.kind === 'map' ? document.root : undefined);
  if (body === undefined) return refuse('It is not written as a map of its own.');
  const owner = own === undefined ? '' : ownerOf(entry, trail, fragment);
  return { document, resource, fragment, entry, body, siblings, trail, owner };
}

export function isSite(site: Site | Refusal): site is Site {
  return !('refused' in site);
}

/** The entry whose key begins at an offset. */
export function findEntry(
  root: SyntaxNode,
  offset: number,
): { readonly entry: MapEntry; readonly siblings: MapNode; readonly trail: readonly string[] } | undefined {
  let node: SyntaxNode | undefined = root;
  const trail: string[] = [];
  while (node !== undefined) {
    if (node.kind === 'list') {
      node = node.items.find((item) => item.start <= offset && offset < item.end);
      continue;
    }
    if (node.kind !== 'map') return undefined;
    const siblings: MapNode = node;
    const entry: MapEntry | undefined = siblings.entries.find(
      (each) => each.merged !== true && each.keyStart <= offset && offset < Math.max(each.keyEnd, each.value.end),
    );
    if (entry === undefined) return undefined;
    trail.push(entry.key);
    if (entry.keyStart === offset) return { entry, siblings, trail };
    node = entry.value;
  }
  return undefined;
}

function ownerOf(entry: MapEntry, trail: readonly string[], fragment: Fragment): string {
  const type = child(entry.value, 'Type');
  if (fragment.format !== 'serverless' || trail.includes('Resources')) return type?.kind === 'scalar' ? type.text : '';
  return trail[0] ?? '';
}
