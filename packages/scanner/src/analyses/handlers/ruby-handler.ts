import type { HandlerFact } from './handler.ts';
import { codeRootOf, joinPath, notThere, type HandlerSearch } from './handler-search.ts';

/**
 * A Ruby handler is `file.method` or `file.Module::Class.method`.
 * https://docs.aws.amazon.com/lambda/latest/dg/ruby-handler.html
 */
export function searchRuby(search: HandlerSearch): HandlerFact {
  const { declared, place, tree } = search;
  const [module = '', ...rest] = declared.split('.');
  const root = codeRootOf(place);
  const file = `${joinPath(root, module)}.rb`;
  if (rest.length === 0)
    return notThere({ ...search, layers: false }, [], `A handler of the form file.method (not ${declared})`);
  if (tree.stat(file) !== 'file') return notThere(search, [file], `The file ${module}.rb of the handler ${declared}`);
  const resolved: HandlerFact = { status: 'resolved', declared, file, export: rest.join('.'), codeRoot: root };
  const content = tree.read(file);
  const method = rest.at(-1) ?? '';
  const match =
    'text' in content ? new RegExp(`\\bdef\\s+(?:self\\.)?${method.replace(/\W/g, '')}\\b`).exec(content.text) : null;
  return match === null
    ? resolved
    : { ...resolved, at: { file, start: match.index, end: match.index + match[0].length } };
}
