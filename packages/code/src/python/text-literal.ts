/** What a plain or bytes literal holds, without prefix and quotes. */
export function textValue(literal: string): string {
  let quoteAt = 0;
  while (quoteAt < literal.length && literal.charCodeAt(quoteAt) !== 34 && literal.charCodeAt(quoteAt) !== 39)
    quoteAt++;
  const prefix = quoteAt === 0 ? '' : literal.slice(0, quoteAt).toLowerCase();
  const quote = literal[quoteAt] ?? '';
  const isTriple = literal.startsWith(quote.repeat(3), quoteAt);
  const width = isTriple ? 3 : 1;
  const from = quoteAt + width;
  const isClosed = literal.length >= from + width && literal.endsWith(quote.repeat(width));
  const body = literal.slice(from, isClosed ? literal.length - width : literal.length);
  return unescaped(body, { isRaw: prefix.includes('r'), isBytes: prefix.includes('b') });
}

/** The literal part of an f-string: `{{` is one brace, unless it belongs to a format. */
export function middleValue(body: string, isRaw: boolean, isFormat: boolean): string {
  const value = unescaped(body, { isRaw, isBytes: false });
  return isFormat || (!value.includes('{{') && !value.includes('}}'))
    ? value
    : value.replace(/\{\{|\}\}/g, (two) => two[0] ?? '');
}

const escape = /\\(?:\r\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]{0,100}\}|[^])/g;

function unescaped(body: string, how: { readonly isRaw: boolean; readonly isBytes: boolean }): string {
  const lines = body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
  if (how.isRaw || !lines.includes('\\')) return lines;
  return lines.replace(escape, (whole) => {
    const code = whole[1] ?? '';
    const simple = simpleEscapes.get(code);
    if (simple !== undefined) return simple;
    if (code >= '0' && code <= '7') return String.fromCharCode(Number.parseInt(whole.slice(1), 8));
    if (whole.length > 2 && (code === 'x' || (!how.isBytes && (code === 'u' || code === 'U')))) {
      const point = Number.parseInt(whole.slice(2), 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    }
    return whole;
  });
}

const simpleEscapes = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);
