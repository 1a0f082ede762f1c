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

/** A thousand labels of one name inside each other are half a million errors. */
const mostColons = 1_000;

/** With error recovery each label of a name that is taken adds an error for every label around it. */
export function mayRepeatLabels(text: string): boolean {
  let colons = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) if (++colons > mostColons) return true;
  return false;
}
