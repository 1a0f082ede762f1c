import type { Known, SourceRange, SourceTree, Text } from '@leastwise/model';

/** Code that stands in a template: what the platform gets, and where each character of it is written. */
export interface InlineCode {
  readonly text: string;
  readonly at: SourceRange;
  readonly offsetOf: (index: number) => number;
}

/** A value that only deployment knows stands in the code as this word. */
const hole = 'deployment_value';

export function inlineCode(code: Known | Text, tree: SourceTree): InlineCode | undefined {
  const parts = code.kind === 'text' ? code.parts : typeof code.value === 'string' ? [code.value] : undefined;
  if (parts === undefined) return undefined;
  const read = tree.read(code.origin.file);
  const written = 'text' in read ? read.text : '';
  const texts = parts.map((part) => (typeof part === 'string' ? part : undefined));
  const offsets = align(texts, written, code.origin);
  return {
    text: texts.map((part) => part ?? hole).join(''),
    at: code.origin,
    offsetOf: (index) => offsets[Math.max(0, Math.min(index, offsets.length - 1))] ?? code.origin.start,
  };
}

/**
 * Walks the code and the text of the template side by side. Indentation of a block, escapes of a quoted text and the values
 * between the parts are stepped over, so that a finding stands on the line that a person would mend.
 */
function align(parts: readonly (string | undefined)[], written: string, origin: SourceRange): readonly number[] {
  const offsets: number[] = [];
  let at = contentStart(written, origin);
  for (const [number, part] of parts.entries()) {
    if (part === undefined) {
      for (let index = 0; index < hole.length; index++) offsets.push(at);
      const next = parts[number + 1]?.trimStart().slice(0, 12) ?? '';
      const found = next === '' ? -1 : written.indexOf(next, at);
      if (found >= 0 && found < origin.end) at = found;
      continue;
    }
    for (let index = 0; index < part.length; index++) {
      at = seek(part, index, written, at, origin.end);
      offsets.push(at);
      at += escapeLength(part.charAt(index), written, at);
    }
  }
  offsets.push(Math.min(at, origin.end));
  return offsets;
}

/** Past the tag, the quote or the header of a block. */
function contentStart(written: string, origin: SourceRange): number {
  const header = /^(?:![\w:.]+\s+)*(?:[|>][^\r\n]*\r?\n|["'])?/.exec(
    written.slice(origin.start, Math.min(origin.end, origin.start + 400)),
  );
  return origin.start + (header?.[0].length ?? 0);
}

/** Where the character at `index` is written: here, or behind indentation, a folded line or a quote. */
function seek(part: string, index: number, written: string, from: number, end: number): number {
  const wanted = part.charAt(index);
  for (let at = from; at < end && at < from + 400; at++) {
    const unit = written.charAt(at);
    if (unit === wanted || (unit === '\\' && escaped(written, at) === wanted)) return at;
    if (wanted === '\n' && unit === '\r') continue;
    const isSkipped =
      unit === ' ' || unit === '\t' || unit === '\n' || unit === '\r' || unit === "'" || unit === '"' || unit === '\\';
    if (!isSkipped) break;
  }
  return Math.min(from, end);
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
  '/': '/',
  "'": "'",
};

function escaped(written: string, at: number): string | undefined {
  const next = written.charAt(at + 1);
  if (next === 'u') return String.fromCharCode(Number.parseInt(written.slice(at + 2, at + 6), 16));
  return escapes[next];
}

function escapeLength(wanted: string, written: string, at: number): number {
  if (
    written.charAt(at) !== '\\' || wanted === '\\'
      ? written.slice(at, at + 2) !== '\\\\'
      : escaped(written, at) !== wanted
  ) {
    return written.charAt(at) === wanted ? 1 : 0;
  }
  return written.charAt(at + 1) === 'u' ? 6 : 2;
}
