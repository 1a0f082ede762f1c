/**
 * Texts on which the parser takes exponential time or memory. Both are recognised by a linear look at the characters; a false
 * alarm costs the text another way of reading only.
 */

/** The work doubles with each level: twelve took up to a quarter of a second. */
const mostAssertions = 10;

/**
 * `<T>(<T>(<T>(…` in TypeScript without JSX is read twice at each level: as a generic arrow, then as a type assertion. Counts
 * the pairs of angles that stand around a place, by brackets and within the statement.
 */
export function nestsAssertions(text: string): boolean {
  const outer: number[] = [];
  let around = 0;
  let here = 0;
  let isOpen = false;
  for (let index = 0; index < text.length; index++) {
    switch (text.charCodeAt(index)) {
      case 0x3c: // <
        isOpen = true;
        break;
      case 0x3e: // >
        if (isOpen && around + ++here > mostAssertions) return true;
        isOpen = false;
        break;
      case 0x28: // (
      case 0x5b: // [
      case 0x7b: // {
        outer.push(around);
        around += here;
        here = 0;
        isOpen = false;
        break;
      case 0x29: // )
      case 0x5d: // ]
      case 0x7d: // }
        around = outer.pop() ?? 0;
        here = 0;
        isOpen = false;
        break;
      case 0x2c: // ,
        if (!isOpen) here = 0;
        break;
      case 0x3b: // ;
        here = 0;
        isOpen = false;
        break;
      default:
    }
  }
  return false;
}

/** A thousand labels of one name inside each other are half a million errors. */
const mostColons = 1_000;

/** With error recovery each label of a name that is taken adds an error for every label around it. */
export function mayRepeatLabels(text: string): boolean {
  let colons = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) if (++colons > mostColons) return true;
  return false;
}
