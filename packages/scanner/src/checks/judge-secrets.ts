import { logicalIdOf, type FixIntent } from '@leastwise/model';
import type { Facts } from '../analyses/facts.ts';
import type { SecretPlace, SecretSite } from '../analyses/secrets/secret-places.ts';
import type { AnyNode } from '../estate/estate.ts';
import { replace } from './fix-intents.ts';
import { fail, notApplicable, pass, type Outcome } from './define-check.ts';

/** Fails for every credential that stands at one kind of site in a node. The value itself is never part of an outcome. */
export function judgeSecrets(
  subject: AnyNode,
  facts: Facts,
  site: SecretSite,
  sentence: (place: SecretPlace) => string,
  fix: string,
): readonly Outcome[] {
  const places = facts.secrets.of(subject.id).filter((place) => place.site === site);
  if (places.length === 0)
    return [subject.kind === 'function' || subject.kind === 'state-machine' ? pass : notApplicable];
  return places.map((place) =>
    fail(place.at, sentence(place), {
      // The fingerprint of the secret, so that the same one moved elsewhere in the subject is known again.
      key: `${place.parameter ?? place.name} ${place.match.kind} ${place.match.fingerprint}`,
      ...weight(place),
      evidence: place.usedAt === undefined ? [] : [{ at: place.usedAt, message: `${place.node.name} uses it here` }],
      fix: signsIn(subject)
        ? {
            kind: 'none',
            summary: 'take it out and revoke it: whoever deploys signs in with a role or the environment',
          }
        : { summary: fix, edit: movedAway(subject, place) },
    }),
  );
}

/** A provider of Terraform, which no dynamic reference reaches. */
function signsIn(subject: AnyNode): boolean {
  return subject.type === 'provider';
}

/**
 * Into Secrets Manager, where somebody has to put it first; the name is made of where it stood. A default is taken away, so that
 * whoever deploys has to give it. In the definition of a state machine a reference would only be resolved into the same text.
 */
function movedAway(subject: AnyNode, place: SecretPlace): readonly FixIntent[] {
  const { parameter, site, name } = place;
  if (site === 'state-machine') return [];
  if (site === 'parameter-default') {
    if (parameter === undefined) return [];
    const about = { kind: 'set-parameter', subject: subject.id, parameter } as const;
    return [
      { ...about, key: 'Default', value: null },
      { ...about, key: 'NoEcho', value: true },
    ];
  }
  const secret = `${logicalIdOf(subject.id).replace(/^aws_\w+\./, '')}/${name}`.replaceAll(/[^A-Za-z0-9/_+=.@-]/g, '-');
  return [replace(subject, place.at, `{{resolve:secretsmanager:${secret}}}`)];
}

/** A published example key opens nothing; a guessable word may be a placeholder that every deployment replaces. */
function weight({ match }: SecretPlace): { severity?: 'info' | 'low'; confidence: 'low' | 'medium' | 'high' } {
  if (match.live === false) return { severity: 'info', confidence: 'low' };
  if (match.confidence === 'low') return { severity: 'low', confidence: 'low' };
  return { confidence: match.confidence };
}
