import { parse, type ParserOptions, type ParserPlugin } from '@babel/parser';
import type * as t from '@babel/types';

/** The only module that loads the parser. A tree with complaints is still a tree: only a throw is a failure. */
export function parseText(file: string, text: string, startIndex = 0): t.Program | { readonly failedAt: number } {
  // The parser knows `#!` at the very beginning only, not behind a byte order mark.
  const readable = text.startsWith('\uFEFF#!') ? `\uFEFF//${text.slice(3)}` : text;
  let failedAt = 0;
  for (const plugins of pluginTrials(file)) {
    try {
      return parse(readable, { ...options, plugins: [...plugins], startIndex, startColumn: startIndex }).program;
    } catch (error) {
      failedAt = Math.max(failedAt, positionOf(error));
    }
  }
  return { failedAt };
}

const options = {
  sourceType: 'unambiguous',
  errorRecovery: true,
  attachComment: false,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowImportExportEverywhere: true,
  allowSuperOutsideMethod: true,
  allowNewTargetOutsideFunction: true,
  allowUndeclaredExports: true,
  createImportExpressions: true,
} satisfies ParserOptions;

const always: readonly ParserPlugin[] = [
  'decorators-legacy',
  'decoratorAutoAccessors',
  'explicitResourceManagement',
  ['importAttributes', { deprecatedAssertSyntax: true }],
];
const typescript: readonly ParserPlugin[] = [...always, 'typescript'];
const typescriptJsx: readonly ParserPlugin[] = [...always, 'typescript', 'jsx'];
const plainJsx: readonly ParserPlugin[] = [...always, 'jsx'];
const flow: readonly ParserPlugin[] = [...always, 'jsx', ['flow', { all: true }]];

/** By the name of the file first; what people put into files named `.js` decides the rest. */
function pluginTrials(file: string): readonly (readonly ParserPlugin[])[] {
  if (/\.[mc]?ts$/i.test(file)) return [typescript, typescriptJsx];
  if (/\.tsx$/i.test(file)) return [typescriptJsx, typescript];
  return [plainJsx, flow, typescript, typescriptJsx];
}

function positionOf(error: unknown): number {
  const at = error instanceof SyntaxError && 'pos' in error ? error.pos : 0;
  return typeof at === 'number' ? at : 0;
}
