import { asText, type Value } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { flagOf, get, isMap, itemsOf } from '../../cloudformation/sam/read-value.ts';
import { textValue } from '../../cloudformation/text-value.ts';
import type { Bench, Cause } from '../bench.ts';
import type { ServiceEvent } from '../events/event.ts';
import { apiKeys } from './api-keys.ts';
import { restMethod } from './rest-method.ts';
import { restStage } from './rest-stage.ts';

/** The REST API that all `http` events of a service share. */
export interface RestApi {
  /** `RestApiId` of what belongs to it. */
  readonly id: Value;
  /** The id of the resource at `/`. */
  readonly root: Value;
  /** False when `provider.apiGateway.restApiId` names an API of another stack. */
  readonly isOwn: boolean;
  /** Path → logical id of its resource. */
  readonly resources: Map<string, Value>;
}

/** https://www.serverless.com/framework/docs/providers/aws/events/apigateway */
export function compileRestApi(events: readonly ServiceEvent[], bench: Bench): void {
  const [first] = events;
  if (first === undefined) return;
  const api = restApiFor(apiCause(first, bench, 'apiGateway'), bench);
  for (const event of events) restMethod(event, api, bench);
}

const apis = new WeakMap<Bench, { readonly api: RestApi; readonly cause: Cause }>();

/** The REST API of the service; made for whoever needs it first. */
export function restApiFor(cause: Cause, bench: Bench): RestApi {
  const present = apis.get(bench);
  if (present !== undefined) return present.api;
  const api = restApi(cause, bench);
  apis.set(bench, { api, cause });
  return api;
}

/** The stage, and the keys, once every method is there. */
export function finishRestApi(bench: Bench): void {
  const made = apis.get(bench);
  if (made === undefined) return;
  const methods = [...bench.drafts.keys()].filter((name) => name.startsWith('ApiGatewayMethod'));
  if (made.api.isOwn) restStage(made.api, made.cause, methods, bench);
  apiKeys(made.api, made.cause, bench);
}

/** What is wrong with an API as a whole is shown where the service configures it, else at its first event. */
export function apiCause(first: ServiceEvent, bench: Bench, setting: string): Cause {
  const written = bench.provider(setting);
  const at = written !== undefined && isMap(written) ? written.origin : undefined;
  return at === undefined ? { ...first.cause, by: setting } : { at, keyRange: at, by: setting, from: first.owner.id };
}

export function serviceText(bench: Bench, origin: Cause['at'], ...suffix: readonly string[]): Value {
  const starts = flagOf(bench.provider('apiGateway', 'shouldStartNameWithService')) === true;
  const [one, other] = starts ? [bench.serviceName, bench.stage] : [bench.stage, bench.serviceName];
  return textValue([one, '-', other, ...suffix], origin);
}

function restApi(cause: Cause, bench: Bench): RestApi {
  const settings = (name: string): Value | undefined => bench.provider('apiGateway', name);
  const given = settings('restApiId');
  const make = bench.makeAt(cause.at);
  if (given !== undefined) {
    const root = settings('restApiRootResourceId') ?? given;
    return { id: given, root, isOwn: false, resources: new Map() };
  }
  const policy = settings('resourcePolicy') ?? bench.provider('resourcePolicy');
  const type = bench.provider('endpointType');
  const endpoints = settings('vpcEndpointIds') ?? bench.provider('vpcEndpointIds');
  const written = type === undefined ? 'EDGE' : (asText(type)?.toUpperCase() ?? type);
  bench.add(
    'ApiGatewayRestApi',
    'AWS::ApiGateway::RestApi',
    {
      Name: bench.provider('apiName') ?? serviceText(bench, make.origin),
      Description: settings('description'),
      EndpointConfiguration: { Types: [written], VpcEndpointIds: endpoints },
      ApiKeySourceType: settings('apiKeySourceType'),
      BinaryMediaTypes: settings('binaryMediaTypes'),
      MinimumCompressionSize: settings('minimumCompressionSize'),
      DisableExecuteApiEndpoint: settings('disableDefaultEndpoint'),
      Policy: policy === undefined ? undefined : policyOf(policy),
    },
    cause,
  );
  return {
    id: make.ref('ApiGatewayRestApi'),
    root: make.ref('ApiGatewayRestApi', 'RootResourceId'),
    isOwn: true,
    resources: new Map(),
  };
}

/** Only the statements are written. */
function policyOf(policy: Value): Material {
  if (isMap(policy) && get(policy, 'Statement') !== undefined) return policy;
  return policy.kind === 'unknown' ? policy : { Version: '2012-10-17', Statement: itemsOf(policy) };
}
