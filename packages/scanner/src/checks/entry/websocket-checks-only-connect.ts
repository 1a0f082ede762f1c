import { settled } from '@leastwise/model';
import { isGuarded, listed, openQuestion, wayThrough } from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, notApplicable, open } from '../define-check.ts';

export default defineCheck({
  name: 'websocket-checks-only-connect',
  title: 'Messages of a WebSocket API are not checked after $connect',
  area: 'entry',
  subjects: ['http-api'],
  severity: 'info',
  since: '0.1.0',
  rows: [251],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [639],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    const { protocol } = subject.facet;
    if (settled(protocol) === undefined) return open('ProtocolType', protocol, estate);
    const routes = estate.edgesFrom(subject.id, 'routesTo').flatMap((edge) => estate.get(edge.to, 'route') ?? []);
    const connect = routes.find((route) => route.facet.protocol === 'websocket' && route.facet.path === '$connect');
    if (settled(protocol)?.toUpperCase() !== 'WEBSOCKET') return notApplicable;
    const unnamed = estate
      .of('http-route')
      .find(
        (route) =>
          settled(route.facet.key) === undefined && estate.resolve(route.facet.api, 'http-api')?.id === subject.id,
      );
    if (unnamed !== undefined) return open('RouteKey', unnamed.facet.key, estate);
    if (connect === undefined) return notApplicable;
    const way = wayThrough(estate, connect);
    const question = openQuestion(way);
    if (question !== undefined) return { result: 'unknown', ...question };
    if (!isGuarded(way)) return notApplicable;
    const messages = routes.filter(
      (route) =>
        route.facet.decidedBy === connect.id &&
        route.facet.path !== '$disconnect' &&
        route.facet.integration.kind === 'lambda',
    );
    if (messages.length === 0) return notApplicable;
    const names = listed(messages.map((route) => route.name));
    return fail(
      connect.facet.authAt,
      `${subject.name} checks who calls at $connect only; ${names} must take the caller from the connection, never from the message.`,
      {
        evidence: messages.slice(0, 10).map((route) => ({
          at: route.facet.integration.at,
          message: `${route.name} runs for every message of an open connection`,
        })),
        fix: { summary: 'keep who connected with the connection id, and read it there' },
      },
    );
  },
});
