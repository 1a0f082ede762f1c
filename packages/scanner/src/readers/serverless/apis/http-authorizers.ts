import { asText, type Value } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { get, isMap, itemsOf } from '../../cloudformation/sam/read-value.ts';
import type { Bench } from '../bench.ts';
import type { ServiceEvent } from '../events/event.ts';
import { functionId, functionPart } from '../naming.ts';

/**
 * What `authorizer` of an `httpApi` event makes of its route; the authorizers themselves are named under `provider`.
 * https://www.serverless.com/framework/docs/providers/aws/events/http-api#jwt-authorizers
 */
export function httpAuthorizer(event: ServiceEvent, api: Value, bench: Bench): Readonly<Record<string, Material>> {
  const written = event.get('authorizer');
  if (written === undefined) return {};
  const { make } = event;
  const type = asText(get(written, 'type') ?? make.of(''))?.toLowerCase();
  if (type === 'aws_iam' || asText(written)?.toLowerCase() === 'aws_iam') return { AuthorizationType: 'AWS_IAM' };
  const scopes = get(written, 'scopes');
  const existing = get(written, 'id');
  if (existing !== undefined) {
    return {
      AuthorizationType: type === 'request' ? 'CUSTOM' : 'JWT',
      AuthorizerId: existing,
      AuthorizationScopes: scopes,
    };
  }
  const named = get(written, 'name') ?? (isMap(written) ? undefined : written);
  const name = named === undefined ? undefined : asText(named);
  if (name === undefined) return { AuthorizationType: named ?? written };
  const settings = bench.provider('httpApi', 'authorizers', name);
  const logicalId = `HttpApiAuthorizer${functionPart(name)}`;
  if (settings === undefined) {
    bench.invalid(
      written.origin,
      `The HTTP API has no authorizer ${name}.`,
      'Write it under provider.httpApi.authorizers.',
    );
    return { AuthorizationType: written };
  }
  const kind = asText(get(settings, 'type') ?? make.of('jwt'))?.toLowerCase();
  if (kind === 'aws_iam') return { AuthorizationType: 'AWS_IAM' };
  draftAuthorizer({ name, logicalId, isRequest: kind === 'request' }, settings, api, event, bench);
  return {
    AuthorizationType: kind === 'request' ? 'CUSTOM' : 'JWT',
    AuthorizerId: make.ref(logicalId),
    AuthorizationScopes: kind === 'request' ? undefined : scopes,
  };
}

function draftAuthorizer(
  about: { readonly name: string; readonly logicalId: string; readonly isRequest: boolean },
  settings: Value,
  api: Value,
  event: ServiceEvent,
  bench: Bench,
): void {
  const { name, logicalId, isRequest } = about;
  if (bench.drafts.has(logicalId)) return;
  const make = bench.makeAt(settings.origin);
  const cause = { ...event.cause, at: settings.origin, keyRange: settings.origin, by: 'authorizer' };
  const source = get(settings, 'identitySource');
  if (!isRequest) {
    bench.add(
      logicalId,
      'AWS::ApiGatewayV2::Authorizer',
      {
        ApiId: api,
        AuthorizerType: 'JWT',
        Name: name,
        IdentitySource: source === undefined ? ['$request.header.Authorization'] : itemsOf(source),
        JwtConfiguration: { Audience: itemsOf(get(settings, 'audience')), Issuer: get(settings, 'issuerUrl') },
      },
      cause,
    );
    return;
  }
  const key = get(settings, 'functionName');
  const local = bench.functions.find((owner) => key !== undefined && owner.key === asText(key));
  const arn =
    get(settings, 'functionArn') ??
    local?.arn(make.origin) ??
    make.ref(functionId(asText(key ?? settings) ?? name), 'Arn');
  bench.add(
    logicalId,
    'AWS::ApiGatewayV2::Authorizer',
    {
      ApiId: api,
      AuthorizerType: 'REQUEST',
      Name: name,
      AuthorizerPayloadFormatVersion: get(settings, 'payloadVersion') ?? '2.0',
      AuthorizerResultTtlInSeconds: get(settings, 'resultTtlInSeconds'),
      EnableSimpleResponses: get(settings, 'enableSimpleResponses'),
      IdentitySource: source === undefined ? undefined : itemsOf(source),
      AuthorizerUri: make.sub(
        'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations',
        { arn },
      ),
    },
    cause,
  );
  bench.add(
    `${functionPart(name)}LambdaAuthorizerPermissionHttpApi`,
    'AWS::Lambda::Permission',
    {
      FunctionName: arn,
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: make.sub('arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${api}/*', { api }),
    },
    { ...cause, from: local?.id ?? cause.from },
  );
}
