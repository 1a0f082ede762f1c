import type { Report, ReportFinding, ReportFunction, ReportTrigger } from '@leastwise/model';

export type Verdict = 'right' | 'wrong';

export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** What a reader found that the scanner does not say. */
export interface Miss {
  readonly place: string;
  readonly reason: string;
}

export interface Verdicts {
  readonly byKey: ReadonlyMap<string, Judgement>;
  readonly missed: readonly Miss[];
}

export interface WayIn {
  readonly function: ReportFunction;
  /** Undefined for a function that nothing starts. */
  readonly trigger: ReportTrigger | undefined;
}

/**
 * Lines of `key, verdict, reason`, divided by tabs. The key is the fingerprint of a finding or `keyOfWayIn`, so that a verdict
 * stays with what it was given for when lines move; `missed, place, reason` adds what is not reported.
 */
export function readVerdicts(text: string): Verdicts {
  const byKey = new Map<string, Judgement>();
  const missed: Miss[] = [];
  for (const line of text.split('\n')) {
    const [key, verdict, reason] = line.split('\t');
    if (key === undefined || verdict === undefined || reason === undefined) continue;
    if (key === 'missed') missed.push({ place: verdict, reason });
    else if (verdict === 'right' || verdict === 'wrong') byKey.set(key, { verdict, reason });
  }
  return { byKey, missed };
}

export function waysIn(report: Report): readonly WayIn[] {
  return report.functions.flatMap((item): readonly WayIn[] =>
    item.triggers.length === 0
      ? [{ function: item, trigger: undefined }]
      : item.triggers.map((trigger) => ({ function: item, trigger })),
  );
}

/** Holds what is claimed: a way in that changes its authentication or exposure is to be judged again. */
export function keyOfWayIn({ function: item, trigger }: WayIn): string {
  if (trigger === undefined) return `way ${logicalId(item.id)} none ${item.exposure}`;
  const { kind, source, route, auth, exposure, invocation } = trigger;
  return ['way', logicalId(item.id), kind, logicalId(source), route ?? '', auth.join('+'), exposure, invocation].join(
    ' ',
  );
}

/** The severity is part of what was judged. */
export function keyOfFinding(finding: ReportFinding): string {
  return `${finding.fingerprint} ${finding.severity}`;
}

export function logicalId(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
