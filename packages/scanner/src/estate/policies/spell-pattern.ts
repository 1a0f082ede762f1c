import { asText, type Value } from '@leastwise/model';

/** Stands for a part that only deployment knows; it is one fixed text there, never a wildcard that somebody wrote. */
export const hole = '\uFFFC';

/**
 * The text of an ARN, name or pattern with each part that is not known as one mark. Undefined for a value of which
 * nothing is known, and for a reference alone: `estate.resolve` says where that leads.
 */
export function spellPattern(value: Value): string | undefined {
  if (value.kind === 'text') return value.parts.map((part) => (typeof part === 'string' ? part : hole)).join('');
  return asText(value);
}

/** Whether a pattern with `*` and `?` covers the whole of a text. Linear: no backtracking beyond the last star. */
export function covers(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    const unit = pattern[p];
    if (unit === '*') {
      star = p++;
      mark = t;
    } else if (unit !== undefined && (unit === '?' || unit === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
