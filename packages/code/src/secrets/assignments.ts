/** A name with the literal that is assigned to it. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
  /** Where the value begins in the text. */
  readonly start: number;
  /** A quoted literal or the whole candidate; without quotes a value may as well be code or prose. */
  readonly quoted: boolean;
}

/** Longer values are documents, not passwords; formats with a marker of their own are still found inside them. */
const MAX_VALUE = 1024;
const MAX_NAME = 80;

/**
 * Reads the assignment whose name holds the word that ends at `end`: `NAME=value`, `"name": "value"`, `name: 'value'`, `name => "value"`,
 * `name := "value"`, `--password value`, `?api_key=value`, `"Name": "DB_PASSWORD", "Value": "..."` with `\"` escapes as in JSON within JSON.
 * Looks at most `MAX_NAME` back and `MAX_VALUE` ahead.
 */
export function assignmentAt(text: string, end: number): (Assignment & { readonly nameEnd: number }) | undefined {
  let nameStart = end;
  while (nameStart > 0 && end - nameStart < MAX_NAME && isNamePart(text.charCodeAt(nameStart - 1))) nameStart--;
  let nameEnd = end;
  while (nameEnd < text.length && nameEnd - nameStart < MAX_NAME && isNamePart(text.charCodeAt(nameEnd))) nameEnd++;
  const raw = text.slice(nameStart, nameEnd);
  const name = raw.replace(/^[-.]+/, '');
  if (name === '') return undefined;
  // A part of an ARN or of a namespace (`...:secret:orders`), not a name.
  if (text[nameStart - 1] === ':' && text[nameEnd] === ':') return undefined;
  const after = text.slice(nameEnd, nameEnd + MAX_VALUE + 40);
  const operator = OPERATOR.exec(after) ?? (raw.startsWith('--') ? FLAG.exec(after) : null);
  if (!operator) return undefined;
  const rest = after.slice(operator[0].length);
  const start = nameEnd + operator[0].length;
  const quote = QUOTE.exec(rest)?.[0];
  if (quote !== undefined) {
    const close = rest.indexOf(quote, quote.length);
    if (close < 0 || close > MAX_VALUE) return undefined;
    const value = rest.slice(quote.length, close);
    // A quoted string that only begins there: '...' + x, or spans lines (an apostrophe in prose).
    if (value.includes('\n') || value === '') return { name, value: '', start, quoted: true, nameEnd };
    return { name, value, start: start + quote.length, quoted: true, nameEnd };
  }
  const value = BARE.exec(rest)?.[0] ?? '';
  return { name, value, start, quoted: false, nameEnd };
}

/** Behind the name: its closing quote or bracket, then an operator, a type annotation with `=`, or the `Value` beside a `Name`. */
const OPERATOR = new RegExp(
  [
    /^(?:\\{0,3}["'`]\]?)?[ \t]{0,20}/.source,
    `(?:${[
      /:[ \t]{0,5}[A-Za-z_][\w.[\]<>|]{0,40}[ \t]{0,5}=[ \t]{0,5}(?=["'`])/.source,
      /(?:=>|:=|={1,3}|!==?|:)[ \t]{0,20}/.source,
      /,\s{0,20}\\{0,3}["']?Value\\{0,3}["']?[ \t]{0,5}:[ \t]{0,5}/.source,
    ].join('|')})`,
  ].join(''),
);
const FLAG = /^[ \t]{1,4}(?=[^\s-])/;
const QUOTE = /^\\{0,3}["'`]/;
/** Holds `=` at most once inside, so that a chain of assignments is not read again from each of its names. */
const BARE = /^[^\s"'`,;&|<>()[\]{}\\=]{1,200}(?:=[^\s"'`,;&|<>()[\]{}\\=]{1,200})?={0,2}/;

/** Letters, digits, `_`, `-`, `.`, `$`. */
function isNamePart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 46 ||
    code === 36
  );
}
