/**
 * Three-valued truth as numbers, so that "and" is `Math.min`, "or" is `Math.max` and "not" is `YES - x` (Kleene). MAYBE is said
 * when a key is marked unknown, when a text has a part that is not known, or when only some instances of a pattern match.
 */
export type Truth = 0 | 1 | 2;

export const NO = 0;
export const MAYBE = 1;
export const YES = 2;

export function not(truth: Truth): Truth {
  return (YES - truth) as Truth;
}

export function both(a: Truth, b: Truth): Truth {
  return a < b ? a : b;
}

export function either(a: Truth, b: Truth): Truth {
  return a > b ? a : b;
}
