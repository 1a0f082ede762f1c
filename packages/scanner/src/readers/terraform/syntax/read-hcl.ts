import type { Diagnostic } from '@leastwise/model';
import { diagnosticList } from '../../syntax/diagnostic-list.ts';
import { refuseText } from '../../syntax/unreadable-text.ts';
import { cursorOver, HclError } from './cursor.ts';
import type { Expression, HclFile } from './hcl.ts';
import { parseFileBody } from './parse-body.ts';
import { parseExpression } from './parse-expression.ts';

/** Terraform files are written by people; the largest known ones have a tenth of this. */
const MAX_LENGTH = 3_000_000;

/** Reads a `.tf`, `.tofu` or `.tfvars` file. Never throws; a broken block is a diagnostic and the others are there. */
export function readHcl(text: string, file: string): HclFile {
  const found = diagnosticList(file);
  const refused = refuseText(text, file);
  if (refused !== undefined) return empty(file, refused.diagnostics);
  if (text.length > MAX_LENGTH) {
    const message = `The file has ${text.length} characters; more than ${MAX_LENGTH} are not read.`;
    found.add('terraform-too-large', 'incomplete', 0, 0, message, 'Split the file, or exclude it in leastwise.yaml.');
    return empty(file, found.diagnostics);
  }
  const body = parseFileBody(cursorOver(text, parseExpression), ({ message, at, block, isLast }) => {
    const where = block === undefined ? '' : ` The block ${block} is read up to here.`;
    const rest = isLast ? ' What follows in this file is not looked at.' : '';
    const end = Math.min(at + 1, text.length);
    found.add(
      'terraform-syntax',
      'incomplete',
      at,
      end,
      `${message}.${where}${rest}`,
      'Correct the syntax; `terraform fmt` says where it stops.',
    );
  });
  return { file, body, diagnostics: found.diagnostics };
}

/** A single expression: what `--param` gives for a variable that is no string. Undefined when it is none. */
export function readHclExpression(text: string): Expression | undefined {
  try {
    const cursor = cursorOver(text, parseExpression);
    cursor.multiline = true;
    const value = parseExpression(cursor);
    return text.slice(cursor.at).trim() === '' ? value : undefined;
  } catch (error) {
    if (error instanceof HclError) return undefined;
    throw error;
  }
}

const empty = (file: string, diagnostics: readonly Diagnostic[]): HclFile => ({
  file,
  body: { attributes: [], blocks: [], start: 0, end: 0 },
  diagnostics,
});
