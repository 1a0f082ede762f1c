import { T } from './token-kind.ts';

/** Operators and punctuation by their first character, longest first. */
const operators: readonly (readonly (readonly [string, number])[] | undefined)[] = table([
  ['(', T.openParen],
  [')', T.closeParen],
  ['[', T.openBracket],
  [']', T.closeBracket],
  ['{', T.openBrace],
  ['}', T.closeBrace],
  [',', T.comma],
  [':=', T.walrus],
  [':', T.colon],
  [';', T.semicolon],
  ['...', T.ellipsis],
  ['.', T.dot],
  ['==', T.equal],
  ['=', T.assign],
  ['->', T.arrow],
  ['-=', T.augmented],
  ['-', T.minus],
  ['@=', T.augmented],
  ['@', T.at],
  ['`', T.backtick],
  ['+=', T.augmented],
  ['+', T.plus],
  ['**=', T.augmented],
  ['**', T.doubleStar],
  ['*=', T.augmented],
  ['*', T.star],
  ['//=', T.augmented],
  ['//', T.doubleSlash],
  ['/=', T.augmented],
  ['/', T.slash],
  ['%=', T.augmented],
  ['%', T.percent],
  ['<<=', T.augmented],
  ['<<', T.shiftLeft],
  ['<=', T.lessEqual],
  ['<>', T.notEqual],
  ['<', T.less],
  ['>>=', T.augmented],
  ['>>', T.shiftRight],
  ['>=', T.greaterEqual],
  ['>', T.greater],
  ['&=', T.augmented],
  ['&', T.ampersand],
  ['|=', T.augmented],
  ['|', T.bar],
  ['^=', T.augmented],
  ['^', T.caret],
  ['~', T.tilde],
  ['!=', T.notEqual],
  ['!', T.bang],
]);

/** The operator at an offset: its kind times eight, plus its length. */
export function readOperator(text: string, start: number): number {
  const candidates = operators[text.charCodeAt(start)];
  if (candidates !== undefined) {
    for (const [operator, kind] of candidates) {
      if (operator.length === 1 || text.startsWith(operator, start)) return (kind << 3) | operator.length;
    }
  }
  return (T.invalid << 3) | 1;
}

function table(rows: readonly (readonly [string, number])[]): (readonly (readonly [string, number])[] | undefined)[] {
  const byFirst: (readonly [string, number])[][] = [];
  for (const row of rows) (byFirst[row[0].charCodeAt(0)] ??= []).push(row);
  return byFirst;
}
