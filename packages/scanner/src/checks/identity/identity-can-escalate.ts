import type { Evidence } from '@leastwise/model';
import { escalationFacts, type EscalationFacts } from '../../analyses/escalation/escalation-facts.ts';
import type { Escalation } from '../../analyses/escalation/escalations.ts';
import type { Hop } from '../../analyses/escalation/hops.ts';
import type { Estate } from '../../estate/estate.ts';
import { canBeTaken } from '../../analyses/escalation/can-be-taken.ts';
import { policyDocumentsOf } from '../../analyses/permissions/policy-documents.ts';
import { openStatement } from '../judge-statements.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';

export default defineCheck({
  name: 'identity-can-escalate',
  title: 'Identity can give itself more permissions than it has',
  area: 'identity',
  subjects: ['role', 'user', 'group'],
  severity: 'high',
  since: '0.1.0',
  rows: [],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [269, 250],
    attack: ['T1098', 'T1078'],
  },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const escalation = escalationFacts(estate);
    const identity = escalation.account.identities.get(subject.id);
    if (identity === undefined || !canBeTaken(identity)) return notApplicable;
    const grave = escalation.from(subject.id).filter((way) => isGrave(way, escalation));
    const [way] = grave;
    if (way === undefined) {
      const { unknown } = policyDocumentsOf(estate, subject);
      return unknown === undefined ? pass : openStatement(unknown, `what ${subject.name} allows`);
    }
    const first = way.hops[0];
    const at = (first === undefined ? undefined : placesOf(first, escalation)[0]) ?? subject.keyRange;
    const gain = gainOf(way, escalation);
    if (!way.certain) {
      return {
        result: 'unknown',
        at,
        what: `whether ${subject.name} can become ${gain}`,
        why: `${first?.path.title ?? 'The way'}: it hangs on a condition or on a name that only deployment knows.`,
      };
    }
    const isPublic = estate
      .edgesTo(subject.id, 'assumes')
      .some(({ from }) => estate.get(from, 'function') !== undefined && facts.exposure.of(from) === 'public');
    return fail(at, `${subject.name} can become ${gain}: ${stepsOf(way)}.`, {
      key: way.reaches === 'identity' ? `identity ${way.identity ?? ''}` : way.reaches,
      severity: way.reaches === 'identity' ? 'medium' : isPublic ? 'critical' : 'high',
      evidence: way.hops.flatMap((hop) => evidenceOf(hop, estate, escalation)),
      fix: { summary: first?.path.remediation ?? 'narrow the statements that allow the first step' },
    });
  },
});

/**
 * Everything, or any role. A single other identity counts when it is taken over: a role that is named to be passed, or that
 * invites the identity in its trust policy, is meant to be used so.
 */
function isGrave(way: Escalation, { account }: EscalationFacts): boolean {
  const gained = way.identity === undefined ? undefined : account.identities.get(way.identity);
  if (gained?.policies.unknown?.includes('identity') === true && !way.certain) return true;
  return (
    way.reaches !== 'identity' || way.hops.some(({ path }) => path.id !== 'sts-001' && path.needs.passed === undefined)
  );
}

function gainOf(way: Escalation, { account }: EscalationFacts): string {
  const gained = way.identity === undefined ? undefined : account.identities.get(way.identity)?.name;
  if (way.reaches === 'any-role')
    return `any role of the account that ${way.hops.at(-1)?.path.assumedBy ?? 'the service'} may assume`;
  if (way.reaches === 'administrator') return gained === undefined ? 'an administrator' : `the administrator ${gained}`;
  return gained ?? 'another identity';
}

function stepsOf(way: Escalation): string {
  return way.hops
    .map(({ path, through }) => lower(path.title) + (through === undefined ? '' : ` (${through.name})`))
    .join(', then ');
}

function lower(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

function placesOf(hop: Hop, escalation: EscalationFacts): readonly Evidence['at'][] {
  return hop.grants.flatMap((grant) => escalation.placeOf(grant) ?? []);
}

function evidenceOf(hop: Hop, estate: Estate, escalation: EscalationFacts): readonly Evidence[] {
  const name = escalation.account.identities.get(hop.from)?.name ?? hop.from;
  const granted = hop.grants.flatMap((grant): readonly Evidence[] => {
    const at = escalation.placeOf(grant);
    return at === undefined ? [] : [{ at, message: `${name} may ${grant.action} (${hop.path.id})` }];
  });
  const gained = hop.to.kind === 'identity' ? estate.nodes.get(hop.to.id) : undefined;
  return gained === undefined
    ? granted
    : [...granted, { at: gained.keyRange, message: `${hop.path.how} That is ${gained.name}.` }];
}
