import type { BinaryOperator, Expression, MapItem, SplatStep } from './hcl.ts';
import {
  atWord,
  deeper,
  expect,
  HclError,
  inBrackets,
  isDigit,
  MAX_DEPTH,
  peek,
  skipSpace,
  startsWith,
  take,
  takeName,
  type Cursor,
} from './cursor.ts';
import { atHeredoc, parseHeredoc, parseQuoted, takeLoopNames } from './parse-template.ts';

/** An expression at the cursor, blanks before it allowed. */
export function parseExpression(cursor: Cursor): Expression {
  return deeper(cursor, () => {
    const condition = parseBinary(cursor, 0);
    skipSpace(cursor);
    if (peek(cursor) !== 63) return condition;
    cursor.at++;
    const whenTrue = parseExpression(cursor);
    expect(cursor, ':', 'in a conditional');
    const otherwise = parseExpression(cursor);
    return { kind: 'conditional', condition, whenTrue, otherwise, start: condition.start, end: otherwise.end };
  });
}

const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];

function parseBinary(cursor: Cursor, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return parseUnary(cursor);
  let left = parseBinary(cursor, level + 1);
  for (let count = 0; ; count++) {
    skipSpace(cursor);
    const operator = operators.find((each) => startsWith(cursor, each));
    if (operator === undefined || atHeredoc(cursor)) return left;
    if (count > MAX_DEPTH) throw new HclError('This chain of operators is too long', cursor.at);
    cursor.at += operator.length;
    const right = parseBinary(cursor, level + 1);
    left = { kind: 'binary', operator, left, right, start: left.start, end: right.end };
  }
}

function parseUnary(cursor: Cursor): Expression {
  skipSpace(cursor);
  const start = cursor.at;
  const unit = peek(cursor);
  if (unit !== 45 && unit !== 33) return parsePostfix(cursor);
  cursor.at++;
  const operand = deeper(cursor, () => parseUnary(cursor));
  return { kind: 'unary', operator: unit === 45 ? '-' : '!', operand, start, end: operand.end };
}

function parsePostfix(cursor: Cursor): Expression {
  let of = parsePrimary(cursor);
  for (let count = 0; ; count++) {
    if (count > MAX_DEPTH) throw new HclError('This path is too long', cursor.at);
    const before = cursor.at;
    skipSpace(cursor);
    const unit = peek(cursor);
    if (unit === 46 && peek(cursor, 1) !== 46) {
      cursor.at++;
      skipSpace(cursor);
      if (peek(cursor) === 42) {
        cursor.at++;
        of = parseSplat(cursor, of, false);
      } else of = parseMember(cursor, of);
    } else if (unit === 91) {
      const from = cursor.at;
      cursor.at++;
      skipSpace(cursor, true);
      if (peek(cursor) === 42) {
        cursor.at++;
        inBrackets(cursor, true, () => expect(cursor, ']', 'behind [*'));
        of = parseSplat(cursor, of, true);
        continue;
      }
      cursor.at = from;
      of = { kind: 'index', of, key: parseKey(cursor), start: of.start, end: cursor.at };
    } else {
      cursor.at = before;
      return of;
    }
  }
}

function parseKey(cursor: Cursor): Expression {
  cursor.at++;
  const key = inBrackets(cursor, true, () => {
    const inner = parseExpression(cursor);
    expect(cursor, ']', 'behind an index');
    return inner;
  });
  return key;
}

/** `.name`, or the older `.0`. */
function parseMember(cursor: Cursor, of: Expression): Expression {
  const start = cursor.at;
  const name = takeName(cursor);
  if (name !== '') return { kind: 'attribute', of, name, start: of.start, end: cursor.at };
  while (isDigit(peek(cursor))) cursor.at++;
  if (cursor.at === start) throw new HclError('A name is expected behind the dot', start);
  const key: Expression = {
    kind: 'literal',
    value: Number(cursor.text.slice(start, cursor.at)),
    start,
    end: cursor.at,
  };
  return { kind: 'index', of, key, start: of.start, end: cursor.at };
}

