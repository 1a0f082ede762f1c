/**
 * A text that can be looked at only so often. The parser goes back and tries again where a text may mean two things, and
 * nested places of that kind (`<T>(<T>(<T>(…`) double its work at each level. Ordinary code has each character looked at 1.5
 * times at most; a hostile text is given up long before it costs seconds. Measured: the parser is not slower for it.
 */
export class CountedText extends String {
  private readonly text: string;
  private looks: number;

  constructor(text: string) {
    super(text);
    this.text = text;
    this.looks = text.length * 20 + 100_000;
  }

  override charCodeAt(index: number): number {
    if (--this.looks < 0) throw new RangeError('The parser has tried too often.');
    return this.text.charCodeAt(index);
  }

  override slice(start?: number, end?: number): string {
    return this.text.slice(start, end);
  }

  override toString(): string {
    return this.text;
  }
}

/** So many labels of one name may stand inside each other. */
const mostOfOneName = 30;

/**
 * With error recovery, each label of a name that is taken adds an error for every label around it: nine hundred took nine
 * seconds. Looks at what stands before each colon, keys and all; what is no plain name there counts as one name.
 */
export function mayRepeatLabels(text: string): boolean {
  const counts = new Map<string, number>();
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    const name = nameBefore(text, at);
    if (name === undefined) continue;
    const count = (counts.get(name) ?? 0) + 1;
    if (count > mostOfOneName) return true;
    counts.set(name, count);
  }
  return false;
}

/** The identifier before a colon; `''` where a comment or an escape may hide one, undefined where there is none. */
function nameBefore(text: string, colon: number): string | undefined {
  let end = colon;
  while (isBlank(text.charCodeAt(end - 1))) end--;
  if (/[\n\r\u2028\u2029]/.test(text.slice(end, colon)) || '/}'.includes(text[end - 1] ?? ' ')) return '';
  let start = end;
  while (isNamePart(text.charCodeAt(start - 1))) start--;
  if (start === end) return undefined;
  return text[start - 1] === '\\' ? '' : text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x2029);
}

function isNamePart(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x24 ||
    code === 0x5f ||
    code > 0xa0
  );
}
