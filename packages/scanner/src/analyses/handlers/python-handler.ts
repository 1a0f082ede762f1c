import type { HandlerFact } from './handler.ts';
import { codeRootOf, joinPath, notThere, type HandlerSearch } from './handler-search.ts';
import { findPythonName } from './python-names.ts';

/**
 * Finds a Python handler as the runtime does: the part before the last dot is the module, whose slashes and dots are both
 * folders. https://github.com/aws/aws-lambda-python-runtime-interface-client (bootstrap.py)
 */
export function searchPython(search: HandlerSearch): HandlerFact {
  const { declared, place, tree, node } = search;
  const dot = declared.lastIndexOf('.');
  if (dot <= 0 || dot === declared.length - 1) {
    return notThere({ ...search, layers: false }, [], `A handler of the form module.function (not ${declared})`);
  }
  const name = declared.slice(dot + 1);
  const module = declared.slice(0, dot).replaceAll('.', '/').replace(/^\/+/, '');
  const root = codeRootOf(place);
  const lookedFor = [`${joinPath(root, module)}.py`, `${joinPath(root, module)}/__init__.py`];
  const file = lookedFor.find((candidate) => tree.stat(candidate) === 'file');
  if (file === undefined)
    return notThere(search, lookedFor, `The module ${declared.slice(0, dot)} of the handler ${declared}`);

  const resolved: HandlerFact = { status: 'resolved', declared, file, export: name, codeRoot: root };
  const content = tree.read(file);
  if (!('text' in content)) return resolved;
  const found = findPythonName(content.text, name);
  if (found === 'absent') {
    return {
      status: 'missing',
      declared,
      at: node.facet.handler.kind === 'known' ? node.facet.handler.origin : node.keyRange,
      reason: `${file} defines nothing called ${name}.`,
      lookedFor: [file],
    };
  }
  return found === 'possible' ? resolved : { ...resolved, at: { file, ...found } };
}
