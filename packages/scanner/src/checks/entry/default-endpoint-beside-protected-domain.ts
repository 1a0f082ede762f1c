import { settled, type SourceRange, type Value } from '@leastwise/model';
import { waysThrough } from '../../analyses/gateways/ways-through.ts';
import { domainsOf } from '../../estate/apis/mutual-tls.ts';
import { restSettings } from '../../estate/apis/rest-settings.ts';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

interface Guard {
  readonly words: string;
  readonly at: SourceRange;
}

export default defineCheck({
  name: 'default-endpoint-beside-protected-domain',
  title: 'The execute-api address leads past what guards the domain',
  area: 'entry',
  subjects: ['rest-api', 'http-api'],
  severity: 'medium',
  since: '0.1.0',
  rows: [252],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [288],
    attack: ['T1190'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const guards = [...mutualTls(estate, subject.id), ...guardedDistributions(estate, subject.id)];
    if (guards.length === 0) return notApplicable;
    const disabled = endpointDisabled(estate, subject);
    if (disabled === 'private') return pass;
    const answer = settled(disabled);
    if (answer === undefined) return open('DisableExecuteApiEndpoint', disabled, estate);
    if (answer) return pass;
    const asksNothing = waysThrough(estate, subject.id).some((way) => way.route.facet.auth.length === 0);
    const [guard] = guards;
    return fail(
      disabled.origin,
      `${subject.name} still answers at its execute-api address, past ${guard?.words ?? 'its guard'}.`,
      {
        severity: asksNothing ? 'high' : 'medium',
        evidence: guards.map(({ at, words }) => ({ at, message: `callers of the domain meet ${words}` })),
        fix: { summary: 'set DisableExecuteApiEndpoint: true', edit: [set(subject, 'defaultEndpointDisabled', true)] },
      },
    );
  },
});

function mutualTls(estate: Estate, api: string): readonly Guard[] {
  return domainsOf(estate, api)
    .filter(({ domain }) => domain.facet.mutualTls.present)
    .map(({ domain }) => ({
      words: `the client certificates that domain ${domain.name} asks for`,
      at: domain.facet.mutualTls.origin,
    }));
}

/** A firewall on the stage guards both addresses; one on the distribution in front only the distribution's. */
function guardedDistributions(estate: Estate, api: string): readonly Guard[] {
  if (estate.edgesFrom(api, 'protectedBy').length > 0) return [];
  return estate.edgesTo(api, 'routesTo').flatMap((edge) => {
    const distribution = estate.get(edge.from, 'distribution');
    const guard = distribution === undefined ? undefined : estate.edgesFrom(distribution.id, 'protectedBy')[0];
    if (distribution === undefined || guard === undefined || sendsSecret(distribution)) return [];
    return [{ words: `the web ACL of distribution ${distribution.name}`, at: guard.at }];
  });
}

/** A header that only the distribution adds can keep others out, when the API asks for it as an API key. */
function sendsSecret(distribution: NodeOf<'distribution'>): boolean {
  return distribution.facet.origins.items.some((origin) =>
    origin.headers.items.some((header) => settled(header.name)?.toLowerCase() === 'x-api-key'),
  );
}

function endpointDisabled(estate: Estate, api: NodeOf<'rest-api'> | NodeOf<'http-api'>): Value<boolean> | 'private' {
  if (api.kind === 'http-api') return api.facet.defaultEndpointDisabled;
  const settings = restSettings(estate, api);
  return settings.isPrivate === true ? 'private' : settings.defaultEndpointDisabled;
}
