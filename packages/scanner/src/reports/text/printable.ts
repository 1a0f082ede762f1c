/**
 * Text from a scanned file, safe to print: control characters (an escape sequence could rewrite the screen) and the marks
 * that turn the direction of writing become visible. See https://trojansource.codes/ for the latter.
 */
export function printable(text: string): string {
  return unsafe.test(text) ? text.replace(everyUnsafe, visible) : text;
}

const unsafe = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u;
const everyUnsafe = new RegExp(unsafe, 'gu');

function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x09 || code === 0x0a || code === 0x0d) return ' ';
  if (code === 0xfeff) return '';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}
