import type { HandlerFact } from './handler.ts';
import { esbuildEntries } from './esbuild-entries.ts';
import { codeRootOf, joinPath, notThere, type HandlerSearch } from './handler-search.ts';
import { findJavaScriptExport } from './javascript-exports.ts';
import { sourceBeforeCompiler } from './typescript-output.ts';

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.mjs', '.js', '.cjs', '.jsx'];

/**
 * Finds a Node.js handler as the runtime does: the part up to the first dot of the base name is the module, the rest the
 * path of exports. https://github.com/aws/aws-lambda-nodejs-runtime-interface-client (UserFunction.js)
 */
export function searchJavaScript(search: HandlerSearch): HandlerFact {
  const { declared, place, tree, node } = search;
  const written = splitHandler(declared);
  if (written === undefined)
    return notThere({ ...search, layers: false }, [], `A handler of the form module.export (not ${declared})`);
  if (written.module.startsWith('/')) return inLayer(search);

  const root = codeRootOf(place);
  const bases = [
    ...esbuildEntries(node, root, written.module),
    joinPath(root, written.module),
    ...sourceBeforeCompiler(root, written.module, tree),
    ...(place.built === undefined ? [] : [joinPath(root, 'src', written.module)]),
  ];
  const lookedFor: string[] = [];
  for (const base of bases) {
    for (const candidate of [
      base,
      ...extensions.map((extension) => base + extension),
      ...extensions.map((extension) => `${base}/index${extension}`),
    ]) {
      if (candidate === base && !/\.[cm]?[jt]sx?$/.test(base)) continue;
      lookedFor.push(candidate);
      if (tree.stat(candidate) === 'file') return exported(search, candidate, written.export);
    }
  }
  return notThere(search, lookedFor, `The module ${written.module} of the handler ${declared}`);
}

function splitHandler(declared: string): { module: string; export: string } | undefined {
  const slash = declared.lastIndexOf('/');
  const dot = declared.indexOf('.', slash + 1);
  if (dot <= slash + 1 || dot === declared.length - 1) return undefined;
  return { module: declared.slice(0, dot), export: declared.slice(dot + 1) };
}

function exported(search: HandlerSearch, file: string, name: string): HandlerFact {
  const { declared, place, tree, node } = search;
  const content = tree.read(file);
  const resolved: HandlerFact = { status: 'resolved', declared, file, export: name, codeRoot: codeRootOf(place) };
  if (!('text' in content)) return resolved;
  const found = findJavaScriptExport(content.text, name);
  if (found === 'absent') {
    return {
      status: 'missing',
      declared,
      at: node.facet.handler.kind === 'known' ? node.facet.handler.origin : node.keyRange,
      reason: `${file} exports nothing called ${name}.`,
      lookedFor: [file],
    };
  }
  return found === 'possible' ? resolved : { ...resolved, at: { file, start: found.start, end: found.end } };
}

function inLayer(search: HandlerSearch): HandlerFact {
  return {
    status: 'unknown',
    declared: search.declared,
    open: {
      kind: 'unknown',
      cause: 'missing-file',
      reason: `The handler ${search.declared} stands in a layer or extension.`,
      origin: search.node.facet.handler.origin,
    },
  };
}
