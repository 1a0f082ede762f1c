import { asList, asText, type Value } from '@leastwise/model';
import type { SamEvent } from '../events/event.ts';
import { flagOf, get, isMap, isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { methodKey, operationsOf } from './open-api.ts';
import { addCustomStatements, addResourcePolicy } from './resource-policy.ts';
import { addApiKeyDefinition, addIamDefinition, appendSecurity, firstSecurityHas } from './security.ts';

interface Route {
  readonly draft: ApiDraft;
  readonly path: string;
  readonly method: string;
  readonly stage: string;
}

/** `Auth` of an event: the authorizer, the API key and the resource policy of one route. */
export function addEventAuth(event: SamEvent, route: Route, body: Value, bench: Workbench): void {
  const auth = event.get('Auth');
  const apiAuth = route.draft.owner.properties.get('Auth');
  const operations = operationsOf(body, route.path).filter(({ method }) => method === methodKey(route.method));
  checkEventAuth(event, apiAuth, bench);
  const authorizer = get(auth, 'Authorizer');
  const name = authorizer === undefined ? undefined : asText(authorizer);
  if (authorizer !== undefined && authorizer.kind !== 'known') {
    // Which one it is, only a deployment knows; the requirement stays open.
    for (const { operation } of operations) appendSecurity(operation, authorizer, bench.makeAt(authorizer.origin));
  }
  if (authorizer !== undefined && name !== undefined && name !== '') {
    const make = bench.makeAt(authorizer.origin);
    const given = get(apiAuth, 'Authorizers', name);
    const scopes =
      given === undefined ? undefined : (get(auth, 'AuthorizationScopes') ?? get(given, 'AuthorizationScopes'));
    for (const { operation } of operations) {
      appendSecurity(operation, make.of({ [name]: scopes ?? [] }), make);
      if (firstSecurityHas(operation, 'AWS_IAM')) addIamDefinition(body, make);
    }
  }
  const key = get(auth, 'ApiKeyRequired');
  if (key !== undefined) {
    const make = bench.makeAt(key.origin);
    const required = flagOf(key) !== false;
    for (const { operation } of operations)
      appendSecurity(operation, make.of({ [required ? 'api_key' : 'api_key_false']: [] }), make);
    if (required && operations.length > 0) addApiKeyDefinition(body, make);
  }
  const policy = get(auth, 'ResourcePolicy');
  if (!isSet(policy)) return;
  if (!isMap(policy)) {
    bench.invalid(policy.origin, `ResourcePolicy of the event ${event.id} is no map.`, 'Write it as a map.');
    return;
  }
  addResourcePolicy(body, policy, route.path, bench.makeAt(policy.origin).of(route.stage), bench);
  const statements = get(policy, 'CustomStatements');
  if (isSet(statements)) addCustomStatements(body, statements, bench);
}

function checkEventAuth(event: SamEvent, apiAuth: Value | undefined, bench: Workbench): void {
  const auth = event.get('Auth');
  const authorizer = get(auth, 'Authorizer');
  const name = authorizer === undefined ? undefined : asText(authorizer);
  if (authorizer !== undefined && authorizer.kind === 'known' && name !== 'AWS_IAM') {
    if (name === 'NONE' && !isSet(get(apiAuth, 'DefaultAuthorizer'))) {
      bench.invalid(
        authorizer.origin,
        `Authorizer NONE of the event ${event.id} has no meaning: the API has no DefaultAuthorizer.`,
        'Leave it out.',
      );
    } else if (name !== 'NONE' && get(apiAuth, 'Authorizers', name ?? '') === undefined) {
      bench.invalid(
        authorizer.origin,
        `The API defines no authorizer ${name ?? 'of this name'} (event ${event.id}).`,
        'Define it under Auth of the API.',
      );
    }
  }
  const scopes = get(auth, 'AuthorizationScopes');
  if (isSet(scopes) && (authorizer === undefined || (scopes.kind === 'known' && asList(scopes) === undefined))) {
    bench.invalid(
      scopes.origin,
      `AuthorizationScopes of the event ${event.id} must be a list beside an Authorizer.`,
      'Write both.',
    );
  }
  const key = get(auth, 'ApiKeyRequired');
  if (key !== undefined && flagOf(key) === false && !isSet(get(apiAuth, 'ApiKeyRequired'))) {
    bench.invalid(
      key.origin,
      `ApiKeyRequired: false of the event ${event.id} has no meaning: the API asks for no key.`,
      'Leave it out.',
    );
  }
  if (
    isSet(get(auth, 'OverrideApiAuth')) &&
    authorizer === undefined &&
    key === undefined &&
    get(auth, 'ResourcePolicy') === undefined
  ) {
    bench.invalid(
      (auth ?? event.value).origin,
      `OverrideApiAuth of the event ${event.id} overrides nothing.`,
      'Write Authorizer, ApiKeyRequired or ResourcePolicy.',
    );
  }
}
