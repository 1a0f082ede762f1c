import { asMap, isAbsent, type Value } from '@leastwise/model';
import type { EstateBuilder, NodeOf } from '../estate.ts';
import { addRoute } from './add-route.ts';
import { openRequirement } from './method-auth.ts';
import { operationsOf } from './openapi-document.ts';

/**
 * An API whose document stands in a bucket, comes from a macro or cannot be read: one route that stands for all, with
 * everything about it unknown, so that nobody takes silence for safety.
 */
export function linkUnreadDocument(
  estate: EstateBuilder,
  api: NodeOf<'rest-api'> | NodeOf<'http-api'>,
  protocol: 'rest' | 'http',
): void {
  const unread = unreadPart(api);
  if (unread === undefined) return;
  const { value, what } = unread;
  const origin = value.origin;
  const absent = { kind: 'absent', origin } as const;
  addRoute(estate, {
    facet: {
      api: api.id,
      protocol,
      method: '*',
      path: '*',
      auth: [
        unread.inBucket
          ? { kind: 'unknown', at: origin, note: `${what} is not in the tree.` }
          : openRequirement(estate, value, what, origin),
      ],
      alternatives: [],
      authAt: origin,
      integration: {
        kind: 'unknown',
        uri: absent,
        credentials: absent,
        timeout: absent,
        asynchronous: false,
        at: origin,
      },
      validated: { kind: 'unknown', cause: 'missing-file', reason: `${what} is not known.`, origin },
      preflight: false,
    },
    suffix: '* *',
    at: origin,
    keyRange: origin,
    properties: value,
    stack: api.stack,
    writtenIn: api.id,
  });
}

function unreadPart(
  api: NodeOf<'rest-api'> | NodeOf<'http-api'>,
): { value: Value; what: string; inBucket?: boolean } | undefined {
  const { body, bodyLocation } = api.facet;
  if (!isAbsent(body)) {
    const [open] = operationsOf(body).open;
    if (open !== undefined) return { value: open, what: 'What the OpenAPI document says' };
    return asMap(body) !== undefined ? undefined : { value: body, what: 'The OpenAPI document' };
  }
  if (!isAbsent(bodyLocation))
    return { value: bodyLocation, what: 'The OpenAPI document in the bucket', inBucket: true };
  if (api.kind === 'rest-api' && !isAbsent(api.facet.cloneFrom))
    return { value: api.facet.cloneFrom, what: 'The API that it is cloned from' };
  return undefined;
}
