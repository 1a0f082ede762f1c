import type { Constant } from '../ir/index.ts';

/** Numbers of Python 3, and `0777` and `10L` of Python 2. Sticky, so that it matches at an offset. */
const number =
  /0[xX](?:_?[0-9a-fA-F])+[lL]?|0[oO](?:_?[0-7])+[lL]?|0[bB](?:_?[01])+[lL]?|(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?[jJlL]?/y;

export function readNumberEnd(text: string, start: number): number {
  number.lastIndex = start;
  return number.test(text) ? number.lastIndex : start + 1;
}

/** The value of a literal; of an imaginary one its size. */
export function numberValue(literal: string): Constant {
  const plain = literal.replaceAll('_', '').replace(/[jlL]$/i, '');
  if (/^0\d+$/.test(plain)) return /^0+$/.test(plain) ? 0 : Number.parseInt(plain, 8) || Number(plain);
  if (/[.eE]/.test(plain) && !/^0[xX]/.test(plain)) return Number(plain);
  const value = Number(plain);
  // A literal of a million digits is data, not a number to compute with.
  return Number.isSafeInteger(value) || plain.length > 1000 ? value : BigInt(plain);
}
