import type { Finding, SourceTree } from '@leastwise/model';
import type { ScannedApplication } from '../scan.ts';
import { overlayTree } from './overlay-tree.ts';
import { isRefusal, type EditableDocument } from './text/document.ts';
import { applyEdits, conflictOf, type TextEdit } from './text/text-edit.ts';
import { verifyFixes } from './verify-fixes.ts';
import { lackingRight } from './lacking-right.ts';
import { worldOf, writeFix } from './write-fix.ts';

export interface FixRequest {
  readonly tree: SourceTree;
  readonly application: ScannedApplication;
  /** Which findings to fix. */
  readonly wanted: (finding: Finding) => boolean;
  /** Also those that somebody has to look at. */
  readonly withReview: boolean;
  /** Reads and judges the application again with other texts; undefined when it is no longer there. */
  readonly rescan: (tree: SourceTree) => ScannedApplication | undefined;
}

export interface FixPlan {
  /** The files that change, as they would be. */
  readonly texts: ReadonlyMap<string, string>;
  readonly outcomes: readonly FixOutcome[];
}

export interface FixOutcome {
  readonly finding: Finding;
  /** `fixed`: in `texts`. `review`: could be, but was not asked for. `withheld`: cannot be, and `reason` says why. */
  readonly result: 'fixed' | 'review' | 'withheld';
  readonly kind: 'safe' | 'review';
  /** Why somebody should look, or why it is withheld. */
  readonly reasons: readonly string[];
}

interface Candidate {
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
  readonly kind: 'safe' | 'review';
  readonly reasons: readonly string[];
}

/**
 * Writes fixes into copies of the texts. They go in together where their edits do not touch, are looked at by scanning again, and
 * taken apart when that shows anything but what was meant; what conflicts is written afresh into the text that the others left.
 */
export function planFixes(request: FixRequest): FixPlan {
  const { application, rescan } = request;
  const outcomes = new Map<string, FixOutcome>();
  let texts: ReadonlyMap<string, string> = new Map();
  let current = application;
  let pending = application.judgement.findings.filter(
    (finding) => request.wanted(finding) && finding.fix.kind !== 'none' && finding.suppressed === undefined,
  );
  const order = pending.map((finding) => finding.fingerprint);
  let limit = Number.MAX_SAFE_INTEGER;
  while (pending.length > 0) {
    const { batch, rest, settled } = nextBatch(
      pending,
      current,
      overlayTree(request.tree, texts),
      request.withReview,
      limit,
    );
    for (const outcome of settled) outcomes.set(outcome.finding.fingerprint, outcome);
    if (batch.length === 0) break;
    const next = new Map([...texts, ...edited(request.tree, texts, batch)]);
    const after = rescan(overlayTree(request.tree, next));
    const trouble = verifyFixes(
      batch.map(({ finding }) => finding),
      current,
      after,
    );
    const lacking =
      trouble === undefined && after !== undefined ? withoutRights(batch, after) : new Map<string, string>();
    if (lacking.size > 0 && !request.withReview) {
      for (const { finding } of batch) {
        const reason = lacking.get(finding.fingerprint);
        if (reason !== undefined)
          outcomes.set(finding.fingerprint, { finding, result: 'review', kind: 'review', reasons: [reason] });
      }
      pending = [
        ...batch.map(({ finding }) => finding).filter(({ fingerprint }) => !lacking.has(fingerprint)),
        ...rest,
      ];
      continue;
    }
    if (trouble === undefined && after !== undefined) {
      for (const { finding, kind, reasons } of batch) {
        const reason = lacking.get(finding.fingerprint);
        const looked =
          reason === undefined ? { kind, reasons } : { kind: 'review' as const, reasons: [...reasons, reason] };
        outcomes.set(finding.fingerprint, { finding, result: 'fixed', ...looked });
      }
      texts = next;
      current = after;
      limit = limit > Number.MAX_SAFE_INTEGER / 2 ? limit : limit * 2;
      pending = rest;
    } else if (batch.length === 1) {
      const [{ finding, kind }] = batch as [Candidate];
      outcomes.set(finding.fingerprint, {
        finding,
        result: 'withheld',
        kind,
        reasons: [`Withheld: ${trouble ?? ''}.`],
      });
      pending = rest;
      limit = 2;
    } else {
      limit = Math.ceil(batch.length / 2);
      pending = [...batch.map(({ finding }) => finding), ...rest];
    }
  }
  return { texts, outcomes: order.flatMap((fingerprint) => outcomes.get(fingerprint) ?? []) };
}

