/** `absent` only when nothing in the text can make the export; `possible` when it cannot be told by text alone. */
export type ExportFound = { readonly start: number; readonly end: number } | 'possible' | 'absent';

/** A bundle larger than this is taken on trust. */
const LARGEST = 2_000_000;

/** Looks for an export by its spellings, in source and in what compilers emit. A path `a.b` is judged by its first part. */
export function findJavaScriptExport(text: string, exportPath: string): ExportFound {
  if (text.length > LARGEST) return 'possible';
  const name = exportPath.split('.')[0] ?? exportPath;
  const code = withoutComments(text);
  for (const spelling of spellings(escape(name))) {
    const match = spelling.exec(code);
    if (match === null) continue;
    const start = match.index + match[0].lastIndexOf(name);
    return { start, end: start + name.length };
  }
  if (new RegExp(`(?<![\\w$])${escape(name)}(?![\\w$])`).test(code)) return 'possible';
  return opensOthers.test(code) || !exportsAnything.test(code) ? 'possible' : 'absent';
}

const spellings = (name: string): readonly RegExp[] => [
  // exports.handler = …   module.exports.handler = …   exports["handler"] = …   this.handler is no export
  new RegExp(
    `(?<![\\w$])(?:module\\s*\\.\\s*)?exports\\s*(?:\\.\\s*${name}|\\[\\s*(['"\`])${name}\\1\\s*\\])\\s*=(?!=)`,
  ),
  // export const handler = …   export async function handler   export default handled below
  new RegExp(
    `(?<![\\w$.])export\\s+(?:declare\\s+)?(?:const|let|var|class|abstract\\s+class|(?:async\\s+)?function\\s*\\*?)\\s+${name}(?![\\w$])`,
  ),
  // export const { a, handler } = …
  new RegExp(`(?<![\\w$.])export\\s+(?:const|let|var)\\s*\\{[^}]{0,2000}(?<![\\w$])${name}(?![\\w$])`),
  // export { handler }   export { main as handler }   export { handler } from './x'
  new RegExp(`(?<![\\w$.])export\\s*\\{(?:[^}]{0,4000}[,\\s])?(?:[\\w$]+\\s+as\\s+)?${name}\\s*(?=[,}])`),
  // export * as handler from
  new RegExp(`(?<![\\w$.])export\\s*\\*\\s*as\\s+${name}(?![\\w$])`),
  // module.exports = { handler, … }   module.exports = { handler: … }   module.exports = { async handler(event) … }
  new RegExp(
    `(?<![\\w$])module\\s*\\.\\s*exports\\s*=\\s*(?:\\w+\\s*=\\s*)?\\{(?:[^]{0,20000}?[,{\\s])?(['"]?)(?:async\\s+)?${name}\\1\\s*(?=[,:}(])`,
  ),
  // __export(index_exports, { handler: () => handler })   esbuild
  new RegExp(`__export\\(\\s*[\\w$]+\\s*,\\s*\\{[^}]{0,8000}?(?<![\\w$])${name}\\s*:`),
  // Object.defineProperty(exports, 'handler', …)   exports.default of a default export
  new RegExp(`Object\\.defineProperty\\(\\s*exports\\s*,\\s*(['"])${name}\\1`),
  ...(name === 'default' ? [/(?<![\w$.])export\s+default(?![\w$])/] : []),
];

/** Something here can export names that the text does not show. */
const opensOthers =
  /(?<![\w$.])export\s*\*|(?<![\w$])module\s*\.\s*exports\s*=(?!\s*\{)|(?<![\w$])exports\s*\[|Object\.assign\(\s*(?:module\.)?exports|__exportStar|__reExport|tslib|\.\.\.|require\(\s*[^'"\s]/;

const exportsAnything = /(?<![\w$])exports(?![\w$])|(?<![\w$.])export(?![\w$])/;

/** Comments become blanks of the same length, so that offsets stay. Strings keep their text. */
function withoutComments(text: string): string {
  return text.replace(
    /"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'|`(?:\\[^]|[^`\\])*`|\/\*[^]*?\*\/|(?<![:\\/])\/\/[^\n]*/g,
    (match) => (match.startsWith('/') ? match.replace(/[^\n]/g, ' ') : match),
  );
}

function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
