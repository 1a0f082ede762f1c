/** Where the line that holds `from` ends, its break left out. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** Behind the line break at `at`, which may be two characters. */
export function skipLineBreak(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}
