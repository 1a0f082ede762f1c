import { settled } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { authVerdict, type AuthVerdict } from './auth-verdict.ts';

/**
 * The verdict of a way in that is decided where it stands. Undefined for one that inherits the exposure of its source
 * (bucket, queue, topic, stream, bus, state machine, pipe, another function).
 */
export function startedBy(trigger: NodeOf<'trigger'>, estate: Estate): AuthVerdict | undefined {
  const { facet } = trigger;
  switch (facet.kind) {
    case 'rest-api':
    case 'http-api':
    case 'websocket-api':
    case 'graphql-api':
    case 'function-url':
    case 'load-balancer':
    case 'cloudfront': {
      const verdict = authVerdict(facet.auth, estate);
      return { ...verdict, message: `${facet.label}: ${verdict.message}` };
    }
    case 'authorizer':
      return authorizerVerdict(trigger, estate);
    case 'user-pool':
      return userPoolVerdict(trigger, estate);
    case 'mail':
      return { exposure: 'public', message: `${facet.label}: anyone may send mail` };
    case 'iot':
      return { exposure: 'authenticated', message: `${facet.label}: devices with a certificate or credentials publish` };
    case 'permission':
      return permissionVerdict(trigger, estate);
    case 'schedule':
    case 'secret-rotation':
    case 'config-rule':
    case 'custom-resource':
    case 'macro':
    case 'alarm':
      return { exposure: 'internal', message: `${facet.label}: only the account itself starts it` };
    default:
      return undefined;
  }
}

/** An authorizer runs before anybody is authenticated: whoever reaches the gateway starts it. */
function authorizerVerdict(trigger: NodeOf<'trigger'>, estate: Estate): AuthVerdict {
  const { facet } = trigger;
  const walls = facet.auth.filter((requirement) => requirement.kind === 'network' || requirement.kind === 'mutual-tls');
  if (walls.length > 0) return authVerdict(walls, estate);
  return { exposure: 'public', message: `${facet.label}: an authorizer runs before its caller is known` };
}

/** Sign-up and the first steps of sign-in are open to anyone who knows the client id, unless administrators make users. */
function userPoolVerdict(trigger: NodeOf<'trigger'>, estate: Estate): AuthVerdict {
  const { facet } = trigger;
  const pool = estate.get(facet.source, 'user-pool');
  const closed = pool === undefined ? undefined : settled(pool.facet.adminCreatesUsers);
  if (closed === false) return { exposure: 'public', message: `${facet.label}: anyone can sign up` };
  if (closed === true) return { exposure: 'authenticated', message: `${facet.label}: administrators make the users` };
  return {
    exposure: 'unknown',
    message: facet.label,
    reason: 'Whether anyone can sign up in the user pool is not in the template.',
  };
}

function permissionVerdict(trigger: NodeOf<'trigger'>, estate: Estate): AuthVerdict {
  const { facet } = trigger;
  if (facet.auth.length > 0) {
    const verdict = authVerdict(facet.auth, estate);
    return { ...verdict, message: `${facet.label}: ${verdict.message}` };
  }
  if (facet.principal === '*') return { exposure: 'public', message: `${facet.label}: any AWS account may call it` };
  if (facet.principal === undefined) {
    return { exposure: 'unknown', message: facet.label, reason: 'Whom the permission admits is known only to a deployment.' };
  }
  if (/\.amazonaws\.com(\.cn)?$|\.amazon\.com$/.test(facet.principal)) {
    return { exposure: 'internal', message: `${facet.label}: the service calls it for a source outside this application` };
  }
  return { exposure: 'authenticated', message: `${facet.label}: another account may call it` };
}
