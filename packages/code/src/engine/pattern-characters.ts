import type { Transform } from '../specs/spec.ts';

/** What is true of a text that is made of these characters only. */
export function transformsOf(characters: string): readonly Transform[] {
  if (/^[0-9.+-]*$/.test(characters)) return ['number'];
  if (/^[A-Za-z0-9_-]*$/.test(characters)) return ['identifier'];
  const found: Transform[] = [];
  if (/^[A-Za-z0-9_.:@+/-]*$/.test(characters)) found.push('word');
  if (!/[\n\r]/.test(characters)) found.push('line-free');
  if (!/[/\\\n\r\0]/.test(characters)) found.push('file-name');
  if (!/[<>"'&]/.test(characters)) found.push('html-escaped');
  return found;
}

/** What is left of any text when all that this pattern matches is taken out; undefined when that cannot be told. */
export function leftBy(source: string, replacement: string): string | undefined {
  const one = /^(\[(?:[^\]\\]|\\.)+\]|\\.|[^\\.*+?^$()[\]{}|])\+?$/s.exec(source)?.[1];
  const removed = one === undefined ? undefined : admitted(one);
  if (removed === undefined) return undefined;
  return [...every].filter((unit) => !removed.includes(unit)).join('') + replacement;
}

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
export const every = `${printable}\t\n\r\0`;

/** Every character that can stand in a match; undefined when it is not known or all. */
export function admitted(body: string): string | undefined {
  let all = '';
  for (let index = 0; index < body.length;) {
    const unit = body[index] ?? '';
    if (unit === '[') {
      const end = classEnd(body, index);
      if (end === undefined) return undefined;
      const inside = classCharacters(body.slice(index + 1, end));
      if (inside === undefined) return undefined;
      all += inside;
      index = end + 1;
    } else if (unit === '\\') {
      const escape = escaped(body[index + 1] ?? '');
      if (escape === undefined) return undefined;
      all += escape;
      index += 2;
    } else if (unit === '{') {
      const end = body.indexOf('}', index);
      if (end < 0) return undefined;
      index = end + 1;
    } else if (unit === '(') {
      if (/^\(\?(=|!|<=|<!)/.test(body.slice(index, index + 4))) return undefined;
      const group = /^\(\?(:|P?<\w+>)/.exec(body.slice(index, index + 40));
      index += group === null ? 1 : group[0].length;
    } else if (unit === '.') {
      return undefined;
    } else {
      if (unit === '|' && !isInsideGroup(body, index)) return undefined;
      if (!'|)*+?^$'.includes(unit)) all += unit;
      index++;
    }
  }
  return all;
}

/** `^a|b$` is not anchored at both ends. */
function isInsideGroup(body: string, at: number): boolean {
  let depth = 0;
  for (let index = 0; index < at; index++) {
    if (body[index] === '\\') index++;
    else if (body[index] === '(') depth++;
    else if (body[index] === ')') depth--;
  }
  return depth > 0;
}

function classEnd(body: string, from: number): number | undefined {
  for (let index = from + 1; index < body.length; index++) {
    if (body[index] === '\\') index++;
    else if (body[index] === ']' && index > from + 1) return index;
  }
  return undefined;
}

function classCharacters(inside: string): string | undefined {
  if (inside.startsWith('^')) {
    const refused = classCharacters(inside.slice(1));
    if (refused === undefined) return undefined;
    return without(refused);
  }
  let all = '';
  for (let index = 0; index < inside.length; index++) {
    const unit = inside[index] ?? '';
    if (unit === '\\') {
      const escape = escaped(inside[++index] ?? '');
      if (escape === undefined) return undefined;
      all += escape;
    } else if (inside[index + 1] === '-' && index + 2 < inside.length && inside[index + 2] !== '\\') {
      const last = inside.charCodeAt(index + 2);
      const first = inside.charCodeAt(index);
      if (last - first > 200 || last < first) return undefined;
      for (let code = first; code <= last; code++) all += String.fromCharCode(code);
      index += 2;
    } else all += unit;
  }
  return all;
}

function escaped(unit: string): string | undefined {
  switch (unit) {
    case 'd':
      return digits;
    case 'w':
      return `${digits}${letters}_`;
    case 'D':
      return without(digits);
    case 'W':
      return without(`${digits}${letters}_`);
    case 'S':
      return without(' \t\n\r');
    case 's':
      return ' \t\n\r';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'b':
    case 'A':
    case 'Z':
      return '';
    default:
      return /[a-zA-Z0-9]/.test(unit) || unit === '' ? undefined : unit;
  }
}

function without(refused: string): string {
  return [...every].filter((one) => !refused.includes(one)).join('');
}
