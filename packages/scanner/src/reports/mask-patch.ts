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
  // The longest first, so that no secret is hidden in part because another begins it.
  const longestFirst = [...secrets.keys()].toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map(wordPattern).join('|'), 'g');
  return patch
    .split('\n')
    .map((line) =>
      /^(?:--- |\+\+\+ |@@ )/.test(line) ? line : line.replace(pattern, (found) => secrets.get(found) ?? '…'),
    )
    .join('\n');
}

/** A short secret is an everyday word elsewhere: it is hidden where it stands alone. */
function wordPattern(secret: string): string {
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return secret.length >= 8 ? escaped : String.raw`(?<!\w)${escaped}(?!\w)`;
}
