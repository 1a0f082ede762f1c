import { settled, type Value } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

/** Headers that do not tell one caller from another. */
const saysNothing = new Set([
  'host',
  'user-agent',
  'origin',
  'referer',
  'accept',
  'accept-language',
  'accept-encoding',
  'content-type',
  'connection',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
]);

export default defineCheck({
  name: 'authorizer-cache-without-identity',
  title: 'The answer for one caller is kept for others',
  area: 'entry',
  subjects: ['rest-authorizer', 'http-authorizer'],
  severity: 'high',
  since: '0.1.0',
  rows: [249],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [524, 863],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const type = settled(subject.facet.type)?.toUpperCase();
    // Tokens are their own key: a token authorizer and a pool keep nothing across them.
    if (type !== 'REQUEST')
      return type === undefined && subject.facet.type.kind !== 'absent'
        ? open('type of the authorizer', subject.facet.type, estate)
        : notApplicable;
    const { cacheTime } = subject.facet;
    const seconds = settled(cacheTime);
    if (seconds === undefined) return open('AuthorizerResultTtlInSeconds', cacheTime, estate);
    if (seconds === 0) return pass;
    const source = sourcesOf(subject);
    if (source.open !== undefined) return open('identity source of the authorizer', source.open, estate);
    if (source.names.some(tellsCallers)) return pass;
    const at = source.at ?? cacheTime.origin;
    const words = source.names.length === 0 ? 'nothing of the request' : source.names.join(', ');
    return fail(
      at,
      `Authorizer ${subject.name} keeps its answer for ${seconds} seconds by ${words}, which does not tell one caller from another: who is refused gets the answer of who was admitted.`,
      {
        evidence: [{ at: cacheTime.origin, message: `answers are kept for ${seconds} seconds` }],
        fix: {
          summary: 'name the header of the token as identity source, or keep nothing (0 seconds)',
          edit: [set(subject, 'cacheTime', 0)],
        },
      },
    );
  },
});

function sourcesOf(subject: NodeOf<'rest-authorizer'> | NodeOf<'http-authorizer'>): {
  names: readonly string[];
  at?: Value['origin'];
  open?: Value;
} {
  if (subject.kind === 'rest-authorizer') {
    const { identitySource } = subject.facet;
    const written = settled(identitySource);
    if (written === undefined && identitySource.kind !== 'absent') return { names: [], open: identitySource };
    const names = (written ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return identitySource.kind === 'absent' ? { names } : { names, at: identitySource.origin };
  }
  const { identitySources } = subject.facet;
  if (identitySources.open !== undefined) return { names: [], open: identitySources.open };
  const unread = identitySources.items.find((item) => item.kind !== 'known');
  if (unread !== undefined) return { names: [], open: unread };
  const names = identitySources.items.flatMap((item) =>
    item.kind === 'known' && typeof item.value === 'string' ? [item.value] : [],
  );
  return identitySources.present ? { names, at: identitySources.origin } : { names };
}

/** `method.request.header.Authorization`, `$request.header.Authorization`, a query parameter: something that a caller brings. */
function tellsCallers(source: string): boolean {
  const header = /request\.header\.(.+)$/i.exec(source)?.[1];
  if (header !== undefined) return !saysNothing.has(header.toLowerCase());
  return /request\.querystring\.|^route\.request\.querystring/i.test(source);
}
