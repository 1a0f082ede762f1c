import type { EventSource } from '@leastwise/code';
import { settled } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import type { TriggerKind } from '../../estate/trigger.ts';

/** What the event of each kind of trigger looks like; undefined where nothing of it is anybody's data. */
const shapes: Readonly<Record<TriggerKind, EventSource | undefined>> = {
  'rest-api': 'rest-api',
  'http-api': 'http-api',
  'websocket-api': 'websocket-api',
  'graphql-api': 'graphql-api',
  'function-url': 'function-url',
  'load-balancer': 'load-balancer',
  cloudfront: 'cloudfront',
  authorizer: 'authorizer-request',
  bucket: 'bucket',
  queue: 'queue',
  topic: 'topic',
  'table-stream': 'table-stream',
  stream: 'stream',
  kafka: 'kafka',
  'message-broker': 'message-broker',
  'document-db': 'document-db',
  rule: 'rule',
  schedule: 'schedule',
  pipe: 'pipe',
  'state-machine': 'state-machine',
  'user-pool': 'user-pool',
  iot: 'iot',
  mail: 'mail',
  'log-group': 'log-group',
  'delivery-stream': 'delivery-stream',
  'secret-rotation': 'secret-rotation',
  'config-rule': 'config-rule',
  'custom-resource': 'custom-resource',
  macro: 'custom-resource',
  alarm: 'rule',
  'object-transform': 'object-transform',
  bot: 'bot',
  'contact-center': 'contact-center',
  agent: 'agent',
  'file-transfer': 'file-transfer',
  pipeline: 'pipeline',
  destination: 'invoke',
  invoke: 'invoke',
  permission: 'invoke',
};

/** The shapes of event that a function is started with, each once, in the order of its triggers. */
export function eventSources(estate: Estate, triggers: readonly NodeOf<'trigger'>[]): readonly EventSource[] {
  const found = new Set<EventSource>();
  for (const trigger of triggers) {
    const shape = shapes[trigger.facet.kind];
    if (shape === undefined) continue;
    if (shape === 'http-api') found.add(payloadOf(estate, trigger));
    else if (shape === 'authorizer-request') for (const each of authorizerShapes(estate, trigger)) found.add(each);
    else found.add(shape);
  }
  // A permission admits a caller without saying what it sends: where a real source is known, that says it.
  if (found.size > 1) found.delete('invoke');
  return [...found];
}

/** HTTP APIs send payload 2.0 unless the integration asks for 1.0, which looks as that of a REST API. */
function payloadOf(estate: Estate, trigger: NodeOf<'trigger'>): EventSource {
  const route = estate.get(trigger.facet.route, 'route');
  const integrations = estate
    .of('http-integration')
    .filter(({ facet }) => estate.resolve(facet.api)?.id === route?.facet.api);
  const asked = integrations.map(({ facet }) => settled(facet.payload));
  return asked.length > 0 && asked.every((version) => version === '1.0') ? 'rest-api' : 'http-api';
}

/** TOKEN authorizers get the token alone, REQUEST authorizers the request. */
function authorizerShapes(estate: Estate, trigger: NodeOf<'trigger'>): readonly EventSource[] {
  const source = trigger.facet.source === undefined ? undefined : estate.nodes.get(trigger.facet.source);
  const isAuthorizer = source?.kind === 'rest-authorizer' || source?.kind === 'http-authorizer';
  const kind = isAuthorizer ? settled(source.facet.type) : undefined;
  if (kind === 'TOKEN') return ['authorizer-token'];
  return kind === 'REQUEST' ? ['authorizer-request'] : ['authorizer-token', 'authorizer-request'];
}
