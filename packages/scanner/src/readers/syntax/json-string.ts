/** What stands between two double quotes of JSON. */
export interface JsonString {
  readonly value: string;
  /** Behind the closing quote, or the end of the text. */
  readonly end: number;
  readonly closed: boolean;
  readonly hasControlCharacter: boolean;
  readonly problem: { readonly at: number; readonly message: string } | undefined;
}

/** Reads the JSON string whose opening quote stands at `start`. */
export function jsonString(text: string, start: number): JsonString {
  let at = start + 1;
  let copied = at;
  let value = '';
  let hasControlCharacter = false;
  let problem: JsonString['problem'];
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) {
      return { value: value + text.slice(copied, at), end: at + 1, closed: true, hasControlCharacter, problem };
    }
    if (unit < 32) hasControlCharacter = true;
    if (unit !== 0x5c) continue;
    value += text.slice(copied, at);
    const escape = readEscape(text, at);
    if (escape === undefined) {
      problem ??= { at, message: 'the backslash begins no escape that JSON knows' };
      copied = at + 1;
      at += text.charCodeAt(at + 1) === 0x22 ? 0 : 1;
      continue;
    }
    value += escape.value;
    at += escape.length - 1;
    copied = at + 1;
  }
  problem ??= { at: start, message: 'the string has no closing quote' };
  return { value: value + text.slice(copied), end: text.length, closed: false, hasControlCharacter, problem };
}

const SIMPLE: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function readEscape(text: string, at: number): { value: string; length: number } | undefined {
  const letter = text.charAt(at + 1);
  const simple = Object.hasOwn(SIMPLE, letter) ? SIMPLE[letter] : undefined;
  if (simple !== undefined) return { value: simple, length: 2 };
  if (letter !== 'u') return undefined;
  const digits = text.slice(at + 2, at + 6);
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) return undefined;
  return { value: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 };
}
