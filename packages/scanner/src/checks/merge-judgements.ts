import type { Assignment, Diagnostic, Finding, OpenQuestion } from '@leastwise/model';
import type { Judgement, Tally } from './judge.ts';

/**
 * Joins what was found under each assignment of an application's conditions. What fails everywhere fails; what fails under
 * some says when; what only fails where no default leads is less certain.
 */
export function mergeJudgements(
  judged: readonly { readonly assignment: Assignment; readonly judgement: Judgement }[],
): Judgement {
  const only = judged[0];
  if (judged.length === 1 && only !== undefined) return only.judgement;
  const findings = new Map<string, { finding: Finding; under: Assignment[] }>();
  const questions = new Map<string, OpenQuestion>();
  const tallies = new Map<string, Tally>();
  const diagnostics = new Map<string, Diagnostic>();
  for (const { assignment, judgement } of judged) {
    for (const finding of judgement.findings) {
      const known = findings.get(finding.fingerprint);
      if (known === undefined) findings.set(finding.fingerprint, { finding, under: [assignment] });
      else known.under.push(assignment);
    }
    for (const question of judgement.questions) {
      const key = `${question.check}\0${question.subject}\0${question.what}\0${question.at.start}`;
      if (!questions.has(key)) questions.set(key, question);
    }
    for (const [check, tally] of judgement.tallies) tallies.set(check, widest(tallies.get(check), tally));
    for (const diagnostic of judgement.diagnostics) diagnostics.set(diagnostic.message, diagnostic);
  }
  return {
    findings: [...findings.values()].map(({ finding, under }) => qualify(finding, under, judged.length)),
    questions: [...questions.values()],
    tallies,
    diagnostics: [...diagnostics.values()],
  };
}

function qualify(finding: Finding, under: readonly Assignment[], worlds: number): Finding {
  if (under.length === worlds) return finding;
  const byDefault = under.some((assignment) => assignment.isDefault);
  return {
    ...finding,
    when: whenOf(under),
    confidence: byDefault || finding.confidence !== 'high' ? finding.confidence : 'medium',
  };
}

/** `Stage=prod or Stage=test`, cut after three. */
export function whenOf(under: readonly Assignment[]): string {
  const labels = [...new Set(under.map((assignment) => assignment.label || 'by default'))];
  const shown = labels.slice(0, 3).join(' or ');
  return labels.length > 3 ? `${shown} or ${labels.length - 3} more` : shown;
}

function widest(known: Tally | undefined, tally: Tally): Tally {
  if (known === undefined) return { ...tally };
  return {
    evaluated: Math.max(known.evaluated, tally.evaluated),
    unknown: Math.max(known.unknown, tally.unknown),
    failed: Math.max(known.failed, tally.failed),
  };
}
