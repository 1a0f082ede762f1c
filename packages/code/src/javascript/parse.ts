import { createRequire } from 'node:module';
import type { ParserOptions, ParserPlugin } from '@babel/parser';
import type * as t from '@babel/types';
import { CountedText, mayRepeatLabels } from './parse-guards.ts';

export interface ParseFailure {
  readonly failedAt: number;
  readonly message: string;
}

let parser: typeof import('@babel/parser') | undefined;

/** Loaded with the first text, because a scan that meets no JavaScript should not wait for half a megabyte of parser. */
function loadParser(): typeof import('@babel/parser') {
  parser ??= createRequire(import.meta.url)('@babel/parser') as typeof import('@babel/parser');
  return parser;
}

/** The only module that loads the parser. A tree with complaints is still a tree: only a throw is a failure. */
export function parseText(file: string, text: string, startIndex = 0): t.Program | ParseFailure {
  // The parser knows `#!` at the very beginning only, not behind a byte order mark.
  const readable = text.startsWith('\uFEFF#!') ? `\uFEFF//${text.slice(3)}` : text;
  let failedAt = 0;
  // The parser reads its text by these very methods; nothing in it asks whether the string is a primitive.
  const counted = new CountedText(readable) as unknown as string;
  for (const plugins of pluginTrials(file)) {
    for (const errorRecovery of [false, true]) {
      if (errorRecovery && mayRepeatLabels(readable)) continue;
      try {
        const places = { startIndex, startColumn: startIndex };
        return loadParser().parse(counted, { ...options, ...places, errorRecovery, plugins: [...plugins] }).program;
      } catch (error) {
        failedAt = Math.max(failedAt, positionOf(error));
        if (error instanceof RangeError) return { failedAt, message: tooDeep };
      }
    }
  }
  return { failedAt, message: 'This is not valid JavaScript or TypeScript, so it was not read.' };
}

/** The stack was too small, or the parser went back too often. */
const tooDeep = 'The code here is nested too deep to be read.';

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
function pluginTrials(file: string): readonly (readonly ParserPlugin[])[] {
  if (/\.[mc]?ts$/i.test(file)) return [typescript, typescriptJsx];
  if (/\.tsx$/i.test(file)) return [typescriptJsx, typescript];
  return [plainJsx, flow, typescript, typescriptJsx];
}

function positionOf(error: unknown): number {
  const at = error instanceof SyntaxError && 'pos' in error ? error.pos : 0;
  return typeof at === 'number' ? at : 0;
}
