import type { Estate, NodeOf } from '../../estate/estate.ts';
import { authVerdict, type AuthVerdict } from './auth-verdict.ts';

/**
 * An authorizer runs before anybody is authenticated: whoever reaches the gateway starts it. Walls before it are a private
 * network and client certificates. One that no route asks is never called.
 */
export function authorizerVerdict(trigger: NodeOf<'trigger'>, estate: Estate): AuthVerdict {
  const { facet } = trigger;
  const source = facet.source === undefined ? undefined : estate.nodes.get(facet.source);
  const asking = estate
    .of('route')
    .filter(({ facet: route }) =>
      [route.auth, ...route.alternatives]
        .flat()
        .some((asked) => asked.kind === 'lambda-authorizer' && belongs(asked.node, trigger, route.api)),
    );
  if (asking.length === 0 && (source?.kind === 'rest-authorizer' || source?.kind === 'http-authorizer')) {
    return { exposure: 'internal', message: `${facet.label}: no route asks it` };
  }
  const verdicts = asking.map(({ facet: route }) =>
    route.auth.filter(({ kind }) => kind === 'network' || kind === 'mutual-tls'),
  );
  const open = verdicts.find((walls) => walls.length === 0);
  const walls = open ?? verdicts[0] ?? [];
  if (walls.length > 0) {
    const verdict = authVerdict(walls, estate);
    return { ...verdict, message: `${facet.label}: ${verdict.message}` };
  }
  return {
    exposure: 'public',
    message: `anyone on the internet → ${facet.label} (it runs before its caller is known)`,
  };
}

/** A requirement names the authorizer itself; that of a GraphQL or event API names the function or nothing. */
function belongs(asked: string | undefined, trigger: NodeOf<'trigger'>, api: string): boolean {
  const { source, function: called } = trigger.facet;
  return asked === undefined ? api === source : asked === source || (asked === called && api === source);
}
