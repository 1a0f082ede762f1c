import {
  lineStarts,
  type Diagnostic,
  type Finding,
  type NodeId,
  type SourceRange,
  type SourceTree,
  type Value,
} from '@leastwise/model';
import type { Check } from '../checks/define-check.ts';
import { readComments, type UnreadComment } from './read-comments.ts';
import { readMetadata } from './read-metadata.ts';
import { names, type WrittenSuppression } from './suppression.ts';

/** What a finding is about, as far as a suppression can be attached to it. */
export interface Subject {
  readonly at: SourceRange;
  readonly keyRange: SourceRange;
  readonly metadata?: Value;
}

export interface WrittenContext {
  readonly tree: SourceTree;
  /** Files in which comments count. */
  readonly files: readonly string[];
  readonly subjects: ReadonlyMap<NodeId, Subject>;
  readonly checks: readonly Check[];
  readonly asOf: string;
}

export interface SuppressedFindings {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Placed extends WrittenSuppression {
  /** Set when it stands in the metadata of this node. */
  readonly node?: NodeId;
  /** 1-based. */
  readonly line: number;
  /** The first line below it that is no comment. */
  readonly below: number;
}

/** Marks what the text itself accepts, in our words or in those of another tool. */
export function suppressWritten(findings: readonly Finding[], context: WrittenContext): SuppressedFindings {
  const lines = linesOf(context.tree);
  const problems: UnreadComment[] = [];
  const placed = place(context, findings, lines, problems);
  if (placed.length === 0 && problems.length === 0) return { findings, diagnostics: [] };
  const aliases = new Map(context.checks.map((check) => [check.name, check.aliases ?? []]));
  const marks = new Map<Finding, Placed>();
  const used = new Set<Placed>();
  for (const suppression of placed) {
    const named = findings.filter((finding) =>
      names(suppression, finding.check, aliases.get(finding.check) ?? [], finding.mappings),
    );
    for (const finding of covered(suppression, named, context, lines)) {
      used.add(suppression);
      if (suppression.until !== undefined && suppression.until < context.asOf) continue;
      if (!marks.has(finding)) marks.set(finding, suppression);
    }
  }
  return {
    findings: findings.map((finding) => mark(finding, marks.get(finding))),
    diagnostics: [
      ...problems.map(({ at, message }) =>
        note('suppression-incomplete', message, at, 'Write: leastwise-ignore <check> until=2027-01-31 reason="why".'),
      ),
      ...placed.flatMap((suppression) => notesOn(suppression, used.has(suppression), context)),
    ],
  };
}

function place(
  context: WrittenContext,
  findings: readonly Finding[],
  lines: Lines,
  problems: UnreadComment[],
): readonly Placed[] {
  const placed: Placed[] = [];
  // Code that a finding stands in counts too, beside the templates.
  const files = new Set([...context.files, ...findings.map((finding) => finding.at.file)]);
  for (const file of [...files].sort()) {
    const read = context.tree.read(file);
    if (!('text' in read)) continue;
    const found = readComments(file, read.text);
    problems.push(...found.problems);
    for (const suppression of found.suppressions) {
      const line = lines.of(file, suppression.at.start);
      placed.push({ ...suppression, line, below: lines.below(file, line) });
    }
  }
  for (const [node, subject] of context.subjects) {
    const found = readMetadata(subject.metadata);
    problems.push(...found.problems);
    for (const suppression of found.suppressions) {
      placed.push({ ...suppression, node, line: lines.of(suppression.at.file, suppression.at.start), below: -1 });
    }
  }
  return placed;
}

/** The narrowest that it can mean: findings on its line or the line below; else those of the resource around it. */
function covered(
  suppression: Placed,
  findings: readonly Finding[],
  context: WrittenContext,
  lines: Lines,
): readonly Finding[] {
  if (suppression.node !== undefined) {
    const { node } = suppression;
    // What is generated from a resource is accepted with it: a role, a log group.
    return findings.filter((finding) => finding.subject === node || isInside(finding, context.subjects.get(node)));
  }
  const here = findings.filter(
    (finding) => finding.at.file === suppression.at.file || subjectFile(finding, context) === suppression.at.file,
  );
  if (suppression.scope === 'file') return here;
  const exact = here.filter((finding) => {
    if (finding.at.file !== suppression.at.file) return false;
    const line = lines.of(finding.at.file, finding.at.start);
    return line === suppression.line || line === suppression.below;
  });
  if (exact.length > 0 || suppression.scope === 'line') return exact;
  return here.filter((finding) => {
    const subject = context.subjects.get(finding.subject);
    if (subject === undefined || subject.at.file !== suppression.at.file) return false;
    const { start } = suppression.at;
    const isAround = subject.at.start <= start && start < subject.at.end;
    return isAround || lines.of(subject.keyRange.file, subject.keyRange.start) === suppression.below;
  });
}

function isInside(finding: Finding, subject: Subject | undefined): boolean {
  if (subject === undefined || finding.at.file !== subject.at.file) return false;
  return subject.at.start <= finding.at.start && finding.at.end <= subject.at.end;
}

function subjectFile(finding: Finding, context: WrittenContext): string | undefined {
  return context.subjects.get(finding.subject)?.at.file;
}

function mark(finding: Finding, suppression: Placed | undefined): Finding {
  if (suppression === undefined) return finding;
  return {
    ...finding,
    suppressed: {
      by: suppression.tool === 'leastwise' ? 'comment' : suppression.tool,
      reason: suppression.reason ?? 'No reason is given.',
      ...(suppression.until === undefined ? {} : { until: suppression.until }),
    },
  };
}

function notesOn(suppression: Placed, isUsed: boolean, context: WrittenContext): readonly Diagnostic[] {
  const what = suppression.ids.join(', ');
  const notes: Diagnostic[] = [];
  if (suppression.until !== undefined && suppression.until < context.asOf) {
    if (isUsed) {
      notes.push(
        note(
          'suppression-expired',
          `The suppression of ${what} ended on ${suppression.until}; its findings are back.`,
          suppression.at,
          'Fix them, or accept them again with a new date.',
        ),
      );
    }
  }
  // Whether another tool still needs its own comment is not ours to say.
  if (!isUsed && suppression.tool === 'leastwise') {
    const unknown = suppression.ids.filter(
      (id) => !context.checks.some((check) => check.name === id || check.aliases?.includes(id)),
    );
    notes.push(
      unknown.length > 0
        ? note(
            'suppression-unknown-check',
            `There is no check ${unknown.join(', ')}.`,
            suppression.at,
            'List the checks with leastwise explain --checks.',
          )
        : note('suppression-unused', `The suppression of ${what} matches no finding.`, suppression.at, 'Remove it.'),
    );
  }
  return notes;
}

function note(code: string, message: string, range: SourceRange, hint: string): Diagnostic {
  return { code, message, hint, range, effect: 'note' };
}

interface Lines {
  of(file: string, offset: number): number;
  /** The first line after `line` that is neither empty nor a comment. */
  below(file: string, line: number): number;
}

function linesOf(tree: SourceTree): Lines {
  const known = new Map<string, { readonly text: string; readonly starts: readonly number[] }>();
  const load = (file: string): { readonly text: string; readonly starts: readonly number[] } => {
    let entry = known.get(file);
    if (entry === undefined) {
      const read = tree.read(file);
      const text = 'text' in read ? read.text : '';
      known.set(file, (entry = { text, starts: lineStarts(text) }));
    }
    return entry;
  };
  return {
    of(file, offset) {
      const { starts } = load(file);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    },
    below(file, line) {
      const { text, starts } = load(file);
      for (let next = line; next < starts.length; next++) {
        const written = text.slice(starts[next], starts[next + 1]).trim();
        if (written !== '' && !/^(?:#|\/\/|\/\*|\*)/.test(written)) return next + 1;
      }
      return -1;
    },
  };
}
