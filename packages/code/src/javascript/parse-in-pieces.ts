import type * as t from '@babel/types';
import type { IrProblem } from '../ir/index.ts';
import { parseText } from './parse.ts';

interface Pieces {
  readonly statements: readonly t.Statement[];
  readonly problems: IrProblem[];
}

/** After so many pieces that cannot be read the text is something else than code. */
const mostFailures = 50;

/**
 * The statements of a text. Where the parser gives up on the whole, the text is cut at the lines that begin a statement in
 * the first column, and each piece is read by itself: one broken function does not hide the others.
 */
export function parseInPieces(file: string, text: string): Pieces {
  const whole = parseText(file, text);
  if ('body' in whole) return { statements: whole.body, problems: [] };
  const statements: t.Statement[] = [];
  const problems: IrProblem[] = [];
  for (const { start, end } of piecesOf(text)) {
    const piece = problems.length > mostFailures ? undefined : parseText(file, text.slice(start, end), start);
    if (piece !== undefined && 'body' in piece) for (const statement of piece.body) statements.push(statement);
    else {
      const at = Math.min(Math.max(piece?.failedAt ?? start, start), end);
      if (piece !== undefined) problems.push({ message: piece.message, start: at, end });
    }
    if (problems.length > mostFailures) {
      problems.push({ message: 'The rest of the text was not read.', start: end, end: text.length });
      break;
    }
  }
  return { statements, problems };
}

const beginsStatement =
  /^(?:import|export|const|let|var|function|async|class|abstract|interface|type|enum|namespace|declare|module|exports|if|for|while|switch|try|return|throw|@)(?![\w$])/gm;

function piecesOf(text: string): { readonly start: number; readonly end: number }[] {
  const starts = [0];
  for (const match of text.matchAll(beginsStatement)) if (match.index > 0) starts.push(match.index);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}
