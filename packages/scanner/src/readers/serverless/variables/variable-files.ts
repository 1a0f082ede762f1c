import { resolvePath, type SourceTree } from '@leastwise/model';
import type { TemplateStore } from '../../cloudformation/template-store.ts';
import { readToml } from '../../syntax/read-toml.ts';
import type { MapEntry, SyntaxNode } from '../../syntax/syntax-node.ts';

export type VariableFile =
  | { readonly node: SyntaxNode; readonly path: string }
  | { readonly failure: 'missing' | 'program' | 'outside-root' | 'unreadable'; readonly path: string };

export interface VariableFiles {
  /** Reads what `${file(path)}` names, from the folder of the service. Nodes say which file they are of. */
  load(written: string): VariableFile;
}

export function variableFiles(store: TemplateStore, serviceFile: string): VariableFiles {
  const loaded = new Map<string, VariableFile>();
  return {
    load(written) {
      const path = resolvePath(serviceFile, written);
      if (path === undefined) return { failure: 'outside-root', path: written };
      const present = loaded.get(path);
      if (present !== undefined) return present;
      const file = read(store, path);
      loaded.set(path, file);
      return file;
    },
  };
}

function read(store: TemplateStore, path: string): VariableFile {
  if (store.tree.stat(path) !== 'file') return { failure: 'missing', path };
  if (/\.(?:[cm]?[jt]s|py|rb|sh)$/i.test(path)) return { failure: 'program', path };
  if (/\.(?:ya?ml|json|yml\.\w+)$/i.test(path)) {
    const template = store.load(path);
    if ('failure' in template || template.document.root === undefined) return { failure: 'unreadable', path };
    return { node: ofFile(template.document.root, path), path };
  }
  return readOther(store.tree, path);
}

function readOther(tree: SourceTree, path: string): VariableFile {
  const read = tree.read(path);
  if ('failure' in read) return { failure: 'unreadable', path };
  const place = { start: 0, end: read.text.length, file: path };
  if (/\.toml$/i.test(path)) {
    const { data } = readToml(read.text, path);
    return data === undefined ? { failure: 'unreadable', path } : { node: nodeOf(data, place), path };
  }
  return { node: { kind: 'scalar', value: read.text, text: read.text, quoted: true, ...place }, path };
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly file: string;
}

/** Data of a format without positions: all of it stands at the file as a whole. */
function nodeOf(data: unknown, place: Place): SyntaxNode {
  if (Array.isArray(data)) return { kind: 'list', items: data.map((item) => nodeOf(item, place)), ...place };
  if (typeof data === 'object' && data !== null && !(data instanceof Date)) {
    const entries = Object.entries(data).map(([key, value]): MapEntry => ({
      key,
      keyStart: 0,
      keyEnd: 0,
      file: place.file,
      value: nodeOf(value, place),
    }));
    return { kind: 'map', entries, ...place };
  }
  const value = typeof data === 'number' || typeof data === 'boolean' ? data : String(data);
  return { kind: 'scalar', value, text: String(value), quoted: typeof value === 'string', ...place };
}

/** A copy in which each node says its file; what aliases share stays shared. */
function ofFile(root: SyntaxNode, file: string): SyntaxNode {
  const copies = new Map<SyntaxNode, SyntaxNode>();
  const copy = (node: SyntaxNode): SyntaxNode => {
    const present = copies.get(node);
    if (present !== undefined) return present;
    const made: SyntaxNode =
      node.kind === 'scalar'
        ? { ...node, file }
        : node.kind === 'list'
          ? { ...node, file, items: node.items.map(copy) }
          : { ...node, file, entries: node.entries.map((entry) => ({ ...entry, file, value: copy(entry.value) })) };
    copies.set(node, made);
    return made;
  };
  return copy(root);
}
