import { asMap, asText, type Value } from '@leastwise/model';
import { entriesOf, get, isMap, isSet } from '../read-value.ts';
import { isAlphanumeric } from '../short-hash.ts';
import { propagateTags } from '../tags.ts';
import type { Draft, SamResource, Workbench } from '../workbench.ts';
import { draftHttpDomain } from './http-domain.ts';
import { draftAuthorizerPermission } from './rest-api-auth.ts';
import { authorizerUri } from './rest-authorizers.ts';

const createdBy = 'websocketapi:createdBy';

/** `AWS::Serverless::WebSocketApi`: the API, its stage, and a route, an integration and a permission for each of `Routes`. */
export function desugarWebSocketApi(owner: SamResource, bench: Workbench): void {
  const { properties, logicalId, make } = owner;
  checkWebSocketApi(owner, bench);
  const same = [
    'ApiKeySelectionExpression',
    'Description',
    'DisableExecuteApiEndpoint',
    'DisableSchemaValidation',
    'IpAddressType',
    'RouteSelectionExpression',
  ];
  const written = properties.get('Tags');
  const map = written === undefined ? new Map<string, Value>() : asMap(written);
  const tags: Value | undefined =
    map === undefined
      ? written
      : {
          kind: 'known',
          value: new Map([...map, [createdBy, make.of('SAM')]]),
          origin: written?.origin ?? make.origin,
        };
  bench.draft(owner, logicalId, 'AWS::ApiGatewayV2::Api', {
    ...Object.fromEntries(same.map((name) => [name, properties.get(name)])),
    Name: properties.get('Name') ?? logicalId,
    ProtocolType: 'WEBSOCKET',
    Tags: tags,
  });
  const routes = entriesOf(properties.get('Routes')).map(([key, value]) => draftRoute(owner, key, value, bench));
  const stage = draftStage(owner, bench);
  if (isSet(properties.get('RouteSettings'))) for (const route of routes) stage.dependsOn.add(route.logicalId);
  draftHttpDomain(owner, createdBy, stage.logicalId, bench);
  const made = bench.draftsOf(owner);
  propagateTags(made, tags, properties.get('PropagateTags'));
}

function draftRoute(owner: SamResource, key: string, route: Value, bench: Workbench): Draft {
  const { logicalId } = owner;
  const make = bench.makeAt(route.origin);
  const special = ['$connect', '$disconnect', '$default'].includes(key);
  if (!special && !isAlphanumeric(key)) {
    bench.invalid(
      route.origin,
      `The route key ${key} of ${logicalId} holds more than letters and digits.`,
      'Use letters and digits.',
    );
  }
  const plain = key.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const id = `${logicalId}${plain.slice(0, 1).toUpperCase()}${plain.slice(1).toLowerCase()}`;
  const lambda = get(route, 'FunctionArn');
  if (lambda === undefined)
    bench.invalid(route.origin, `The route ${key} of ${logicalId} has no FunctionArn.`, 'Name its function.');
  const parameters = get(route, 'RequestParameters');
  if (isSet(parameters) && key !== '$connect') {
    bench.invalid(
      parameters.origin,
      `The route ${key} of ${logicalId} cannot have request parameters.`,
      'Only $connect has them.',
    );
  }
  const same = [
    'ApiKeyRequired',
    'ModelSelectionExpression',
    'OperationName',
    'RequestModels',
    'RouteResponseSelectionExpression',
  ];
  const draft = bench.draft(
    owner,
    `${id}Route`,
    'AWS::ApiGatewayV2::Route',
    {
      RouteKey: key,
      ApiId: make.ref(logicalId),
      ...Object.fromEntries(same.map((name) => [name, get(route, name)])),
      RequestParameters: isSet(parameters) ? parameters : undefined,
      Target: make.sub('integrations/${integration}', { integration: make.ref(`${id}Integration`) }),
      ...(key === '$connect' ? connectAuth(owner, bench) : {}),
    },
    { make },
  );
  if (lambda === undefined) return draft;
  const integration = {
    ApiId: make.ref(logicalId),
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: authorizerUri(make, lambda),
    TimeoutInMillis: get(route, 'IntegrationTimeout'),
  };
  bench.draft(owner, `${id}Integration`, 'AWS::ApiGatewayV2::Integration', integration, { make });
  const arn = make.sub(
    `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${api}/\${stage}/${key}`,
    {
      api: make.ref(logicalId, 'ApiId'),
      stage: owner.properties.get('StageName') ?? make.of('default'),
    },
  );
  const permission = {
    Action: 'lambda:InvokeFunction',
    FunctionName: lambda,
    Principal: 'apigateway.amazonaws.com',
    SourceArn: arn,
  };
  bench.draft(owner, `${id}Permission`, 'AWS::Lambda::Permission', permission, { make });
  return draft;
}

