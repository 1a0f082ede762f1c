import { resolvePath, type ReadFailure, type SourceTree } from '@leastwise/model';
import { readSyntax } from '../syntax/read-syntax.ts';
import type { SyntaxDocument } from '../syntax/syntax-node.ts';

export interface TemplateText {
  readonly file: string;
  readonly text: string;
  readonly document: SyntaxDocument;
}

/** Reads each file of the tree at most once, however many stacks, worlds and includes ask for it. */
export interface TemplateStore {
  readonly tree: SourceTree;
  load(file: string): TemplateText | ReadFailure;
}

export function templateStore(tree: SourceTree): TemplateStore {
  const loaded = new Map<string, TemplateText | ReadFailure>();
  return {
    tree,
    load(file) {
      let found = loaded.get(file);
      if (found === undefined) {
        const read = tree.read(file);
        found = 'failure' in read ? read : { file, text: read.text, document: readSyntax(read.text, file) };
        loaded.set(file, found);
      }
      return found;
    },
  };
}

/** Where a location that a template names leads. */
export type Located =
  | { readonly at: 'file'; readonly path: string }
  | { readonly at: 'remote' }
  | { readonly at: 'outside-root' }
  | { readonly at: 'missing'; readonly path: string };

/** Resolves `./orders/template.yaml`, `file://orders.yaml` or a folder with a template in it, as the AWS command lines do. */
export function locateTemplate(tree: SourceTree, fromFile: string, location: string): Located {
  const written = location.replace(/^file:\/\//, '');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written) || /^(?:s3|https?):/i.test(written)) return { at: 'remote' };
  const path = resolvePath(fromFile, written);
  if (path === undefined) return { at: 'outside-root' };
  const stands = tree.stat(path);
  if (stands === 'file') return { at: 'file', path };
  if (stands === 'folder') {
    for (const name of ['template.yaml', 'template.yml', 'template.json']) {
      const inside = path === '' ? name : `${path}/${name}`;
      if (tree.stat(inside) === 'file') return { at: 'file', path: inside };
    }
  }
  return { at: 'missing', path };
}
