/**
 * One weakness and its repair written in one dialect. In the text `«weak|repaired»` gives both; a line that ends with `# here` is
 * one on which the finding may stand, `# finds <text>` says it of every line with that text, and `# finds-in place.mjs:4` names a
 * line of another file.
 */
export interface DialectCase {
  readonly check: string;
  readonly weak: string;
  readonly repaired: string;
  /** 1-based lines of the weak text. */
  readonly lines: readonly number[];
  /** Findings in other files: `place.mjs:4`. */
  readonly elsewhere: readonly string[];
  /** Other files: `# file <path> <content>`. */
  readonly files: Readonly<Record<string, string>>;
}

/** The cases of a file: each begins with `#### <check>`. */
export function dialectCases(text: string): readonly DialectCase[] {
  return text
    .split(/^#### /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf('\n');
      const body = section.slice(end + 1);
      const files = [...body.matchAll(/^# file (\S+) (.*)$/gm)].map(
        (match) => [match[1] ?? '', match[2] ?? ''] as const,
      );
      const written = body.replaceAll(/^# file .*\n/gm, '');
      const weak = choose(written, 0);
      return {
        check: section.slice(0, end).trim(),
        weak,
        repaired: choose(written, 1),
        lines: expectedLines(weak),
        elsewhere: [...weak.matchAll(/^# finds-in (\S+)$/gm)].map((match) => match[1] ?? ''),
        files: Object.fromEntries(files),
      };
    });
}

function choose(text: string, side: 0 | 1): string {
  return text.replaceAll(/«([^«»]*)»/g, (_whole, both: string) => {
    const cut = both.indexOf('|');
    return side === 0 ? both.slice(0, cut) : both.slice(cut + 1);
  });
}

function expectedLines(text: string): readonly number[] {
  const sought = [...text.matchAll(/^# finds (.*)$/gm)].map((match) => match[1] ?? '');
  return text.split('\n').flatMap((line, index) => {
    const isMarked =
      /# here\s*$/.test(line) || (!line.startsWith('# finds') && sought.some((part) => line.includes(part)));
    return isMarked ? [index + 1] : [];
  });
}
