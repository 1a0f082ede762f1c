import { asText, type Value } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { get, isMap, itemsOf } from '../../cloudformation/sam/read-value.ts';
import type { Bench } from '../bench.ts';
import { sourceName, type ServiceEvent } from '../events/event.ts';
import { functionId, functionPart } from '../naming.ts';
import type { RestApi } from './rest-api.ts';

/**
 * What `authorizer` of an `http` event makes of its method: IAM, a user pool, or a function of this service or another.
 * https://www.serverless.com/framework/docs/providers/aws/events/apigateway#http-endpoints-with-custom-authorizers
 */
export function restAuthorizer(event: ServiceEvent, api: RestApi, bench: Bench): Readonly<Record<string, Material>> {
  const written = event.get('authorizer');
  if (written === undefined) return { AuthorizationType: 'NONE' };
  const { make } = event;
  const text = asText(written);
  if (text?.toUpperCase() === 'AWS_IAM') return { AuthorizationType: 'AWS_IAM' };
  const type = asText(get(written, 'type') ?? make.of(''))?.toUpperCase();
  if (type === 'AWS_IAM' || type === 'NONE') return { AuthorizationType: type };
  if (!isMap(written) && text === undefined && written.kind !== 'reference') return { AuthorizationType: written };
  const scopes = get(written, 'scopes');
  const existing = get(written, 'authorizerId');
  const arn =
    get(written, 'arn') ?? (text?.startsWith('arn:') === true || written.kind === 'reference' ? written : undefined);
  const isPool = type === 'COGNITO_USER_POOLS' || isUserPool(arn, bench);
  const kind = isPool ? 'COGNITO_USER_POOLS' : 'CUSTOM';
  if (existing !== undefined) {
    return { AuthorizationType: kind, AuthorizerId: existing, AuthorizationScopes: scopes };
  }
  const name = asText(get(written, 'name') ?? written) ?? sourceName(arn, `${event.owner.key}Authorizer`);
  const short = name.startsWith('arn:') ? sourceName(arn ?? written, 'Authorizer') : name;
  const logicalId = `${functionPart(short)}ApiGatewayAuthorizer`;
  if (isPool) poolAuthorizer(event, written, arn, short, logicalId, api, bench);
  else functionAuthorizer(event, written, arn, short, logicalId, api, bench);
  return { AuthorizationType: kind, AuthorizerId: make.ref(logicalId), AuthorizationScopes: scopes };
}

/** An ARN of a pool, or a reference to one that `resources` holds. */
function isUserPool(arn: Value | undefined, bench: Bench): boolean {
  if (arn === undefined) return false;
  if (arn.kind === 'reference') {
    const entry = bench.stack.sections.entries('Resources').get(arn.node.slice(arn.node.lastIndexOf('/') + 1));
    const type = entry?.node.kind === 'map' ? entry.node.entries.find(({ key }) => key === 'Type')?.value : undefined;
    return type?.kind === 'scalar' && type.text === 'AWS::Cognito::UserPool';
  }
  const parts = arn.kind === 'text' ? arn.parts : [asText(arn) ?? ''];
  return parts.some((part) => typeof part === 'string' && part.includes(':cognito-idp:'));
}

function sourceOf(written: Value): Value | string {
  return get(written, 'identitySource') ?? 'method.request.header.Authorization';
}

function poolAuthorizer(
  event: ServiceEvent,
  written: Value,
  arn: Value | undefined,
  name: string,
  logicalId: string,
  api: RestApi,
  bench: Bench,
): void {
  bench.add(
    logicalId,
    'AWS::ApiGateway::Authorizer',
    {
      Name: name,
      Type: 'COGNITO_USER_POOLS',
      RestApiId: api.id,
      IdentitySource: sourceOf(written),
      AuthorizerResultTtlInSeconds: get(written, 'resultTtlInSeconds') ?? 300,
      ProviderARNs: arn === undefined ? undefined : itemsOf(arn),
    },
    { ...event.cause, by: 'authorizer' },
  );
}

function functionAuthorizer(
  event: ServiceEvent,
  written: Value,
  arn: Value | undefined,
  name: string,
  logicalId: string,
  api: RestApi,
  bench: Bench,
): void {
  const { make } = event;
  const local = bench.functions.find(({ key }) => key === name);
  const target = arn ?? local?.arn(make.origin) ?? make.ref(functionId(name), 'Arn');
  const type = asText(get(written, 'type') ?? make.of('TOKEN'))?.toUpperCase();
  const cause = { ...event.cause, by: 'authorizer' };
  bench.add(
    logicalId,
    'AWS::ApiGateway::Authorizer',
    {
      Name: name,
      Type: type ?? 'TOKEN',
      RestApiId: api.id,
      IdentitySource: sourceOf(written),
      IdentityValidationExpression: get(written, 'identityValidationExpression'),
      AuthorizerResultTtlInSeconds: get(written, 'resultTtlInSeconds') ?? 300,
      AuthorizerUri: make.sub(
        'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations',
        { arn: target },
      ),
    },
    cause,
  );
  bench.add(
    `${functionPart(name)}LambdaPermissionApiGateway`,
    'AWS::Lambda::Permission',
    {
      FunctionName: target,
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: make.sub('arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${api}/*/*', {
        api: api.id,
      }),
    },
    { ...cause, from: local?.id ?? cause.from },
  );
}
