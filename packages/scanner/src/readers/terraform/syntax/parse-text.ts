import { cursorOver } from './cursor.ts';
import type { Expression } from './hcl.ts';
import { parseExpression } from './parse-expression.ts';
import { joinPieces, readPieces, templateExpression } from './parse-template.ts';

/** A whole text as a template: `templatefile`, or a string of `.tf.json`. Throws an `HclError` for one that is broken. */
export function parseTemplateText(text: string): Expression {
  const cursor = cursorOver(text, parseExpression);
  const parts = joinPieces(readPieces(cursor, { quoted: false, indent: 0 }), 0);
  return templateExpression(parts, 0, text.length, false);
}
