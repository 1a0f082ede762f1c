import type { SyntaxNode } from '../../readers/syntax/syntax-node.ts';

/** How a file is laid out, so that what is added looks like what stands there. */
export interface TextStyle {
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** One level deeper. */
  readonly indent: string;
  /** The dash of a list item stands this much deeper than the key of the list. */
  readonly listIndent: string;
  readonly quote: "'" | '"';
  /** Written as JSON, whatever the file is called. */
  readonly isJson: boolean;
}

export function styleOf(text: string, root: SyntaxNode | undefined): TextStyle {
  const found = text.search(/[\r\n]/);
  const lineEnd = found === -1 ? '\n' : text[found] === '\n' ? '\n' : text[found + 1] === '\n' ? '\r\n' : '\r';
  const isJson = /^[\uFEFF\s]*(?:\{|\/[/*])/.test(text);
  const indent = /^[ \t]+(?=\S)/m.exec(isJson ? text : '')?.[0] ?? ' '.repeat(yamlIndent(text, root));
  return {
    lineEnd,
    indent,
    listIndent: / *(?=- )/.exec(listLine(text))?.[0] ?? indent,
    quote: count(text, "'") >= count(text, '"') ? "'" : '"',
    isJson,
  };
}

/** The white space before the first visible character of the line in which an offset lies. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  if (at === 0 && text.charCodeAt(0) === 0xfeff && offset > 0) return 1;
  return at;
}

/** The offset of the line break behind an offset, or the end of the text. */
export function lineStop(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** The difference of columns that most nested maps have. */
function yamlIndent(text: string, root: SyntaxNode | undefined): number {
  if (root?.kind !== 'map') return 2;
  for (const outer of root.entries) {
    if (outer.value.kind !== 'map' || outer.value.entries.length === 0) continue;
    const inner = outer.value.entries[0];
    if (inner === undefined || inner.keyStart < outer.keyEnd) continue;
    const deeper = columnOf(text, inner.keyStart) - columnOf(text, outer.keyStart);
    if (lineStart(text, inner.keyStart) !== lineStart(text, outer.keyStart) && deeper > 0 && deeper <= 8) return deeper;
  }
  return 2;
}

/** The part of the first list item that stands deeper than its key: `  - `. */
function listLine(text: string): string {
  const pattern = /^( *)[^\s#-][^\n\r]*:[ \t]*(?:#[^\n\r]*)?\r?\n( *)- /m;
  const match = pattern.exec(text);
  if (match === null) return '';
  const deeper = (match[2]?.length ?? 0) - (match[1]?.length ?? 0);
  return deeper < 0 ? '' : `${' '.repeat(deeper)}- `;
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1 && found < 10_000; at = text.indexOf(character, at + 1)) found++;
  return found;
}
