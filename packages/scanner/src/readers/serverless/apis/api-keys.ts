import { asMap, asText, type Value } from '@leastwise/model';
import { get, isMap, itemsOf } from '../../cloudformation/sam/read-value.ts';
import type { Bench, Cause } from '../bench.ts';
import { capitalized } from '../events/event.ts';
import type { RestApi } from './rest-api.ts';

/** `provider.apiGateway.apiKeys` and its usage plan. */
export function apiKeys(api: RestApi, cause: Cause, bench: Bench): void {
  const written = bench.provider('apiGateway', 'apiKeys') ?? bench.provider('apiKeys');
  const plan = bench.provider('apiGateway', 'usagePlan') ?? bench.provider('usagePlan');
  if (written === undefined && plan === undefined) return;
  const keys = itemsOf(written).flatMap((item) => {
    const map = asMap(item);
    const isGroup = map !== undefined && !['name', 'value'].some((member) => map.has(member));
    return isGroup ? [...map.values()].flatMap(itemsOf) : [item];
  });
  const make = bench.makeAt((written ?? plan)?.origin ?? cause.at);
  const own = { ...cause, at: make.origin, keyRange: make.origin, by: 'apiKeys' };
  bench.add(
    'ApiGatewayUsagePlan',
    'AWS::ApiGateway::UsagePlan',
    {
      ApiStages: [{ ApiId: api.id, Stage: bench.stage }],
      Quota: settingsOf(plan, 'quota'),
      Throttle: settingsOf(plan, 'throttle'),
    },
    own,
  );
  for (const [index, key] of keys.entries()) {
    const number = index + 1;
    const name = isMap(key) ? get(key, 'name') : key;
    bench.add(
      `ApiGatewayApiKey${number}`,
      'AWS::ApiGateway::ApiKey',
      {
        Enabled: get(key, 'enabled') ?? true,
        Name: name,
        Value: get(key, 'value'),
        Description: get(key, 'description'),
      },
      { ...own, at: key.origin, keyRange: key.origin },
    );
    bench.add(
      `ApiGatewayUsagePlanKey${number}`,
      'AWS::ApiGateway::UsagePlanKey',
      {
        KeyId: make.ref(`ApiGatewayApiKey${number}`),
        KeyType: 'API_KEY',
        UsagePlanId: make.ref('ApiGatewayUsagePlan'),
      },
      own,
    );
  }
}

/** One plan, or a list of named plans of which the first that has it counts. */
function settingsOf(plan: Value | undefined, name: 'quota' | 'throttle'): Value | undefined {
  for (const each of itemsOf(plan)) {
    const inner = asMap(each);
    const found = get(each, name) ?? (inner?.size === 1 ? get([...inner.values()][0], name) : undefined);
    if (found !== undefined && asText(found) === undefined) return capitalized(found);
  }
  return undefined;
}
