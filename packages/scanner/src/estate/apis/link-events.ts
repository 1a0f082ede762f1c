import { describe, settled, type Value } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { EstateBuilder, NodeOf } from '../estate.ts';
import { addRoute } from './add-route.ts';
import { openRequirement } from './method-auth.ts';

type Api = NodeOf<'event-api'>;
type Channel = NodeOf<'event-channel'>;
type Modes = Channel['facet']['publishModes'];

/**
 * AppSync event APIs: publishing to and subscribing to each channel namespace.
 * https://docs.aws.amazon.com/appsync/latest/eventapi/configure-event-api-auth.html
 */
export function linkEvents(estate: EstateBuilder): void {
  for (const channel of estate.of('event-channel')) {
    const api = estate.get(estate.resolve(channel.facet.api, 'event-api')?.id, 'event-api');
    const { publishModes, subscribeModes, publishSource, subscribeSource } = channel.facet;
    linkChannel(estate, channel, api, {
      verb: 'publish',
      modes: publishModes.present ? publishModes : api?.facet.publishModes,
      source: publishSource,
    });
    linkChannel(estate, channel, api, {
      verb: 'subscribe',
      modes: subscribeModes.present ? subscribeModes : api?.facet.subscribeModes,
      source: subscribeSource,
    });
  }
}

function linkChannel(
  estate: EstateBuilder,
  channel: Channel,
  api: Api | undefined,
  way: { verb: 'publish' | 'subscribe'; modes: Modes | undefined; source: Value },
): void {
  const at = way.modes?.origin ?? channel.at;
  const path = `${way.verb} /${settled(channel.facet.name) ?? describe(channel.facet.name)}`;
  const asked = (way.modes?.items ?? []).map((mode) => [modeRequirement(estate, api, mode.auth)]);
  const ways =
    asked.length > 0
      ? asked.sort((left, right) => rank(left) - rank(right))
      : [[{ kind: 'unknown', at, note: 'No authorization mode of the channel is known.' } as const]];
  const [weakest = [], ...others] = ways;
  const node = estate.get(estate.resolve(way.source, 'graphql-data-source')?.id, 'graphql-data-source');
  const called = node === undefined ? undefined : estate.functionOf(node.facet.function);
  addRoute(estate, {
    facet: {
      api: api?.id ?? channel.id,
      protocol: 'events',
      method: '',
      path,
      auth: weakest,
      alternatives: others,
      authAt: at,
      integration: {
        kind:
          called !== undefined || (node !== undefined && settled(node.facet.type) === 'AWS_LAMBDA')
            ? 'lambda'
            : node === undefined
              ? 'mock'
              : 'service',
        ...(called === undefined ? {} : { target: called.qualifier ?? called.function.id }),
        uri: node?.facet.function ?? way.source,
        credentials: node?.facet.role ?? { kind: 'absent', origin: at },
        timeout: { kind: 'absent', origin: at },
        asynchronous: false,
        at: way.source.origin,
      },
      validated: { kind: 'absent', origin: at, default: false },
      preflight: false,
    },
    suffix: path,
    at: channel.at,
    keyRange: channel.keyRange,
    properties: channel.properties,
    stack: channel.stack,
    writtenIn: channel.id,
  });
}

const weakness: readonly string[] = ['api-key', 'unknown', 'cognito', 'jwt', 'lambda-authorizer', 'iam'];
const rank = (way: readonly AuthRequirement[]): number => weakness.indexOf(way[0]?.kind ?? 'unknown');

function modeRequirement(estate: EstateBuilder, api: Api | undefined, mode: Value<string>): AuthRequirement {
  const at = mode.origin;
  const type = settled(mode);
  const provider = api?.facet.providers.items.find((item) => settled(item.auth) === type);
  const pool =
    provider === undefined
      ? undefined
      : (estate.resolve(provider.pool, 'user-pool') ?? estate.resolve(provider.issuer, 'user-pool'));
  const node = pool?.kind === 'user-pool' ? { node: pool.id } : {};
  switch (type) {
    case 'API_KEY':
      return { kind: 'api-key', at };
    case 'AWS_IAM':
      return { kind: 'iam', at };
    case 'AMAZON_COGNITO_USER_POOLS':
      return { kind: 'cognito', at, ...node };
    case 'OPENID_CONNECT':
      return { kind: 'jwt', at, ...node };
    case 'AWS_LAMBDA':
      return { kind: 'lambda-authorizer', at };
    default:
      return openRequirement(estate, mode, 'The authorization mode of the channel', at);
  }
}
