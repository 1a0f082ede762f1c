import type { Diagnostic, Evidence, Finding, OpenQuestion } from '@leastwise/model';
import { functionsConcerned } from '../analyses/functions-concerned.ts';
import type { Facts } from '../analyses/facts.ts';
import type { AnyNode, Estate } from '../estate/estate.ts';
import type { Kind } from '../estate/facets/index.ts';
import type { Check, CheckContext, Fail, Outcome } from './define-check.ts';
import { fingerprint } from './fingerprint.ts';
import type { Settings } from './settings.ts';

/** What all checks say about one estate. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly questions: readonly OpenQuestion[];
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Tally {
  evaluated: number;
  unknown: number;
  failed: number;
}

/** Asks every check about every subject of its kinds. A check that throws is a diagnostic, and the others still speak. */
export function judge(estate: Estate, facts: Facts, checks: readonly Check[], settings: Settings): Judgement {
  const context: CheckContext = { estate, facts, settings };
  const findings: Finding[] = [];
  const questions: OpenQuestion[] = [];
  const diagnostics: Diagnostic[] = [];
  const tallies = new Map<string, Tally>();
  for (const check of checks) {
    let tally: Tally | undefined;
    for (const kind of check.subjects) {
      for (const subject of estate.of(kind)) {
        for (const outcome of ask(check, subject as AnyNode, context, diagnostics)) {
          if (outcome.result === 'not-applicable') continue;
          // Most checks find no subject in most applications.
          if (tally === undefined) tallies.set(check.name, (tally = { evaluated: 0, unknown: 0, failed: 0 }));
          tally.evaluated++;
          if (outcome.result === 'fail') {
            tally.failed++;
            findings.push(findingOf(check, subject as AnyNode, outcome, estate));
          } else if (outcome.result === 'unknown') {
            tally.unknown++;
            const { result: _, ...question } = outcome;
            questions.push({ ...question, check: check.name, subject: subject.id });
          }
        }
      }
    }
  }
  return { findings: withoutRepeats(findings), questions, tallies, diagnostics };
}

function ask(check: Check, subject: AnyNode, context: CheckContext, diagnostics: Diagnostic[]): readonly Outcome[] {
  try {
    const answer = check.evaluate(subject as never, context);
    return 'result' in answer ? [answer] : answer;
  } catch (error) {
    diagnostics.push({
      code: 'check-failed',
      message: `The check ${check.name} failed on ${subject.id}: ${error instanceof Error ? error.message : String(error)}`,
      range: subject.keyRange,
      hint: 'This is a bug of Leastwise. Please report it with the resource that is named here.',
      effect: 'incomplete',
    });
    return [];
  }
}

function findingOf(check: Check, subject: AnyNode, outcome: Fail, estate: Estate): Finding {
  return {
    fingerprint: fingerprint(check.name, subject.id, outcome.key),
    check: check.name,
    title: outcome.message,
    severity: outcome.severity ?? check.severity,
    confidence: outcome.confidence ?? check.confidence ?? 'high',
    subject: subject.id,
    ...(subject.constructPath === undefined ? {} : { constructPath: subject.constructPath }),
    functions: functionsConcerned(estate, subject),
    at: outcome.at,
    evidence: [...(outcome.flow?.steps ?? []), ...(outcome.evidence ?? []), ...madeAt(subject)],
    ...(outcome.flow === undefined ? {} : { flow: outcome.flow }),
    ...fixOf(check, outcome),
    mappings: outcome.mappings ?? check.byKind?.[subject.kind as Kind] ?? check.mappings,
  };
}

/** Where no text can be written for somebody, the fix is theirs, whatever the check can do in other cases. */
function fixOf(check: Check, { fix }: Fail): Pick<Finding, 'fix' | 'intents'> {
  const intents = fix?.edit ?? [];
  const kind = intents.length === 0 ? 'none' : (fix?.kind ?? check.fix);
  return { fix: { kind, summary: fix?.summary ?? '' }, ...(intents.length === 0 ? {} : { intents }) };
}

/** What is synthesised is mended in the program, so that is where a reader is sent. */
function madeAt(subject: AnyNode): readonly Evidence[] {
  if (subject.constructOrigin === undefined) return [];
  return [
    { at: subject.constructOrigin, message: `the construct ${subject.constructPath ?? subject.name} is made here` },
  ];
}

/** One subject can be met twice through the same key (two routes into one template line): the first is kept. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) if (!seen.has(finding.fingerprint)) seen.set(finding.fingerprint, finding);
  return [...seen.values()];
}
