import { asText, type Value } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { flagOf, get, isMap, itemsOf } from '../../cloudformation/sam/read-value.ts';
import type { Bench } from '../bench.ts';
import { missing, permit, type ServiceEvent } from '../events/event.ts';
import { functionPart, pathPart, upperFirst } from '../naming.ts';
import type { RestApi } from './rest-api.ts';
import { restAuthorizer } from './rest-authorizers.ts';

/** One `http` event: its resources, its method, the preflight answer, and the permission to start the function. */
export function restMethod(event: ServiceEvent, api: RestApi, bench: Bench): void {
  const { make, owner } = event;
  const [method, path] = routeOf(event);
  if (method === undefined || path === undefined)
    return missing(event, method === undefined ? 'method' : 'path', bench);
  const resource = resourceOf(path, event, api, bench);
  const name = path === '' ? '' : pathPart(path);
  const logicalId = `ApiGatewayMethod${name}${upperFirst(method.toLowerCase())}`;
  const auth = restAuthorizer(event, api, bench);
  const validators = event.get('request', 'schemas') ?? event.get('request', 'schema');
  bench.add(
    logicalId,
    'AWS::ApiGateway::Method',
    {
      HttpMethod: method.toUpperCase(),
      ResourceId: resource,
      RestApiId: api.id,
      ApiKeyRequired: flagOf(event.get('private')) ?? event.get('private') ?? false,
      RequestParameters: parametersOf(event),
      ...auth,
      ...(validators === undefined ? {} : validation(event, validators, logicalId, api, bench)),
      Integration: integrationOf(event),
    },
    event.cause,
  );
  const cors = event.get('cors');
  if (cors !== undefined && flagOf(cors) !== false) preflight(event, cors, name, resource, api, bench);
  const integration = asText(event.get('integration') ?? make.of('AWS_PROXY'))?.toUpperCase();
  if (integration === 'HTTP' || integration === 'HTTP_PROXY' || integration === 'MOCK') return;
  permit(
    event,
    `${functionPart(owner.key)}LambdaPermissionApiGateway`,
    'apigateway.amazonaws.com',
    {
      arn: make.sub('arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${api}/*/*', { api: api.id }),
    },
    bench,
  );
}

/** `GET orders/{id}`, or `method` and `path`. */
function routeOf(event: ServiceEvent): readonly [string | undefined, string | undefined] {
  const short = asText(event.value);
  const [method, path] =
    short === undefined
      ? [asText(event.get('method') ?? event.value), asText(event.get('path') ?? event.value)]
      : short.trim().split(/\s+/);
  return [method, path?.replace(/^\/+|\/+$/g, '')];
}

/** A resource for each part of the path, unless `provider.apiGateway.restApiResources` names one that exists. */
export function resourceOf(
  path: string,
  event: Pick<ServiceEvent, 'make' | 'cause'>,
  api: RestApi,
  bench: Bench,
): Value {
  let parent = api.root;
  let at = '';
  for (const part of path.split('/').filter((each) => each !== '')) {
    at = at === '' ? part : `${at}/${part}`;
    const present =
      api.resources.get(at) ??
      bench.provider('apiGateway', 'restApiResources', `/${at}`) ??
      bench.provider('apiGateway', 'restApiResources', at);
    if (present === undefined) {
      const logicalId = `ApiGatewayResource${pathPart(at)}`;
      bench.add(
        logicalId,
        'AWS::ApiGateway::Resource',
        { ParentId: parent, PathPart: part, RestApiId: api.id },
        event.cause,
      );
    }
    const id = present ?? event.make.ref(`ApiGatewayResource${pathPart(at)}`);
    api.resources.set(at, id);
    parent = id;
  }
  return parent;
}

/** `request.parameters.paths.id: true` → `method.request.path.id: true`. */
function parametersOf(event: ServiceEvent): Material {
  const places: Readonly<Record<string, string>> = { paths: 'path', querystrings: 'querystring', headers: 'header' };
  const found: Record<string, Material> = {};
  for (const [section, place] of Object.entries(places)) {
    const names = event.get('request', 'parameters', section);
    if (names?.kind !== 'known' || !(names.value instanceof Map)) continue;
    for (const [name, setting] of names.value as ReadonlyMap<string, Value>) {
      found[`method.request.${place}.${name}`] = get(setting, 'required') ?? setting;
    }
  }
  return Object.keys(found).length === 0 ? undefined : found;
}

