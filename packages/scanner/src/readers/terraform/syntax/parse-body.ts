import type { HclAttribute, HclBlock, HclBody, HclLabel } from './hcl.ts';
import { deeper, HclError, lineEnd, peek, skipSpace, takeName, type Cursor } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import { parseQuoted } from './parse-template.ts';

interface OpenBody extends HclBody {
  readonly attributes: HclAttribute[];
  readonly blocks: HclBlock[];
  end: number;
}

interface OpenBlock extends HclBlock {
  body: OpenBody;
  end: number;
  isBroken: boolean;
}

/** More trouble than this in one file, and the rest of it is not looked at. */
const MAX_PROBLEMS = 50;

export interface Problem {
  readonly message: string;
  readonly at: number;
  /** The name of the block that it is in. */
  readonly block: string | undefined;
  readonly isLast: boolean;
}

/** The body of a whole file. Trouble ends the block that it is in; the next block at the start of a line is read again. */
export function parseFileBody(cursor: Cursor, report: (problem: Problem) => void): HclBody {
  const body: OpenBody = { attributes: [], blocks: [], start: cursor.at, end: cursor.end };
  for (let problems = 0; ;) {
    const start = cursor.at;
    try {
      while (parseStatement(cursor, body, true));
      return body;
    } catch (error) {
      if (!(error instanceof HclError)) throw error;
      problems++;
      const block = body.blocks.at(-1) as OpenBlock | undefined;
      const broken = block !== undefined && block.end === -1 ? block : undefined;
      if (broken !== undefined) markBroken(broken, Math.min(error.at, cursor.end));
      const isLast = problems >= MAX_PROBLEMS;
      report({
        message: error.message,
        at: error.at,
        block: broken === undefined ? undefined : nameOf(broken),
        isLast,
      });
      const from = broken?.start ?? Math.max(start, cursor.at);
      const next = isLast ? undefined : nextBlock(cursor, from);
      if (next === undefined) return body;
      cursor.at = next;
      cursor.multiline = false;
      cursor.depth = 0;
    }
  }
}

const nameOf = (block: HclBlock): string => [block.type, ...block.labels.map(({ text }) => text)].join(' ');

function markBroken(block: OpenBlock, end: number): void {
  block.isBroken = true;
  block.end = end;
  block.body.end = end;
  const inner = block.body.blocks.at(-1) as OpenBlock | undefined;
  if (inner !== undefined && inner.end === -1) markBroken(inner, end);
}

const TOP =
  /^(?:resource|data|variable|output|locals|module|provider|terraform|moved|import|check|removed|ephemeral)\b/;

/** The next line behind `from` that looks like the start of a block of its own. */
function nextBlock(cursor: Cursor, from: number): number | undefined {
  for (
    let at = lineEnd(cursor.text, from, cursor.end) + 1;
    at < cursor.end;
    at = lineEnd(cursor.text, at, cursor.end) + 1
  ) {
    if (TOP.test(cursor.text.slice(at, at + 12))) return at;
  }
  return undefined;
}

/** Reads one attribute or block into `body`; false where the body ends. */
function parseStatement(cursor: Cursor, body: OpenBody, isFile: boolean): boolean {
  skipSpace(cursor, true);
  const start = cursor.at;
  const unit = peek(cursor);
  if (unit === -1) {
    if (isFile) return false;
    throw new HclError('This block is not closed', start);
  }
  if (unit === 125 && !isFile) return false;
  if (!isFile && isNewTopBlock(cursor)) throw new HclError('The block before this line is not closed', start);
  // JSON syntax spells names in quotes, and so do a few older files.
  const name = unit === 34 ? quotedName(cursor) : takeName(cursor);
  if (name === '') throw new HclError('A name is expected', start);
  const nameEnd = cursor.at;
  skipSpace(cursor, false);
  if (peek(cursor) === 61 && peek(cursor, 1) !== 61) {
    cursor.at++;
    const value = parseExpression(cursor);
    body.attributes.push({ name, nameStart: start, nameEnd, value, start, end: value.end });
    endOfLine(cursor);
    return true;
  }
  parseBlock(cursor, body, { type: name, typeStart: start, typeEnd: nameEnd });
  return true;
}

const TOP_LINE =
  /^(?:resource|data)[ \t]+"[^"\n]*"[ \t]+"[^"\n]*"[ \t]*\{|^(?:variable|output|module|provider)[ \t]+"[^"\n]*"[ \t]*\{|^(?:locals|terraform)[ \t]*\{/;

function isNewTopBlock(cursor: Cursor): boolean {
  if (cursor.at > 0 && cursor.text.charCodeAt(cursor.at - 1) !== 10) return false;
  return TOP_LINE.test(cursor.text.slice(cursor.at, cursor.at + 300));
}

function quotedName(cursor: Cursor): string {
  const quoted = parseQuoted(cursor);
  return quoted.kind === 'literal' ? String(quoted.value) : '';
}

/** What stands behind an attribute or block on its line: nothing, a comment, or the end of a block on one line. */
function endOfLine(cursor: Cursor): void {
  skipSpace(cursor, false);
  const unit = peek(cursor);
  if (unit === -1 || unit === 10 || unit === 125) return;
  if (unit === 44) cursor.at++;
  else throw new HclError('A new line is expected here', cursor.at);
}

function parseBlock(
  cursor: Cursor,
  parent: OpenBody,
  head: { type: string; typeStart: number; typeEnd: number },
): void {
  const labels: HclLabel[] = [];
  for (;;) {
    skipSpace(cursor, false);
    const start = cursor.at;
    const unit = peek(cursor);
    if (unit === 123) break;
    const text = unit === 34 ? quotedName(cursor) : takeName(cursor);
    if (cursor.at === start) throw new HclError(`= or { is expected behind ${head.type}`, start);
    labels.push({ text, start, end: cursor.at });
  }
  const bodyStart = cursor.at;
  cursor.at++;
  const body: OpenBody = { attributes: [], blocks: [], start: bodyStart, end: -1 };
  const block: OpenBlock = { ...head, labels, body, isBroken: false, start: head.typeStart, end: -1 };
  parent.blocks.push(block);
  deeper(cursor, () => {
    while (parseStatement(cursor, body, false));
  });
  cursor.at++;
  body.end = cursor.at;
  block.end = cursor.at;
  endOfLine(cursor);
}