/** Which fixes ask for a right that nobody has given, by fingerprint. */
function withoutRights(batch: readonly Candidate[], after: ScannedApplication): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { finding } of batch) {
    const estate = worldOf(finding, after)?.estate;
    const reason = estate === undefined ? undefined : lackingRight(finding.intents ?? [], estate);
    if (reason !== undefined) found.set(finding.fingerprint, reason);
  }
  return found;
}

/** The fixes that can be written side by side, what has to wait for them, and what is answered without writing. */
function nextBatch(
  pending: readonly Finding[],
  current: ScannedApplication,
  tree: SourceTree,
  withReview: boolean,
  limit: number,
): { readonly batch: Candidate[]; readonly rest: Finding[]; readonly settled: FixOutcome[] } {
  const open = new Map(current.judgement.findings.map((finding) => [finding.fingerprint, finding]));
  const documents = new Map<string, EditableDocument | undefined>();
  const batch: Candidate[] = [];
  const rest: Finding[] = [];
  const settled: FixOutcome[] = [];
  const taken: TextEdit[] = [];
  const added = new Set<string>();
  for (const wanted of pending) {
    if (batch.length >= limit) {
      rest.push(wanted);
      continue;
    }
    const finding = open.get(wanted.fingerprint);
    const declared = wanted.fix.kind === 'safe' ? 'safe' : 'review';
    if (finding === undefined) {
      settled.push({ finding: wanted, result: 'fixed', kind: declared, reasons: ['Fixed along with another.'] });
      continue;
    }
    const writing = writeFix(finding, current, tree, documents);
    if (isRefusal(writing)) {
      settled.push({ finding, result: 'withheld', kind: declared, reasons: [writing.refused] });
      continue;
    }
    const kind = writing.review.length > 0 ? 'review' : declared;
    if (kind === 'review' && !withReview) {
      settled.push({ finding, result: 'review', kind, reasons: writing.review });
      continue;
    }
    if (conflicts([], writing.edits)) {
      const reasons = ['Its parts would be written in the same place.'];
      settled.push({ finding, result: 'withheld', kind, reasons });
      continue;
    }
    // A bucket takes one policy: a second resource of one type for one subject is written, if at all, knowing the first.
    const adds = (finding.intents ?? []).flatMap((intent) =>
      intent.kind === 'add-resource' ? [`${intent.subject} ${intent.type}`] : [],
    );
    if (conflicts(taken, writing.edits) || adds.some((one) => added.has(one))) {
      rest.push(wanted);
      continue;
    }
    taken.push(...writing.edits);
    for (const one of adds) added.add(one);
    batch.push({ finding, edits: writing.edits, kind, reasons: writing.review });
  }
  return { batch, rest, settled };
}

function conflicts(taken: readonly TextEdit[], edits: readonly TextEdit[]): boolean {
  const files = new Set(edits.map((edit) => edit.file));
  for (const file of files) {
    const both = [...taken, ...edits].filter((edit) => edit.file === file);
    if (conflictOf(both) !== undefined) return true;
  }
  return false;
}

function edited(
  tree: SourceTree,
  texts: ReadonlyMap<string, string>,
  batch: readonly Candidate[],
): ReadonlyMap<string, string> {
  const edits = batch.flatMap((candidate) => candidate.edits);
  const overlay = overlayTree(tree, texts);
  return new Map(
    [...new Set(edits.map((edit) => edit.file))].map((file) => {
      const read = overlay.read(file);
      const text = 'text' in read ? read.text : '';
      return [
        file,
        applyEdits(
          text,
          edits.filter((edit) => edit.file === file),
        ),
      ] as const;
    }),
  );
}
