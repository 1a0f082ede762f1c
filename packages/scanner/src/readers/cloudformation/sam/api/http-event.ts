import { asList, asText, type Value } from '@leastwise/model';
import { methodText, pathText, tellOpenPlace } from './event-place.ts';
import { draftPermission, missing, type EventTarget, type SamEvent } from '../events/event.ts';
import { editableMap, flagOf, get, isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { apiIdOf } from './collect-apis.ts';
import {
  anyMethod,
  arnPath,
  hasIntegration,
  integrationKey,
  isDefinition,
  listAt,
  methodKey,
  operationAt,
  type Editable,
} from './open-api.ts';
import { invocationUri } from './rest-event.ts';
import { appendSecurity } from './security.ts';

const defaultPath = '$default';

interface Route {
  readonly apiId: string;
  readonly draft: ApiDraft | undefined;
  readonly path: string;
  readonly method: string;
}

/** `HttpApi` of a function: a permission for the gateway, and the route in the definition of the API. */
export function draftHttpEvent(event: SamEvent, target: EventTarget, bench: Workbench): void {
  const route = routeOf(event, bench);
  if (route === undefined) return;
  const { draft } = route;
  // A function that already serves every route of the API needs no further permission.
  const servesAll =
    route.path !== defaultPath &&
    isDefinition(draft?.body) &&
    leadsTo(get(draft.body, 'paths', defaultPath, anyMethod), target);
  if (!servesAll) draftPermission(event, target, 'apigateway.amazonaws.com', { arn: sourceArn(event, route) }, bench);
  if (draft === undefined) return;
  addRouteSettings(event, route, draft);
  if (!isDefinition(draft.body)) return;
  addIntegration(event, target, { ...route, draft }, draft.body, bench);
}

function routeOf(event: SamEvent, bench: Workbench): Route | undefined {
  const named = event.get('ApiId');
  const apiId = named === undefined ? 'ServerlessHttpApi' : apiIdOf(named, bench);
  const draft = apiId === undefined ? undefined : bench.apis.get(apiId);
  if (apiId === undefined || (draft === undefined && !bench.plain.has(apiId))) {
    bench.invalid(
      (named ?? event.value).origin,
      `ApiId of the event ${event.id} names no HTTP API of this template.`,
      'Write the Ref of an API.',
    );
    return undefined;
  }
  const [path, method] = [event.get('Path'), event.get('Method')];
  if (!isSet(path) && !isSet(method)) return { apiId, draft, path: defaultPath, method: anyMethod };
  const [shownPath, shownMethod] = [pathText(path), methodText(method)];
  if (shownPath === undefined) missing(event, 'Path', bench);
  if (shownMethod === undefined) missing(event, 'Method', bench);
  if (shownPath === undefined || shownMethod === undefined) return undefined;
  tellOpenPlace(event, bench);
  return { apiId, draft, path: shownPath, method: shownMethod.toLowerCase() };
}

function sourceArn(event: SamEvent, route: Route): Value {
  const { make } = event;
  const path = route.path === defaultPath ? '' : arnPath(route.path.replace(/^(.+)\/$/, '$1'), 'http');
  const all = route.method === 'any' || route.method === anyMethod;
  const method = all ? '/*' : `/${route.method.toUpperCase()}`;
  const rest = route.method === 'any' && path === `/${defaultPath}` ? path : method + path;
  return make.sub(`arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${api}/*${rest}`, {
    api: event.get('ApiId') ?? make.ref(route.apiId),
  });
}

function leadsTo(operation: Value | undefined, target: EventTarget): boolean {
  const uri = get(operation, integrationKey, 'uri');
  if (uri?.kind !== 'text') return false;
  return uri.parts.some(
    (part) =>
      typeof part !== 'string' &&
      part.kind === 'reference' &&
      part.node === target.arn.node &&
      part.attribute === 'Arn',
  );
}

function addIntegration(
  event: SamEvent,
  target: EventTarget,
  route: Route & { readonly draft: ApiDraft },
  body: Value,
  bench: Workbench,
): void {
  const { make } = event;
  const { draft, path, method } = route;
  const exists = hasIntegration(body, path, method);
  if (exists && draft.managed) {
    bench.invalid(
      event.value.origin,
      `${method.toUpperCase()} ${path} is defined more than once.`,
      'Keep one event a route.',
    );
    return;
  }
  const operation = operationAt(body, path, method, make);
  if (operation === undefined) return;
  if (!exists) {
    const uri = invocationUri(event, target.arn);
    operation.set(integrationKey, make.of({ type: 'aws_proxy', httpMethod: 'POST', payloadFormatVersion: '2.0', uri }));
    if (path === defaultPath && methodKey(method) === anyMethod) operation.set('isDefaultRoute', make.of(true));
    if (!operation.has('responses')) operation.set('responses', make.of({}));
  }
  addRouteAuth(event, draft, operation, bench);
  const integration = editableMap(operation.get(integrationKey));
  const timeout = event.get('TimeoutInMillis');
  if (isSet(timeout)) integration?.set('timeoutInMillis', timeout);
  const version = event.get('PayloadFormatVersion');
  if (isSet(version)) integration?.set('payloadFormatVersion', version);
  addPathParameters(event, path, operation);
}

function addRouteAuth(event: SamEvent, draft: ApiDraft, operation: Editable, bench: Workbench): void {
  const auth = event.get('Auth');
  if (!isSet(auth)) return;
  const make = bench.makeAt(auth.origin);
  const apiAuth = draft.owner.properties.get('Auth');
  const written = get(auth, 'Authorizer');
  const authorizer = isSet(written) ? written : get(apiAuth, 'DefaultAuthorizer');
  const name = authorizer === undefined ? undefined : asText(authorizer);
  const iam = flagOf(get(apiAuth, 'EnableIamAuthorizer')) === true;
  if (authorizer !== undefined && authorizer.kind !== 'known') {
    // Which one it is, only a deployment knows; the requirement stays open.
    appendSecurity(operation, authorizer, make);
    return;
  }
  if (name === undefined) {
    bench.invalid(
      auth.origin,
      `Auth of the event ${event.id} names no authorizer.`,
      'Write Authorizer, or a DefaultAuthorizer at the API.',
    );
    return;
  }
  if (name === 'NONE' && !isSet(get(apiAuth, 'DefaultAuthorizer'))) {
    bench.invalid(
      auth.origin,
      `Authorizer NONE of the event ${event.id} has no meaning: the API has no DefaultAuthorizer.`,
      'Leave it out.',
    );
  }
  if (name !== 'NONE' && !(name === 'AWS_IAM' && iam) && !isSet(get(apiAuth, 'Authorizers', name))) {
    bench.invalid(
      auth.origin,
      `The API defines no authorizer ${name} (event ${event.id}).`,
      'Define it under Auth of the API.',
    );
  }
  const scopes = get(auth, 'AuthorizationScopes');
  if (isSet(scopes) && scopes.kind === 'known' && asList(scopes) === undefined) {
    bench.invalid(scopes.origin, `AuthorizationScopes of the event ${event.id} is no list.`, 'Write a list.');
  }
  const isNamed = name !== 'NONE' && name !== 'AWS_IAM';
  const asked = isSet(scopes) ? scopes : get(apiAuth, 'Authorizers', name, 'AuthorizationScopes');
  appendSecurity(operation, make.of({ [name]: isNamed && isSet(asked) ? asked : [] }), make);
}

function addPathParameters(event: SamEvent, path: string, operation: Editable): void {
  const names = [...path.matchAll(/\{(.*?)\}/g)].map((match) => match[1] ?? '');
  if (names.length === 0) return;
  const parameters = [...listAt(operation, 'parameters')];
  for (const name of names) {
    const existing = parameters.find((parameter) => asText(get(parameter, 'name') ?? parameter) === name);
    const map = editableMap(existing);
    if (map === undefined) parameters.push(event.make.of({ name, in: 'path', required: true }));
    else map.set('in', event.make.of('path')).set('required', event.make.of(true));
  }
  operation.set('parameters', event.make.of(parameters));
}

/** `RouteSettings` of an event stand in those of the stage. */
function addRouteSettings(event: SamEvent, route: Route, draft: ApiDraft): void {
  const settings = event.get('RouteSettings');
  if (settings === undefined) return;
  const key =
    methodKey(route.method) === anyMethod && route.method === anyMethod
      ? route.path
      : `${route.method.toUpperCase()} ${route.path}`;
  const { properties } = draft.owner;
  const all = new Map(editableMap(properties.get('RouteSettings')));
  const merged = new Map([...(editableMap(all.get(key)) ?? []), ...(editableMap(settings) ?? [])]);
  all.set(key, { kind: 'known', value: merged, origin: settings.origin });
  properties.set('RouteSettings', {
    kind: 'known',
    value: all,
    origin: properties.get('RouteSettings')?.origin ?? settings.origin,
  });
}
