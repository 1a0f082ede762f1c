import type { MaskedFiles } from './secret-masks.ts';

/**
 * A patch as it may be shown: what is masked in either version of a file is masked wherever the patch repeats it, also where a fix moved
 * it. Such a patch no longer applies.
 */
export function maskPatch(patch: string, files: readonly string[], versions: readonly MaskedFiles[]): string {
  const secrets = new Map<string, string>();
  for (const file of files) {
    for (const version of versions) {
      const masked = version(file);
      for (const { start, end, shown } of masked?.masks ?? []) {
        const lines = masked?.text.slice(start, end).split(/[\r\n]+/) ?? [];
        for (const line of lines) {
          const secret = line.trim();
          if (secret !== '') secrets.set(secret, lines.length === 1 ? shown : '…');
        }
      }
    }
  }
  if (secrets.size === 0) return patch;
  // Each is looked for at each place: of very many only those that stand on a line of the patch.
  const sought = secrets.size <= manySecrets ? [...secrets.keys()] : [...secrets.keys()].filter(isShown(patch));
  if (sought.length === 0) return patch;
  // The longest first, so that no secret is hidden in part because another begins it.
  const longestFirst = sought.toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map(wordPattern).join('|'), 'g');
  const lines = patch.split('\n');
  return lines
    .map((line, index) => (isHeader(lines, index) ? line : line.replace(pattern, (found) => secrets.get(found) ?? '…')))
    .join('\n');
}

/** `--- a/…`, `+++ b/…` and `@@ …` in this order; a line of the text may begin with any of them. */
function isHeader(lines: readonly string[], index: number): boolean {
  const heads = ['--- ', '+++ ', '@@ -'];
  const place = heads.findIndex((head) => lines[index]?.startsWith(head));
  if (place === -1) return false;
  return place === 2 || heads.every((head, step) => lines[index - place + step]?.startsWith(head));
}

const manySecrets = 2000;

/** By the words of the patch, in one pass; what holds a blank is kept. */
function isShown(patch: string): (secret: string) => boolean {
  const words = new Set(patch.split(/[\s"'`,;=:()[\]{}<>]+/));
  return (secret) => /[\s"'`,;=:()[\]{}<>]/.test(secret) || words.has(secret);
}

/** A short secret is an everyday word elsewhere: it is hidden where it stands alone. */
function wordPattern(secret: string): string {
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return secret.length >= 8 ? escaped : String.raw`(?<!\w)${escaped}(?!\w)`;
}
