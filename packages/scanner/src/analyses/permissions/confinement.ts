import { asText, type Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { secretPlaces } from '../secrets/secret-places.ts';
import { rightsOf } from './rights-of.ts';

/**
 * Why a function may get to something, when neither its role nor the graph names what: a network, a file system, an address
 * or a credential in its environment, a role that cannot be read. Undefined: it gets to nothing, whoever starts it.
 */
export function mayReach(estate: Estate, subject: NodeOf<'function'>): string | undefined {
  const { name, facet } = subject;
  const { held, open } = rightsOf(estate, subject);
  if (open !== undefined) return `what the role of ${name} permits is not known`;
  const [right] = held;
  if (right !== undefined) return `the role of ${name} permits ${right.action}`;
  if (estate.edgesFrom(subject.id, 'reads', 'writes', 'invokes').length > 0)
    return `${name} reaches resources of these templates`;
  if (facet.vpc.open !== undefined || facet.vpc.subnets.items.length > 0 || facet.vpc.subnets.open !== undefined)
    return `${name} reaches into a private network`;
  if (facet.fileSystems.items.length > 0 || facet.fileSystems.open !== undefined) return `${name} mounts a file system`;
  if (facet.environment.open !== undefined) return `the environment of ${name} is not known`;
  const [secret] = secretPlaces(estate, subject.id);
  if (secret !== undefined) return `${secret.name} of ${name} holds a credential`;
  const telling = facet.environment.items.find(({ key, value }) => leadsSomewhere(key, value));
  return telling === undefined ? undefined : `${telling.key} in the environment of ${name} may lead further`;
}

/** A plain setting such as `LOG_LEVEL: info` does not; a reference, an address or a credential does. */
function leadsSomewhere(key: string, value: Value): boolean {
  if (/secret|passw|token|credential|api_?key|private_?key|connection|database|dsn/i.test(key)) return true;
  const text = asText(value) ?? spelledByPlatform(value);
  if (text === undefined) return value.kind !== 'absent';
  return /:\/\/|^arn:|@|\.[a-z]{2,}(:\d+)?(\/|$)/i.test(text) && !/\.(m?js|cjs|json|ya?ml|py|so|sh|toml)$/i.test(text);
}

/** The stack, region or account that a value names leads nowhere by itself. */
function spelledByPlatform(value: Value): string | undefined {
  if (value.kind === 'unknown') return value.cause === 'pseudo' ? '' : undefined;
  if (value.kind !== 'text') return undefined;
  return value.parts.every((part) => typeof part === 'string' || (part.kind === 'unknown' && part.cause === 'pseudo'))
    ? value.parts.map((part) => (typeof part === 'string' ? part : '')).join('')
    : undefined;
}
