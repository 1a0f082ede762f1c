import { asMap, asText, type Value } from '@leastwise/model';
import type { SamEvent } from '../events/event.ts';
import { editableMap, entriesOf, get, isSet, itemsOf } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { childMap, integrationKey, isVersion3, listAt, type Editable } from './open-api.ts';

/** `RequestModel` of an event: the schema of the request body and the validator that applies it. */
export function addRequestModel(
  event: SamEvent,
  route: { readonly draft: ApiDraft },
  body: Value,
  operation: Editable,
  bench: Workbench,
): void {
  const request = event.get('RequestModel');
  const model = get(request, 'Model');
  if (request === undefined || !isSet(model)) return;
  const make = bench.makeAt(request.origin);
  const written = asText(model);
  if (written === undefined || !isSet(get(route.draft.owner.properties.get('Models'), written))) {
    bench.invalid(
      model.origin,
      `The API of the event ${event.id} defines no model ${written ?? 'of this name'}.`,
      'Define it under Models.',
    );
    return;
  }
  const name = written.toLowerCase();
  const required = get(request, 'Required');
  if (isSet(get(body, 'swagger'))) {
    const parameter = { in: 'body', name, schema: { $ref: `#/definitions/${name}` }, required };
    operation.set('parameters', make.of([...listAt(operation, 'parameters'), make.of(parameter)]));
  } else if (isVersion3(get(body, 'openapi'))) {
    const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
    operation.set('requestBody', make.of({ content, required }));
  }
  addValidator(request, body, operation, event, bench);
}

function addValidator(request: Value, body: Value, operation: Editable, event: SamEvent, bench: Workbench): void {
  const written = [get(request, 'ValidateBody'), get(request, 'ValidateParameters')] as const;
  if (written.every((value) => value === undefined)) return;
  const make = bench.makeAt(request.origin);
  const [validatesBody, validatesParameters] = written.map((value) =>
    value === undefined ? false : value.kind === 'known' && typeof value.value === 'boolean' ? value.value : undefined,
  );
  if (validatesBody === undefined || validatesParameters === undefined) {
    bench.invalid(
      request.origin,
      `ValidateBody and ValidateParameters of the event ${event.id} must be true or false.`,
      'Write no intrinsic here.',
    );
    return;
  }
  const name = validatesBody
    ? validatesParameters
      ? 'body-and-params'
      : 'body-only'
    : validatesParameters
      ? 'params-only'
      : 'no-validation';
  const map = editableMap(body);
  const validators = map === undefined ? undefined : childMap(map, 'x-amazon-apigateway-request-validators', make);
  if (validators !== undefined && !validators.has(name)) {
    validators.set(
      name,
      make.of({ validateRequestBody: validatesBody, validateRequestParameters: validatesParameters }),
    );
  }
  operation.set('x-amazon-apigateway-request-validator', make.of(name));
}

/** `RequestParameters` of an event: a name, or a name with `Required` and `Caching`. */
export function addRequestParameters(event: SamEvent, operation: Editable, bench: Workbench): void {
  for (const written of itemsOf(event.get('RequestParameters'))) {
    const make = bench.makeAt(written.origin);
    const [entry] = entriesOf(written);
    const name = entry?.[0] ?? asText(written);
    const settings = entry?.[1];
    const match = /^method\.request\.(querystring|path|header)\.(.*)$/.exec(name ?? '');
    const isOdd =
      settings !== undefined &&
      settings.kind === 'known' &&
      [...(asMap(settings)?.keys() ?? ['?'])].some((key) => !parameterSettings.has(key));
    if (match === null || isOdd) {
      bench.invalid(
        written.origin,
        `A request parameter of the event ${event.id} is not written as API Gateway names them.`,
        'Write method.request.querystring.<name>, .path.<name> or .header.<name>.',
      );
      if (match === null) continue;
    }
    const [, place, parameter] = match;
    const made = {
      in: place === 'querystring' ? 'query' : place,
      name: parameter,
      required: get(settings, 'Required') ?? false,
      type: 'string',
    };
    operation.set('parameters', make.of([...listAt(operation, 'parameters'), make.of(made)]));
    if (!isSet(get(settings, 'Caching'))) continue;
    const integration = editableMap(operation.get(integrationKey));
    integration?.set('cacheKeyParameters', make.of([...listAt(integration, 'cacheKeyParameters'), make.of(name)]));
  }
}

const parameterSettings = new Set(['Required', 'Caching']);
