import { parse, type ParserOptions, type ParserPlugin } from '@babel/parser';
import type * as t from '@babel/types';
import { mayRepeatLabels, nestsAssertions } from './parse-guards.ts';

export interface ParseFailure {
  readonly failedAt: number;
  readonly message: string;
}

/** The only module that loads the parser. A tree with complaints is still a tree: only a throw is a failure. */
export function parseText(file: string, text: string, startIndex = 0): t.Program | ParseFailure {
  // The parser knows `#!` at the very beginning only, not behind a byte order mark.
  const readable = text.startsWith('\uFEFF#!') ? `\uFEFF//${text.slice(3)}` : text;
  let failedAt = 0;
  let isTooDeep = false;
  const attempts = mayRepeatLabels(readable) ? [false] : [false, true];
  for (const plugins of pluginTrials(file, readable)) {
    for (const errorRecovery of attempts) {
      try {
        const places = { startIndex, startColumn: startIndex };
        return parse(readable, { ...options, ...places, errorRecovery, plugins: [...plugins] }).program;
      } catch (error) {
        failedAt = Math.max(failedAt, positionOf(error));
        isTooDeep ||= error instanceof RangeError;
      }
      if (isTooDeep) break;
    }
    if (isTooDeep) break;
  }
  return {
    failedAt,
    message: isTooDeep
      ? 'The code here is nested too deep to be read.'
      : 'This is not valid JavaScript or TypeScript, so it was not read.',
  };
}

const options = {
  sourceType: 'unambiguous',
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
function* pluginTrials(file: string, text: string): Generator<readonly ParserPlugin[]> {
  const hasTypes = /\.([mc]?ts|tsx)$/i.test(file);
  if (!hasTypes) {
    yield plainJsx;
    yield flow;
  }
  if (/x$/i.test(file)) yield typescriptJsx;
  if (!nestsAssertions(text)) yield typescript;
  yield typescriptJsx;
}

function positionOf(error: unknown): number {
  const at = error instanceof SyntaxError && 'pos' in error ? error.pos : 0;
  return typeof at === 'number' ? at : 0;
}
