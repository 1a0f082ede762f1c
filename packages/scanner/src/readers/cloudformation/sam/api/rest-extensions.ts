import { asList, asMap, asText, type Value } from '@leastwise/model';
import { editableMap, entriesOf, get, isMap, isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import { refuseIntrinsic } from '../intrinsic-at.ts';
import type { ApiDraft } from './api-draft.ts';
import { childMap, isDefinition, isVersion3 } from './open-api.ts';
import { toVersion3 } from './to-version-3.ts';

/** `GatewayResponses`: what the gateway itself answers. */
export function addGatewayResponses({ owner, body }: ApiDraft, bench: Workbench): void {
  const written = owner.properties.get('GatewayResponses');
  const map = editableMap(body);
  if (!isSet(written) || !isDefinition(body) || map === undefined) return;
  const responses = childMap(map, 'x-amazon-apigateway-gateway-responses', bench.makeAt(written.origin));
  for (const [type, response] of entriesOf(written)) {
    const make = bench.makeAt(response.origin);
    refuseIntrinsic(response, `The gateway response ${type} of ${owner.logicalId}`, bench);
    const known = new Set(['ResponseParameters', 'ResponseTemplates', 'StatusCode']);
    const members = asMap(response);
    if (members === undefined || [...members.keys()].some((name) => !known.has(name))) {
      bench.invalid(
        response.origin,
        `The gateway response ${type} of ${owner.logicalId} is not written as SAM takes it.`,
        `Use ${[...known].join(', ')}.`,
      );
    }
    const written = get(response, 'ResponseParameters');
    if (written?.kind === 'known' && !isMap(written)) {
      bench.invalid(
        written.origin,
        `ResponseParameters of the gateway response ${type} of ${owner.logicalId} is no map.`,
        'Use Headers, Paths or QueryStrings.',
      );
    }
    const parameters = Object.entries({ Headers: 'header', Paths: 'path', QueryStrings: 'querystring' }).flatMap(
      ([name, place]) =>
        entriesOf(get(response, 'ResponseParameters', name)).map(
          ([key, value]) => [`gatewayresponse.${place}.${key}`, value] as const,
        ),
    );
    for (const [name, value] of entriesOf(get(response, 'ResponseParameters'))) {
      if (!['Headers', 'Paths', 'QueryStrings'].includes(name) || !isMap(value)) {
        bench.invalid(
          value.origin,
          `The gateway response ${type} of ${owner.logicalId} has odd parameters.`,
          'Use Headers, Paths or QueryStrings.',
        );
      }
    }
    const status = get(response, 'StatusCode');
    if (isSet(status) && !/^[0-9]{1,3}$/.test(asText(status) ?? '0')) {
      bench.invalid(
        status.origin,
        `The StatusCode of the gateway response ${type} of ${owner.logicalId} is no number.`,
        'Write a number.',
      );
    }
    responses?.set(
      type,
      make.of({
        responseParameters: Object.fromEntries(parameters),
        responseTemplates: get(response, 'ResponseTemplates') ?? {},
        statusCode: isSet(status) ? (asText(status) ?? status) : undefined,
      }),
    );
  }
}

/** `BinaryMediaTypes` in the definition; `~1` stands for a slash there. */
export function addBinaryMediaTypes({ owner, body }: ApiDraft): void {
  const types = owner.properties.get('BinaryMediaTypes');
  const map = editableMap(body);
  if (!isSet(types) || !isDefinition(body) || map === undefined) return;
  const unescape = (value: Value): Value => {
    if (value.kind !== 'known') return value;
    if (typeof value.value === 'string') return { ...value, value: value.value.replaceAll('~1', '/') };
    const list = asList(value);
    return list === undefined ? value : { ...value, value: list.map(unescape) };
  };
  map.set('x-amazon-apigateway-binary-media-types', unescape(types));
}

/** `Models`: schemas by name in lower case. */
export function addModels(draft: ApiDraft, bench: Workbench): void {
  const { owner, body } = draft;
  const models = owner.properties.get('Models');
  const map = editableMap(body);
  if (!isSet(models) || !isDefinition(body) || map === undefined) return;
  const definitions = childMap(map, 'definitions', bench.makeAt(models.origin));
  for (const [name, schema] of entriesOf(models)) {
    if (!isSet(get(schema, 'type'))) {
      bench.invalid(
        schema.origin,
        `The model ${name} of ${owner.logicalId} has no type.`,
        'Write the type of the schema.',
      );
    }
    definitions?.set(name.toLowerCase(), schema);
  }
  toVersion3(draft, bench);
}

const endpointKey = 'x-amazon-apigateway-endpoint-configuration';

/** `DisableExecuteApiEndpoint`, which stands under the servers in OpenAPI 3. */
export function addEndpointSetting({ owner, body }: ApiDraft, bench: Workbench): void {
  const disabled = owner.properties.get('DisableExecuteApiEndpoint');
  const map = editableMap(body);
  if (disabled === undefined || !isDefinition(body) || map === undefined) return;
  const make = bench.makeAt(disabled.origin);
  const disable = (parent: Map<string, Value>): void => {
    const settings = childMap(parent, endpointKey, make);
    if (settings !== undefined) settings.set('disableExecuteApiEndpoint', disabled);
    else {
      bench.invalid(
        parent.get(endpointKey)?.origin ?? disabled.origin,
        `${endpointKey} in the definition of ${owner.logicalId} is no map.`,
        'Write it as a map.',
      );
    }
  };
  if (!isVersion3(map.get('openapi'))) return disable(map);
  const servers = map.get('servers') ?? make.of([{}]);
  map.set('servers', servers);
  for (const server of asList(servers) ?? []) {
    const settings = editableMap(server);
    if (settings !== undefined) disable(settings);
  }
}
