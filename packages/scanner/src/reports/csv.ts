/**
 * Rows as RFC 4180 writes them, CRLF at their ends. A cell that a spreadsheet would
 * run as a formula is made plain text: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const shown = value.replace(ESCAPES, (character) => String.fromCharCode(0x2400 + (character.charCodeAt(0) & 0x1f)));
  const harmless = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A file name may hold escape sequences, and CSV is looked at in terminals too. */
// oxlint-disable-next-line no-control-regex
const ESCAPES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