function validation(
  event: ServiceEvent,
  schemas: Value,
  method: string,
  api: RestApi,
  bench: Bench,
): Readonly<Record<string, Material>> {
  const { make } = event;
  const validator = `${method}Validator`;
  bench.add(
    validator,
    'AWS::ApiGateway::RequestValidator',
    { RestApiId: api.id, ValidateRequestBody: true, ValidateRequestParameters: true },
    event.cause,
  );
  const models: Record<string, Material> = {};
  const types =
    schemas.kind === 'known' && schemas.value instanceof Map
      ? (schemas.value as ReadonlyMap<string, Value>)
      : new Map<string, Value>();
  for (const [type, schema] of types) {
    const model = `${method}${type.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())}Model`;
    const body = get(schema, 'schema') ?? schema;
    bench.add(
      model,
      'AWS::ApiGateway::Model',
      { RestApiId: api.id, ContentType: type, Schema: isMap(body) ? body : { type: 'object' } },
      event.cause,
    );
    models[type] = make.ref(model);
  }
  return { RequestValidatorId: make.ref(validator), RequestModels: models };
}

function integrationOf(event: ServiceEvent): Material {
  const { make, owner } = event;
  const written = (asText(event.get('integration') ?? make.of('AWS_PROXY')) ?? 'AWS_PROXY')
    .toUpperCase()
    .replaceAll('-', '_');
  const type = { LAMBDA: 'AWS', LAMBDA_PROXY: 'AWS_PROXY' }[written] ?? written;
  const connection = {
    ConnectionType: event.get('connectionType'),
    ConnectionId: event.get('connectionId'),
    TimeoutInMillis: event.get('timeoutInMillis'),
  };
  if (type === 'MOCK') return { Type: type, RequestTemplates: event.get('request', 'template') };
  if (type === 'HTTP' || type === 'HTTP_PROXY') {
    const uri = event.get('request', 'uri');
    return { Type: type, IntegrationHttpMethod: event.get('request', 'method') ?? 'ANY', Uri: uri, ...connection };
  }
  const isAsync = flagOf(event.get('async')) === true;
  return {
    Type: isAsync ? 'AWS' : type,
    IntegrationHttpMethod: 'POST',
    RequestParameters: isAsync ? { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } : undefined,
    Uri: make.sub(
      'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations',
      {
        arn: owner.arn(make.origin),
      },
    ),
    ...connection,
  };
}

/** The mock that answers `OPTIONS`. */
function preflight(event: ServiceEvent, cors: Value, name: string, resource: Value, api: RestApi, bench: Bench): void {
  const { make } = event;
  const origins = itemsOf(get(cors, 'origins') ?? get(cors, 'origin'));
  const texts = origins.map((origin) => asText(origin) ?? '');
  const quoted = (value: Value | string): Value =>
    make.sub("'${value}'", { value: typeof value === 'string' ? make.of(value) : value });
  const header = (key: string): string => `method.response.header.Access-Control-Allow-${key}`;
  const headers: Record<string, Material> = {
    [header('Origin')]: quoted(
      origins.length === 0 ? '*' : origins.length === 1 ? (origins[0] ?? '*') : texts.join(','),
    ),
    [header('Headers')]: quoted(
      itemsOf(get(cors, 'headers'))
        .map((each) => asText(each) ?? '')
        .join(',') || DEFAULT_HEADERS,
    ),
    [header('Methods')]: quoted('OPTIONS,GET,POST,PUT,DELETE,PATCH'),
    ...(flagOf(get(cors, 'allowCredentials')) === true ? { [header('Credentials')]: quoted('true') } : {}),
  };
  bench.add(
    `ApiGatewayMethod${name}Options`,
    'AWS::ApiGateway::Method',
    {
      HttpMethod: 'OPTIONS',
      AuthorizationType: 'NONE',
      ApiKeyRequired: false,
      ResourceId: resource,
      RestApiId: api.id,
      MethodResponses: [
        { StatusCode: '200', ResponseParameters: Object.fromEntries(Object.keys(headers).map((key) => [key, true])) },
      ],
      Integration: {
        Type: 'MOCK',
        RequestTemplates: { 'application/json': '{statusCode:200}' },
        IntegrationResponses: [{ StatusCode: '200', ResponseParameters: headers }],
      },
    },
    { ...event.cause, by: 'cors' },
  );
}

const DEFAULT_HEADERS =
  'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token,X-Amz-User-Agent,X-Amzn-Trace-Id';