/** `Auth` applies to `$connect`, the only route that API Gateway authorizes. */
function connectAuth(owner: SamResource, bench: Workbench): Record<string, Value> {
  const auth = owner.properties.get('Auth');
  if (!isSet(auth)) return {};
  const make = bench.makeAt(auth.origin);
  const type = asText(get(auth, 'AuthType') ?? auth);
  const lambda = get(auth, 'AuthArn');
  if (type !== 'CUSTOM' || lambda === undefined) {
    const written = get(auth, 'AuthType');
    return {
      AuthorizationType:
        type === undefined && written !== undefined ? written : make.of(type === 'AWS_IAM' ? 'AWS_IAM' : 'NONE'),
    };
  }
  const id = `${owner.logicalId}ConnectAuthorizer`;
  const name = get(auth, 'Name');
  bench.draft(
    owner,
    id,
    'AWS::ApiGatewayV2::Authorizer',
    {
      ApiId: make.ref(owner.logicalId),
      AuthorizerCredentialsArn: get(auth, 'InvokeRole'),
      AuthorizerType: 'REQUEST',
      AuthorizerUri: authorizerUri(make, lambda),
      IdentitySource: get(auth, 'IdentitySource'),
      Name: isSet(name) ? name : id,
    },
    { make },
  );
  if (!isSet(get(auth, 'InvokeRole')))
    draftAuthorizerPermission(`${owner.logicalId}AuthorizerPermission`, lambda, owner, bench);
  return { AuthorizationType: make.of('CUSTOM'), AuthorizerId: make.ref(id) };
}

function draftStage(owner: SamResource, bench: Workbench): Draft {
  const { properties, logicalId, make } = owner;
  const name = properties.get('StageName');
  const text = name === undefined ? 'default' : (asText(name) ?? '');
  const id = text === 'default' ? `${logicalId}DefaultStage` : `${logicalId}${text}Stage`;
  bench.references.set(`${logicalId}.Stage`, id);
  return bench.draft(owner, id, 'AWS::ApiGatewayV2::Stage', {
    ApiId: make.ref(logicalId),
    StageName: name ?? 'default',
    StageVariables: properties.get('StageVariables'),
    AccessLogSettings: properties.get('AccessLogSettings'),
    DefaultRouteSettings: properties.get('DefaultRouteSettings'),
    RouteSettings: properties.get('RouteSettings'),
    AutoDeploy: true,
    Tags: { [createdBy]: 'SAM' },
  });
}

function checkWebSocketApi({ properties, logicalId, resource }: SamResource, bench: Workbench): void {
  const wrong = (value: Value | undefined, message: string, hint: string): void =>
    bench.invalid(value?.origin ?? resource.keyRange, `${message} (${logicalId}).`, hint);
  const routes = properties.get('Routes');
  if (!isSet(routes)) wrong(routes, 'A WebSocket API needs at least one route', 'Write Routes.');
  if (properties.get('RouteSelectionExpression') === undefined)
    wrong(undefined, 'A WebSocket API needs RouteSelectionExpression', 'Write it.');
  const stage = properties.get('StageName');
  if (stage !== undefined && asText(stage) === '$default')
    wrong(stage, 'The stage of a WebSocket API cannot be named $default', 'Choose another name.');
  const address = properties.get('IpAddressType');
  if (address?.kind === 'known' && !['ipv4', 'dualstack'].includes(asText(address) ?? ''))
    wrong(address, 'IpAddressType is ipv4 or dualstack', 'Write one of them.');
  const tls = get(properties.get('Domain'), 'MutualTlsAuthentication');
  if (isSet(tls)) wrong(tls, 'WebSocket APIs have no mutual TLS', 'Leave MutualTlsAuthentication out.');
  const auth = properties.get('Auth');
  if (!isSet(auth)) return;
  if (isMap(routes) && get(routes, '$connect') === undefined)
    wrong(auth, 'Auth needs a $connect route', 'Add the route.');
  const type = get(auth, 'AuthType');
  const text = type === undefined ? undefined : asText(type)?.toUpperCase();
  if (isMap(auth) && (type === undefined || (text !== undefined && !['NONE', 'AWS_IAM', 'CUSTOM'].includes(text)))) {
    wrong(auth, 'AuthType is AWS_IAM, CUSTOM or NONE', 'Write one of them.');
  }
  if (text === 'CUSTOM' && get(auth, 'AuthArn') === undefined)
    wrong(auth, 'AuthType CUSTOM needs AuthArn', 'Name the function.');
  if ((text === 'AWS_IAM' || text === 'NONE') && entriesOf(auth).length > 1)
    wrong(auth, `AuthType ${text} takes no further settings`, 'Leave them out.');
}
