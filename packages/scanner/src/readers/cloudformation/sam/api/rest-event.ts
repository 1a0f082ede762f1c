import { asMap, asText, type Value } from '@leastwise/model';
import { refuseIntrinsic } from '../intrinsic-at.ts';
import { methodText, pathText, tellOpenPlace } from './event-place.ts';
import { draftPermission, missing, type EventTarget, type SamEvent } from '../events/event.ts';
import { idSuffix } from '../short-hash.ts';
import { editableMap, get, isComputed, isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { apiIdOf } from './collect-apis.ts';
import { invokeCredentials } from './invoke-credentials.ts';
import { arnPath, hasIntegration, integrationKey, isDefinition, operationAt, skeleton } from './open-api.ts';
import { addEventAuth } from './rest-event-auth.ts';
import { addRequestModel, addRequestParameters } from './rest-requests.ts';

/** Where an API event leads: the API, the path and the method. */
interface EventRoute {
  readonly apiId: string;
  readonly draft: ApiDraft | undefined;
  readonly path: string;
  /** In lower case. */
  readonly method: string;
  /** The name of the stage when it is written as it is; else `Stage`. */
  readonly stage: string;
}

/** Reads where an `Api` event leads. Undefined, with a diagnostic, when that cannot be said. */
export function restRoute(event: SamEvent, bench: Workbench): EventRoute | undefined {
  const named = event.get('RestApiId');
  const apiId = named === undefined ? 'ServerlessRestApi' : apiIdOf(named, bench);
  const draft = apiId === undefined ? undefined : bench.apis.get(apiId);
  const plain = apiId === undefined ? undefined : bench.plain.get(apiId);
  if (apiId === undefined || (draft?.kind !== 'rest' && plain === undefined)) {
    bench.invalid(
      (named ?? event.value).origin,
      `RestApiId of the event ${event.id} names no API of this template.`,
      'Write the Ref of an API.',
    );
    return undefined;
  }
  if (named?.kind === 'reference' && named.via !== undefined) {
    const said = `RestApiId of the event ${event.id} hangs on a condition, which SAM does not follow.`;
    bench.note(named.origin, said, 'Write the Ref of an API.');
  }
  refuseIntrinsic(named, `RestApiId of the event ${event.id}`, bench);
  const path = pathText(event.get('Path'));
  const method = methodText(event.get('Method'));
  if (path === undefined) missing(event, 'Path', bench);
  if (method === undefined) missing(event, 'Method', bench);
  if (path === undefined || method === undefined) return undefined;
  tellOpenPlace(event, bench);
  const stage = draft?.owner.properties.get('StageName') ?? get(plain?.properties, 'StageName');
  const name = stage === undefined || isComputed(stage) ? undefined : asText(stage);
  return { apiId, draft, path, method: method.toLowerCase(), stage: name ?? 'Stage' };
}

/** `Api` of a function: a permission for the gateway, and the route in the definition of the API. */
export function draftRestEvent(event: SamEvent, target: EventTarget, bench: Workbench): void {
  const route = restRoute(event, bench);
  if (route === undefined) return;
  const { make } = event;
  const path = arnPath(route.path.replace(/^(.+)\/$/, '$1'), 'rest');
  const method = route.method === 'any' ? '*' : route.method.toUpperCase();
  const arn = make.sub(
    `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${api}/*/${method}${path}`,
    {
      api: event.get('RestApiId') ?? make.ref(route.apiId),
    },
  );
  draftPermission(event, target, 'apigateway.amazonaws.com', { arn, suffix: idSuffix(route.stage) }, bench);
  if (route.draft === undefined) return;
  if (route.draft.managed || route.draft.merges) addIntegration(event, target, { ...route, draft: route.draft }, bench);
  const auth = event.get('Auth');
  if (isSet(get(auth, 'OverrideApiAuth')) && isDefinition(route.draft.body)) {
    addEventAuth(event, { ...route, draft: route.draft }, route.draft.body, bench);
  }
}

function addIntegration(
  event: SamEvent,
  target: EventTarget,
  route: EventRoute & { readonly draft: ApiDraft },
  bench: Workbench,
): void {
  const { draft } = route;
  const { make } = event;
  const body = draft.merges ? skeleton(make, 'rest') : draft.body;
  if (!isDefinition(body)) return;
  if (hasIntegration(body, route.path, route.method)) {
    bench.invalid(
      event.value.origin,
      `${route.method.toUpperCase()} ${route.path} is defined more than once.`,
      'Keep one event a route.',
    );
    return;
  }
  const operation = operationAt(body, route.path, route.method, make);
  if (operation === undefined) return;
  const auth = event.get('Auth');
  if (auth?.kind === 'known' && asMap(auth) === undefined) {
    bench.invalid(auth.origin, `Auth of the event ${event.id} is no map.`, 'Write it as a map.');
  }
  const streams = asText(event.get('ResponseTransferMode') ?? make.of('')) === 'RESPONSE_STREAM';
  const timeout = event.get('TimeoutInMillis');
  operation.set(
    integrationKey,
    make.of({
      type: 'aws_proxy',
      httpMethod: 'POST',
      uri: invocationUri(event, target.arn, streams),
      responseTransferMode: streams ? 'STREAM' : undefined,
      credentials: invokeCredentials(make, auth, draft.owner.properties.get('Auth')),
      timeoutInMillis: isSet(timeout) ? timeout : undefined,
    }),
  );
  if (!operation.has('responses')) operation.set('responses', make.of({}));
  if (isSet(auth)) addEventAuth(event, route, body, bench);
  addRequestModel(event, route, body, operation, bench);
  addRequestParameters(event, operation, bench);
  if (draft.merges) mergeOperation(route, operation, event);
}

/** With `MergeDefinitions`, what the event says overrides what the definition says of the same operation. */
function mergeOperation(
  route: EventRoute & { readonly draft: ApiDraft },
  operation: Map<string, Value>,
  event: SamEvent,
): void {
  const body = route.draft.body;
  const paths = editableMap(get(body, 'paths'));
  if (paths === undefined) return;
  const written = asMap(get(body, 'paths', route.path, route.method) ?? event.make.of({}));
  const merged: Value = {
    kind: 'known',
    value: new Map([...(written ?? []), ...operation]),
    origin: event.make.origin,
  };
  const item = editableMap(paths.get(route.path));
  if (item === undefined) paths.set(route.path, event.make.of({ [route.method]: merged }));
  else item.set(route.method, merged);
}

/** The address at which API Gateway invokes a function. */
export function invocationUri(event: SamEvent, functionArn: Value, streams = false): Value {
  const [version, action] = streams ? ['2021-11-15', 'response-streaming-invocations'] : ['2015-03-31', 'invocations'];
  const pattern = `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/${version}/functions/\${arn}/${action}`;
  return event.make.sub(pattern, { arn: functionArn });
}
