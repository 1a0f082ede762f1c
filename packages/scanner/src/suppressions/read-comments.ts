import type { SourceRange } from '@leastwise/model';
import type { WrittenSuppression } from './suppression.ts';

/** A comment that looks like a suppression of ours and is none: what is wrong, in one sentence. */
export interface UnreadComment {
  readonly at: SourceRange;
  readonly message: string;
}

export interface CommentReading {
  readonly suppressions: readonly WrittenSuppression[];
  readonly problems: readonly UnreadComment[];
}

const marker = /leastwise-ignore|checkov:\s*skip|bridgecrew:\s*skip|tfsec:ignore|trivy:ignore|kics-scan/;

/**
 * The suppressions in the comments of a file: YAML, HCL, Python (`#`), JavaScript and TypeScript (`//`, `/*`). A line without
 * one of the words costs one search of the text.
 */
export function readComments(file: string, text: string): CommentReading {
  const suppressions: WrittenSuppression[] = [];
  const problems: UnreadComment[] = [];
  if (!marker.test(text)) return { suppressions, problems };
  const line = /[^\r\n]+/g;
  for (let match = line.exec(text); match !== null; match = line.exec(text)) {
    const found =
      /(?:#|\/\/|\/\*)(?!.*(?:#|\/\/|\/\*)\s*(?:leastwise-ignore|checkov:|bridgecrew:|tfsec:|trivy:|kics-scan))\s*(.+?)(?:\*\/)?\s*$/.exec(
        match[0].length > 4000 ? match[0].slice(0, 4000) : match[0],
      );
    const words = found?.[1];
    if (found === null || words === undefined || !marker.test(words)) continue;
    const start = match.index + found.index;
    const at = { file, start, end: match.index + match[0].length };
    const read = readWords(words, at);
    if (typeof read === 'string') problems.push({ at, message: read });
    else suppressions.push(...read);
  }
  return { suppressions, problems };
}

function readWords(words: string, at: SourceRange): readonly WrittenSuppression[] | string {
  if (words.startsWith('leastwise-ignore')) return readOwn(words.slice('leastwise-ignore'.length), at);
  const checkov = /^(?:checkov|bridgecrew):\s*skip=([\w,\s-]+?)(?::(.*))?$/.exec(words);
  if (checkov !== null) return [{ tool: 'checkov', ids: list(checkov[1]), at, scope: 'node', ...reason(checkov[2]) }];
  const found: WrittenSuppression[] = [];
  for (const match of words.matchAll(/(?:tfsec|trivy):ignore:([\w*-]+)(?:[^\s]*?:?exp:(\d{4}-\d{2}-\d{2}))?/g)) {
    found.push({
      tool: 'trivy',
      ids: [match[1] ?? ''],
      at,
      scope: 'node',
      ...(match[2] === undefined ? {} : { until: match[2] }),
    });
  }
  if (found.length > 0) return found;
  const kics = /^kics-scan\s+(ignore-line|ignore-block|ignore|disable=([\w,\s-]+))/.exec(words);
  if (kics === null) return [];
  const scope = kics[1] === 'ignore-line' ? 'line' : kics[1] === 'ignore-block' ? 'node' : 'file';
  return [{ tool: 'kics', ids: kics[2] === undefined ? ['*'] : list(kics[2]), at, scope }];
}

/** `function-url-without-auth, deprecated-runtime until=2027-03-01 reason="The partner signs each call."` */
function readOwn(words: string, at: SourceRange): readonly WrittenSuppression[] | string {
  const until = /\buntil=(\d{4}-\d{2}-\d{2})\b/.exec(words)?.[1];
  const why = /\breason=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(words);
  const text = why?.[1] ?? why?.[2] ?? why?.[3];
  const ids = list(words.replace(/\b(?:until|reason)=(?:"[^"]*"|'[^']*'|\S*)/g, ' '));
  return ownSuppression(ids, text, until, at);
}

/** Our own words ask for a reason and a date, so that nothing is silenced for ever or for nothing. */
export function ownSuppression(
  ids: readonly string[],
  why: string | undefined,
  until: string | undefined,
  at: SourceRange,
): readonly WrittenSuppression[] | string {
  if (ids.length === 0) return 'This suppression names no check.';
  if (why === undefined || why.trim() === '') return `The suppression of ${ids.join(', ')} gives no reason.`;
  if (until === undefined || Number.isNaN(Date.parse(until))) {
    return `The suppression of ${ids.join(', ')} gives no day on which it ends.`;
  }
  return [{ tool: 'leastwise', ids, at, scope: 'node', reason: why.trim(), until }];
}

function list(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,]+/).filter((part) => part !== '');
}

function reason(text: string | undefined): { readonly reason?: string } {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' ? {} : { reason: trimmed };
}
