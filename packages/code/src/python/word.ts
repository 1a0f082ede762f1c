const start = /[\p{ID_Start}\p{Nl}_]/u;
const part = /[\p{ID_Continue}\p{Nl}]/u;

/** Where the name that begins at `from` ends. */
export function wordEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 48 && code <= 57)) at++;
    else if (code > 127 && part.test(characterAt(text, at))) at += characterAt(text, at).length;
    else return at;
  }
}

/** Whether a character beyond ASCII begins a name. */
export function isIdentifierAt(text: string, at: number): boolean {
  return start.test(characterAt(text, at));
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