function parseSplat(cursor: Cursor, of: Expression, full: boolean): Expression {
  const steps: SplatStep[] = [];
  let end = cursor.at;
  while (steps.length <= MAX_DEPTH) {
    skipSpace(cursor);
    const start = cursor.at;
    if (peek(cursor) === 46 && peek(cursor, 1) !== 46 && !startsWith(cursor, '.*')) {
      cursor.at++;
      const name = takeName(cursor);
      if (name !== '') steps.push({ name, start, end: cursor.at });
      else {
        const digits = cursor.at;
        while (isDigit(peek(cursor))) cursor.at++;
        if (digits === cursor.at) throw new HclError('A name is expected behind the dot', digits);
        const key: Expression = {
          kind: 'literal',
          value: Number(cursor.text.slice(digits, cursor.at)),
          start: digits,
          end: cursor.at,
        };
        steps.push({ key, start, end: cursor.at });
      }
    } else if (full && peek(cursor) === 91 && !/^\[\s*\*/.test(cursor.text.slice(cursor.at, cursor.at + 8))) {
      steps.push({ key: parseKey(cursor), start, end: cursor.at });
    } else break;
    end = cursor.at;
  }
  cursor.at = end;
  return { kind: 'splat', of, steps, start: of.start, end };
}

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function parsePrimary(cursor: Cursor): Expression {
  skipSpace(cursor);
  const start = cursor.at;
  const unit = peek(cursor);
  if (unit === 34) return parseQuoted(cursor);
  if (unit === 60 && atHeredoc(cursor)) return parseHeredoc(cursor);
  if (isDigit(unit)) return parseNumber(cursor);
  if (unit === 40) {
    cursor.at++;
    const inner = inBrackets(cursor, true, () => {
      const value = parseExpression(cursor);
      expect(cursor, ')', 'behind an expression in parentheses');
      return value;
    });
    return inner;
  }
  if (unit === 91) return parseTuple(cursor);
  if (unit === 123) return parseObject(cursor);
  const name = takeName(cursor);
  if (name === '') throw new HclError('An expression is expected', start);
  const constant = CONSTANTS.get(name);
  if (constant !== undefined) return { kind: 'literal', value: constant, start, end: cursor.at };
  const end = cursor.at;
  const called = takeScoped(cursor, name);
  skipSpace(cursor);
  if (peek(cursor) === 40) return parseCall(cursor, called, start);
  cursor.at = end;
  return { kind: 'name', name, start, end };
}

/** `provider::aws::arn_parse(`: the name of a function that a provider brings. */
function takeScoped(cursor: Cursor, first: string): string {
  let name = first;
  while (startsWith(cursor, '::')) {
    cursor.at += 2;
    name += `::${takeName(cursor)}`;
  }
  return name;
}

function parseNumber(cursor: Cursor): Expression {
  NUMBER.lastIndex = cursor.at;
  const start = cursor.at;
  const written = NUMBER.exec(cursor.text)?.[0] ?? '0';
  cursor.at += written.length;
  return { kind: 'literal', value: Number(written), start, end: cursor.at };
}

const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function parseCall(cursor: Cursor, name: string, start: number): Expression {
  cursor.at++;
  return inBrackets(cursor, true, () => {
    const args: Expression[] = [];
    let expands = false;
    while (!take(cursor, ')')) {
      args.push(parseExpression(cursor));
      if (take(cursor, '...')) expands = true;
      if (take(cursor, ',')) continue;
      expect(cursor, ')', `behind the arguments of ${name}`);
      break;
    }
    return { kind: 'call', name, args, expands, start, end: cursor.at };
  });
}

function parseTuple(cursor: Cursor): Expression {
  const start = cursor.at;
  cursor.at++;
  return inBrackets(cursor, true, () => {
    skipSpace(cursor);
    if (atWord(cursor, 'for')) return parseFor(cursor, start, ']');
    const items: Expression[] = [];
    while (!take(cursor, ']')) {
      items.push(parseExpression(cursor));
      if (take(cursor, ',')) continue;
      expect(cursor, ']', 'behind the items of a list');
      break;
    }
    return { kind: 'list', items, start, end: cursor.at };
  });
}

function parseObject(cursor: Cursor): Expression {
  const start = cursor.at;
  cursor.at++;
  const isFor = inBrackets(cursor, true, () => {
    skipSpace(cursor);
    return atWord(cursor, 'for') && /^for\s+[\w-]+\s*(?:,|in\b)/.test(cursor.text.slice(cursor.at, cursor.at + 300));
  });
  if (isFor) return inBrackets(cursor, true, () => parseFor(cursor, start, '}'));
  const entries: MapItem[] = [];
  for (;;) {
    skipSpace(cursor, true);
    if (peek(cursor) === 125) break;
    entries.push(parseEntry(cursor));
    skipSpace(cursor, false);
    if (peek(cursor) === 44) cursor.at++;
    else if (peek(cursor) !== 10 && peek(cursor) !== 125)
      throw new HclError('A comma or a new line is expected behind a member', cursor.at);
  }
  cursor.at++;
  return { kind: 'map', entries, start, end: cursor.at };
}

function parseEntry(cursor: Cursor): MapItem {
  const key = inBrackets(cursor, false, () => parseEntryKey(cursor));
  skipSpace(cursor, true);
  if (peek(cursor) !== 61 && peek(cursor) !== 58)
    throw new HclError('= is expected behind the key of a member', cursor.at);
  cursor.at++;
  skipSpace(cursor, true);
  return { key, value: inBrackets(cursor, false, () => parseExpression(cursor)) };
}

function parseEntryKey(cursor: Cursor): Expression {
  const start = cursor.at;
  const name = takeName(cursor);
  const end = cursor.at;
  skipSpace(cursor);
  if (name !== '' && (peek(cursor) === 61 || peek(cursor) === 58)) return { kind: 'literal', value: name, start, end };
  cursor.at = start;
  return parseExpression(cursor);
}

function parseFor(cursor: Cursor, start: number, close: ']' | '}'): Expression {
  cursor.at += 3;
  const names = takeLoopNames(cursor);
  const over = parseExpression(cursor);
  expect(cursor, ':', 'in a for expression');
  const first = parseExpression(cursor);
  const isMap = close === '}';
  if (isMap) expect(cursor, '=>', 'between key and value of a for expression');
  const value = isMap ? parseExpression(cursor) : first;
  const groups = isMap && take(cursor, '...');
  skipSpace(cursor);
  let condition: Expression | undefined;
  if (atWord(cursor, 'if')) {
    cursor.at += 2;
    condition = parseExpression(cursor);
  }
  expect(cursor, close, 'behind a for expression');
  return {
    kind: 'for',
    ...names,
    over,
    key: isMap ? first : undefined,
    value,
    groups,
    condition,
    start,
    end: cursor.at,
  };
}
