import type { SourceTree } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';
import type { HandlerFact } from './handler.ts';

/** What is looked for, and where. */
export interface HandlerSearch {
  readonly node: NodeOf<'function'>;
  readonly declared: string;
  readonly place: LocalCode;
  readonly tree: SourceTree;
  /** True when a layer whose content is not in the tree may hold the module. */
  readonly layers: boolean;
}

/** Code in the tree: a folder, or one file that is shipped alone. */
export type LocalCode =
  | { readonly kind: 'folder'; readonly path: string; readonly built?: string }
  | { readonly kind: 'file'; readonly path: string; readonly built?: string };

/** The folder that the handler's path is relative to. */
export function codeRootOf(place: LocalCode): string {
  return place.kind === 'folder' ? place.path : place.path.split('/').slice(0, -1).join('/');
}

export function joinPath(...parts: readonly string[]): string {
  const joined: string[] = [];
  for (const part of parts.join('/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') joined.pop();
    else joined.push(part);
  }
  return joined.join('/');
}

/** The answer when no file of the module is there: missing, unless a build step or a layer may supply it. */
export function notThere(search: HandlerSearch, lookedFor: readonly string[], what: string): HandlerFact {
  const { node, declared, place, layers } = search;
  const origin = node.facet.handler.kind === 'known' ? node.facet.handler.origin : node.keyRange;
  const madeBy = place.built ?? (layers ? 'a layer that is not in the tree' : undefined);
  if (madeBy !== undefined) {
    return {
      status: 'unknown',
      declared,
      open: {
        kind: 'unknown',
        cause: 'missing-file',
        reason: `${what} is not in the tree; ${madeBy} may supply it.`,
        origin,
      },
    };
  }
  return {
    status: 'missing',
    declared,
    at: origin,
    reason: `${what} is not there: ${lookedFor.length === 0 ? 'nothing fits' : `looked for ${lookedFor.slice(0, 4).join(', ')}`}.`,
    lookedFor,
  };
}
