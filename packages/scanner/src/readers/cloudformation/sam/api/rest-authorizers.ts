import { asList, asText, type Value } from '@leastwise/model';
import type { Maker, Material } from '../made.ts';
import { entriesOf, get, isMap, isSet, itemsOf } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';
import { iamScheme } from './security.ts';

const authorizerKey = 'x-amazon-apigateway-authorizer';

/** The security definitions that `Auth.Authorizers` of a REST API stands for, by name. */
export function restAuthorizers(owner: SamResource, auth: Value, bench: Workbench): ReadonlyMap<string, Value> {
  const schemes = new Map<string, Value>();
  const byDefault = get(auth, 'DefaultAuthorizer');
  if (byDefault !== undefined && asText(byDefault) === 'AWS_IAM') {
    schemes.set('AWS_IAM', bench.makeAt(byDefault.origin).of(iamScheme('awsSigv4')));
  }
  const authorizers = get(auth, 'Authorizers');
  if (isSet(authorizers) && !isMap(authorizers) && authorizers.kind === 'known') {
    bench.invalid(
      authorizers.origin,
      `Authorizers of ${owner.logicalId} is no map.`,
      'Write each authorizer under its name.',
    );
  }
  for (const [name, authorizer] of entriesOf(authorizers)) {
    if (authorizer.kind === 'known' && !isMap(authorizer)) {
      bench.invalid(authorizer.origin, `The authorizer ${name} of ${owner.logicalId} is no map.`, 'Write it as a map.');
      continue;
    }
    check(owner, name, authorizer, bench);
    schemes.set(name, scheme(authorizer, bench.makeAt(authorizer.origin)));
  }
  return schemes;
}

function scheme(authorizer: Value, make: Maker): Value {
  const identity = get(authorizer, 'Identity');
  const header = get(identity, 'Header');
  const name = isSet(header) ? header : 'Authorization';
  const pools = get(authorizer, 'UserPoolArn');
  const validation = get(identity, 'ValidationExpression');
  const expression = isSet(validation) ? validation : undefined;
  if (isSet(pools)) {
    return make.of({
      type: 'apiKey',
      name,
      in: 'header',
      'x-amazon-apigateway-authtype': 'cognito_user_pools',
      [authorizerKey]: {
        type: 'cognito_user_pools',
        providerARNs: asList(pools) ?? [pools],
        identityValidationExpression: expression,
      },
    });
  }
  const isRequest = payloadType(authorizer) === 'REQUEST';
  const sources = isRequest ? identitySources(identity, restSources) : [];
  const role = get(authorizer, 'FunctionInvokeRole');
  return make.of({
    type: 'apiKey',
    name: isRequest ? 'Unused' : name,
    in: 'header',
    'x-amazon-apigateway-authtype': 'custom',
    [authorizerKey]: {
      type: isRequest ? 'request' : 'token',
      authorizerUri: authorizerUri(make, get(authorizer, 'FunctionArn')),
      authorizerResultTtlInSeconds: get(identity, 'ReauthorizeEvery'),
      authorizerCredentials: isSet(role) && asText(role) !== 'NONE' ? role : undefined,
      identitySource: sources.length === 0 ? undefined : sources.join(', '),
      identityValidationExpression: isRequest ? undefined : expression,
    },
  });
}

export function authorizerUri(make: Maker, functionArn: Value | undefined): Material {
  if (functionArn === undefined) return undefined;
  return make.sub(
    'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${function}/invocations',
    {
      function: functionArn,
    },
  );
}

const restSources = {
  Headers: 'method.request.header.',
  QueryStrings: 'method.request.querystring.',
  StageVariables: 'stageVariables.',
  Context: 'context.',
};

/** `Identity` of a request authorizer as the gateway names its parts. */
export function identitySources(
  identity: Value | undefined,
  prefixes: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(prefixes).flatMap(([name, prefix]) =>
    itemsOf(get(identity, name)).flatMap((item) => {
      const text = asText(item);
      return text === undefined ? [] : [prefix + text];
    }),
  );
}

function payloadType(authorizer: Value): string {
  const type = get(authorizer, 'FunctionPayloadType');
  return (type === undefined ? undefined : asText(type)) ?? 'TOKEN';
}

function check(owner: SamResource, name: string, authorizer: Value, bench: Workbench): void {
  const wrong = (at: Value, what: string, hint: string): void =>
    bench.invalid(at.origin, `The authorizer ${name} of ${owner.logicalId} ${what}.`, hint);
  const type = get(authorizer, 'FunctionPayloadType');
  if (type !== undefined && !['TOKEN', 'REQUEST'].includes(asText(type) ?? ''))
    wrong(type, 'has no such FunctionPayloadType', 'Write TOKEN or REQUEST.');
  const identity = get(authorizer, 'Identity');
  if (identity?.kind === 'known' && !isMap(identity))
    wrong(identity, 'has an Identity that is no map', 'Write it as a map.');
  for (const part of Object.keys(restSources)) {
    const written = get(identity, part);
    if (
      written !== undefined &&
      (asList(written) === undefined || itemsOf(written).some((item) => asText(item) === undefined))
    ) {
      wrong(written, `takes ${part} as a list of texts`, 'Write a list.');
    }
  }
  const scopes = get(authorizer, 'AuthorizationScopes');
  if (scopes?.kind === 'known' && asList(scopes) === undefined)
    wrong(scopes, 'takes AuthorizationScopes as a list', 'Write a list.');
  const disabled = get(authorizer, 'DisableFunctionDefaultPermissions');
  if (disabled?.kind === 'known' && typeof disabled.value !== 'boolean')
    wrong(disabled, 'takes DisableFunctionDefaultPermissions as true or false', 'Write true or false.');
  const cached = Number(asText(get(identity, 'ReauthorizeEvery') ?? authorizer) ?? '1') > 0;
  const names = Object.keys(restSources);
  if (payloadType(authorizer) === 'REQUEST' && cached && !names.some((part) => isSet(get(identity, part)))) {
    wrong(
      authorizer,
      'reads requests, but Identity names nothing of them',
      `Write one of ${names.join(', ')} under Identity.`,
    );
  }
}
