import type { Location } from '@leastwise/model';
import { printable } from '../text/printable.ts';

/**
 * Text from a scanned file as Markdown that shows it and does nothing else: no markup, HTML, link or image, and no
 * mention that would notify somebody.
 */
export function escape(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$^=:-]/g, '\\$&')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replaceAll('@', '@&#8203;');
}

/** Text in a code span, also inside a table. */
export function code(text: string): string {
  const shown = printable(text).replaceAll('|', '\\|');
  if (shown.trim() === '') return '';
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/** A link to a line of a file, relative to the root of the repository. */
export function link(location: Location): string {
  const path = location.file.split('/').map(encodeURIComponent).join('/').replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${code(`${location.file}:${location.line}`)}](${path}#L${location.line})`;
}
