import { settled, type NodeId, type SourceTree, type Unknown, type Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { codePlace, type CodePlace } from './code-place.ts';
import { containerHandler } from './container-handler.ts';
import type { HandlerFact, HandlerFacts } from './handler.ts';
import { inlineHandler } from './inline-handler.ts';
import { searchJavaScript } from './javascript-handler.ts';
import { layersMayHoldHandlers } from './layers.ts';
import { searchPython } from './python-handler.ts';
import { searchRuby } from './ruby-handler.ts';
import { runtimeFamily, type RuntimeFamily } from './runtime-family.ts';
import type { HandlerSearch } from './handler-search.ts';
import { wrappedHandler } from './wrapped-handler.ts';

const searches: Partial<Record<RuntimeFamily, (search: HandlerSearch) => HandlerFact>> = {
  javascript: searchJavaScript,
  python: searchPython,
  ruby: searchRuby,
};

/** Where the handler of every function of the estate stands. Each is looked for once, when first asked. */
export function handlerFacts(estate: Estate, tree: SourceTree): HandlerFacts {
  const kept = new Map<NodeId, HandlerFact>();
  return {
    of(functionId) {
      let fact = kept.get(functionId);
      if (fact === undefined) {
        const node = estate.get(functionId, 'function');
        fact = node === undefined ? noFunction(functionId) : findHandler(node, estate, tree);
        kept.set(functionId, fact);
      }
      return fact;
    },
  };
}

function findHandler(node: NodeOf<'function'>, estate: Estate, tree: SourceTree): HandlerFact {
  const place = codePlace(node, tree);
  const packageType = settled(node.facet.packageType);
  if (packageType === 'Image' || place.kind === 'image') return containerHandler(node, tree);

  const handler = wrappedHandler(node) ?? node.facet.handler;
  const declared = settled(handler);
  const runtime = settled(node.facet.runtime);
  const family = runtime === undefined ? undefined : runtimeFamily(runtime);

  if (declared === undefined) return undeclared(node, handler, family, runtime);
  if (place.kind === 'unknown') return { status: 'unknown', declared, open: place.open };
  if (family === undefined) return withoutRuntime(node, declared, place, tree, estate);
  if (place.kind === 'inline') return inlineHandler(node, declared, family, place.code);
  const search = searches[family];
  if (search === undefined) return unread(declared, runtime ?? '', node.facet.handler);
  return search({ node, declared, place, tree, layers: layersMayHoldHandlers(node, estate) });
}

function undeclared(
  node: NodeOf<'function'>,
  handler: Value<string>,
  family: RuntimeFamily | undefined,
  runtime: string | undefined,
): HandlerFact {
  const reason = handler.kind === 'unknown' ? handler : undefined;
  if (reason !== undefined) return { status: 'unknown', open: reason };
  if (family === 'compiled') return unread(undefined, runtime ?? '', handler);
  return {
    status: 'unknown',
    open: {
      kind: 'unknown',
      cause: 'invalid',
      reason:
        handler.kind === 'absent'
          ? 'No handler is declared.'
          : 'The handler hangs on values known only to a deployment.',
      origin: handler.kind === 'absent' ? node.keyRange : handler.origin,
    },
  };
}

/** Without a known runtime the code itself may still tell; but nothing can then be called missing. */
function withoutRuntime(
  node: NodeOf<'function'>,
  declared: string,
  place: Exclude<CodePlace, { kind: 'unknown' | 'image' }>,
  tree: SourceTree,
  estate: Estate,
): HandlerFact {
  if (place.kind !== 'inline') {
    for (const search of [searchJavaScript, searchPython]) {
      const fact = search({ node, declared, place, tree, layers: layersMayHoldHandlers(node, estate) });
      if (fact.status === 'resolved') return fact;
    }
  }
  const value = node.facet.runtime;
  const open: Unknown =
    value.kind === 'unknown'
      ? value
      : { kind: 'unknown', cause: 'invalid', reason: 'The runtime is not known.', origin: value.origin };
  return { status: 'unknown', declared, open };
}

function unread(declared: string | undefined, runtime: string, handler: Value<unknown>): HandlerFact {
  return {
    status: 'unknown',
    ...(declared === undefined ? {} : { declared }),
    open: {
      kind: 'unknown',
      cause: 'limit',
      reason: `Handlers of the runtime ${runtime} are not looked up: what runs is made by a compiler.`,
      origin: handler.origin,
    },
  };
}

function noFunction(id: NodeId): HandlerFact {
  return {
    status: 'unknown',
    open: {
      kind: 'unknown',
      cause: 'invalid',
      reason: `There is no function ${id}.`,
      origin: { file: '', start: 0, end: 0 },
    },
  };
}
