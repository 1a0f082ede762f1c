/**
 * What an unquoted scalar means under YAML 1.1, the version CloudFormation speaks (https://yaml.org/type/).
 * Sexagesimal numbers (`22:30`) and dates stay strings: CloudFormation passes them on as written.
 */
export function plainScalarValue(text: string): string | number | boolean | null {
  if (text === '') return null;
  const first = text.charCodeAt(0);
  // '+' '-' '.' and digits
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) return numberValue(text);
  if (text.length > 5 || !WORD_STARTS.has(first)) return text;
  const word = WORDS.get(text);
  return word === undefined ? text : word;
}

/** An account id without quotes that begins with zero: YAML 1.1 reads it as an octal number and the zero is lost. */
export function isAccountIdWithLeadingZero(text: string): boolean {
  return text.length === 12 && text.charCodeAt(0) === 48 && /^\d{12}$/.test(text);
}

/** Applies a tag of YAML itself to scalar text; `plain` says that it was written without quotes. */
export function taggedScalarValue(tag: string, text: string, plain: boolean): string | number | boolean | null {
  const value = plain ? plainScalarValue(text) : text;
  switch (tag) {
    case '!!int':
    case '!!float': {
      const number = numberValue(text);
      return typeof number === 'number' ? number : text;
    }
    case '!!bool':
      return typeof value === 'boolean' ? value : text;
    case '!!null':
      return null;
    default:
      return text;
  }
}

/** The tags that `taggedScalarValue` and the tree itself already honour. */
export function isCoreTag(tag: string): boolean {
  return tag === '!' || CORE_TAGS.has(tag);
}

const CORE_TAGS = new Set(['!!str', '!!int', '!!float', '!!bool', '!!null', '!!map', '!!seq']);

const WORDS = new Map<string, boolean | null>([
  ...['true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['null', 'Null', 'NULL', '~'].map((word) => [word, null] as const),
]);
const WORD_STARTS = new Set([...WORDS.keys()].map((word) => word.charCodeAt(0)));

const DECIMAL = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const OCTAL = /^[-+]?0[0-7_]+$/;
const HEXADECIMAL = /^[-+]?0x[0-9a-fA-F_]+$/;
const BINARY = /^[-+]?0b[01_]+$/;
const FLOAT = /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/;
const INFINITY = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

function numberValue(text: string): number | string {
  if (DECIMAL.test(text)) return finite(Number(text.replaceAll('_', '')), text);
  if (FLOAT.test(text)) return finite(Number.parseFloat(text.replaceAll('_', '')), text);
  if (OCTAL.test(text)) return radix(text, 1, 8);
  if (HEXADECIMAL.test(text)) return radix(text, 2, 16);
  if (BINARY.test(text)) return radix(text, 2, 2);
  if (INFINITY.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return NOT_A_NUMBER.test(text) ? NaN : text;
}

function radix(text: string, prefix: number, base: number): number | string {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '').slice(prefix).replaceAll('_', '');
  return finite(sign * Number.parseInt(digits, base), text);
}

function finite(number: number, text: string): number | string {
  return Number.isFinite(number) ? number : text;
}
