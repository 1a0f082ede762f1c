import type { Finding } from '@leastwise/model';
import type { ScannedApplication } from '../scan.ts';
import { estateDifference } from './estate-difference.ts';
import { isIntended } from './intended.ts';

/** Why fixes are not good when looked at after the fact; undefined when they are. */
export function verifyFixes(
  fixed: readonly Finding[],
  before: ScannedApplication,
  after: ScannedApplication | undefined,
): string | undefined {
  if (after === undefined) return 'the application could no longer be read';
  return (
    newTrouble(before, after) ??
    stillThere(fixed, after) ??
    newFinding(fixed, before, after) ??
    otherChange(fixed, before, after)
  );
}

function newTrouble(before: ScannedApplication, after: ScannedApplication): string | undefined {
  const known = new Set(before.diagnostics.map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`));
  const met = after.diagnostics.find(
    (diagnostic) => diagnostic.effect === 'incomplete' && !known.has(`${diagnostic.code} ${diagnostic.message}`),
  );
  if (met !== undefined) return `the file would no longer be read in full: ${met.message}`;
  return before.worlds.length === after.worlds.length ? undefined : 'conditions of the template would be decided by it';
}

function stillThere(fixed: readonly Finding[], after: ScannedApplication): string | undefined {
  const open = new Set(after.judgement.findings.map((finding) => finding.fingerprint));
  for (const finding of fixed) {
    if (open.has(finding.fingerprint)) return `${finding.check} would still be found`;
    if (!after.worlds.some((world) => world.estate.nodes.has(finding.subject)))
      return `${finding.subject} would be gone`;
    const asked = after.judgement.questions.some(
      (question) => question.check === finding.check && question.subject === finding.subject,
    );
    if (asked) return `${finding.check} could no longer be answered`;
  }
  return undefined;
}

/**
 * What a fix adds or changes may bring questions of the level `info` about itself into view, such as that a queue that is now
 * encrypted has no key of its own; nothing more, and nothing about others.
 */
function newFinding(
  fixed: readonly Finding[],
  before: ScannedApplication,
  after: ScannedApplication,
): string | undefined {
  const known = new Map(before.judgement.findings.map((finding) => [finding.fingerprint, finding]));
  const changed = new Set(fixed.flatMap((finding) => (finding.intents ?? []).map((intent) => intent.subject)));
  const isOld = (finding: Finding): boolean =>
    !changed.has(finding.subject) && before.worlds.some((world) => world.estate.nodes.has(finding.subject));
  const found = after.judgement.findings.find(
    (finding) => !known.has(finding.fingerprint) && (finding.severity !== 'info' || isOld(finding)),
  );
  return found === undefined ? undefined : `it would cause ${found.check}: ${found.title}`;
}

function otherChange(
  fixed: readonly Finding[],
  before: ScannedApplication,
  after: ScannedApplication,
): string | undefined {
  const intents = fixed.flatMap((finding) => finding.intents ?? []);
  for (const [index, world] of before.worlds.entries()) {
    const now = after.worlds[index];
    if (now === undefined) continue;
    const other = estateDifference(world.estate, now.estate).find(
      (difference) => !isIntended(difference, intents, world.estate),
    );
    if (other !== undefined)
      return `${other.resource.logicalId} would be ${other.kind}${other.path === '' ? '' : ` in ${other.path}`} too`;
  }
  return undefined;
}
