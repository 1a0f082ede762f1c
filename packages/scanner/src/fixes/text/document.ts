import type { SyntaxNode } from '../../readers/syntax/syntax-node.ts';
import { readSyntax } from '../../readers/syntax/read-syntax.ts';
import type { TextEdit } from './text-edit.ts';
import { styleOf, type TextStyle } from './text-style.ts';

/** A YAML or JSON file that is to be edited. */
export interface EditableDocument {
  readonly file: string;
  readonly text: string;
  readonly root: SyntaxNode;
  readonly style: TextStyle;
}

/** Edits that do one thing, with what makes them a matter for a person; or why there are none. */
export type Writing = Written | Refusal;

export interface Written {
  readonly edits: readonly TextEdit[];
  /** Each one sentence: why somebody should look before it is applied. */
  readonly review: readonly string[];
}

export interface Refusal {
  /** One sentence. */
  readonly refused: string;
}

export const refuse = (refused: string): Refusal => ({ refused });
export const written = (edits: readonly TextEdit[], ...review: readonly string[]): Written => ({ edits, review });

export function isRefusal(writing: Writing): writing is Refusal {
  return 'refused' in writing;
}

/** All of them, or the first refusal. */
export function together(writings: readonly Writing[]): Writing {
  const edits: TextEdit[] = [];
  const review: string[] = [];
  for (const writing of writings) {
    if (isRefusal(writing)) return writing;
    edits.push(...writing.edits);
    review.push(...writing.review);
  }
  return { edits, review: [...new Set(review)] };
}

/** Undefined for what cannot be read in full: text that is broken is not edited. */
export function openDocument(file: string, text: string): EditableDocument | undefined {
  const read = readSyntax(text, file);
  const isWhole = read.diagnostics.every(({ effect }) => effect !== 'incomplete');
  if (read.root === undefined || read.documents.length > 1 || !isWhole) return undefined;
  return { file, text, root: read.root, style: styleOf(text, read.root) };
}
