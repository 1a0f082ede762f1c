import { findSecrets, maskSecret } from '@leastwise/code';
import { lineStarts, type ReportFinding, type SourceTree } from '@leastwise/model';

/** The text of a file with the places that no report may show. */
export interface MaskedFile {
  readonly text: string;
  readonly starts: readonly number[];
  /** Sorted, never overlapping. */
  readonly masks: readonly Mask[];
}

export interface Mask {
  readonly start: number;
  readonly end: number;
  /** What stands there instead. */
  readonly shown: string;
}

export type MaskedFiles = (file: string) => MaskedFile | undefined;

/**
 * Files ready to be shown. Masked is what the secret engine finds in the whole file and line by line with the name that a
 * value is given to, and what a finding about a secret points at.
 */
export function maskedFiles(tree: SourceTree, secretFindings: readonly ReportFinding[]): MaskedFiles {
  const known = new Map<string, MaskedFile | undefined>();
  const pointedAt = groupByFile(secretFindings);
  return (file) => {
    if (!known.has(file)) {
      const read = tree.read(file);
      known.set(file, 'text' in read ? masked(read.text, pointedAt.get(file) ?? []) : undefined);
    }
    return known.get(file);
  };
}

/** A single value with whatever is secret in it masked. */
export function maskText(text: string, name?: string): string {
  let shown = '';
  let from = 0;
  for (const match of findSecrets({ text, ...(name === undefined ? {} : { name }) })) {
    shown += text.slice(from, match.start) + match.masked;
    from = match.end;
  }
  return shown + text.slice(from);
}

function masked(text: string, findings: readonly ReportFinding[]): MaskedFile {
  const starts = lineStarts(text);
  const masks: Mask[] = findSecrets({ text }).map(({ start, end, masked: shown }) => ({ start, end, shown }));
  masks.push(...assigned(text, starts));
  for (const { location } of findings) {
    if (location.line !== location.endLine) continue;
    const line = starts[location.line - 1];
    if (line === undefined) continue;
    const value = valuePart(text, line + location.column - 1, line + location.endColumn - 1);
    if (value !== undefined) masks.push(value);
  }
  return { text, starts, masks: withoutOverlaps(masks) };
}

const assignment =
  /^(?<head>[ \t]*(?:- )?["']?(?<name>[\w.-]{1,80})["']?[ \t]*[:=][ \t]*)(?<value>\S.{0,2000}?),?[ \t]*$/;
/** Keys whose value belongs to the key above them. */
const unnamed = new Set(['Default', 'Value', 'ParameterValue', 'Type', 'Fn::Sub']);

function assigned(text: string, starts: readonly number[]): readonly Mask[] {
  const found: Mask[] = [];
  const above: { indent: number; name: string }[] = [];
  for (const [index, start] of starts.entries()) {
    const line = text.slice(start, Math.min(starts[index + 1] ?? text.length, start + 4000)).replace(/[\r\n]+$/, '');
    const key = /^([ \t]*)(?:- )?["']?([\w.-]{1,80})["']?[ \t]*[:=]/.exec(line);
    if (key === null) continue;
    const indent = (key[1] ?? '').length;
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    const parent = above.at(-1)?.name;
    const written = key[2] ?? '';
    above.push({ indent, name: written });
    const match = assignment.exec(line)?.groups;
    if (match === undefined) continue;
    const name = unnamed.has(written) ? (parent ?? written) : written;
    const offset = start + (match['head'] ?? '').length;
    for (const hit of findSecrets({ text: match['value'] ?? '', name })) {
      found.push({ start: offset + hit.start, end: offset + hit.end, shown: hit.masked });
    }
  }
  return found;
}

/** The value that a finding points at, without its key, quotes or tag; nothing for a pure reference. */
function valuePart(text: string, start: number, end: number): Mask | undefined {
  const written = text.slice(start, end);
  if (/^!(Ref|GetAtt|ImportValue|If|FindInMap|Select|Join)\b|^\{\{resolve:/.test(written)) return undefined;
  const head = /^(?:["']?[\w.-]+["']?\s*:\s*)?(?:!\w+\s+)?["']?/.exec(written)?.[0].length ?? 0;
  const value = written.slice(head).replace(/["']$/, '');
  if (value === '' || value.endsWith(':')) return undefined;
  return { start: start + head, end: start + head + value.length, shown: maskSecret(value) };
}

/** Where two overlap, both are hidden under the first. */
function withoutOverlaps(masks: readonly Mask[]): readonly Mask[] {
  const kept: Mask[] = [];
  for (const mask of masks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || mask.start >= last.end) kept.push(mask);
    else if (mask.end > last.end) kept[kept.length - 1] = { ...last, end: mask.end, shown: '…' };
  }
  return kept;
}

function groupByFile(findings: readonly ReportFinding[]): Map<string, ReportFinding[]> {
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.location.file);
    if (group === undefined) groups.set(finding.location.file, [finding]);
    else group.push(finding);
  }
  return groups;
}
