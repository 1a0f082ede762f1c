import { asText, type Value } from '@leastwise/model';
import { entriesOf, flagOf, get, itemsOf } from '../../cloudformation/sam/read-value.ts';
import { restApiFor } from '../apis/rest-api.ts';
import { resourceOf } from '../apis/rest-method.ts';
import type { Bench, Cause } from '../bench.ts';
import { pathPart, upperFirst } from '../naming.ts';

interface Proxy {
  /** What the integration addresses, behind `arn:...:apigateway:<region>:`. */
  readonly uri: string;
  /** The member that names the resource, and what the role of the API may do with it. */
  readonly target: string;
  readonly actions: readonly string[];
}

const proxies: Readonly<Record<string, Proxy>> = {
  sqs: { uri: 'sqs:path/${AWS::AccountId}/${target}', target: 'queueName', actions: ['sqs:SendMessage'] },
  sns: { uri: 'sns:path//', target: 'topicName', actions: ['sns:Publish'] },
  kinesis: {
    uri: 'kinesis:action/PutRecord',
    target: 'streamName',
    actions: ['kinesis:PutRecord', 'kinesis:PutRecords'],
  },
  s3: {
    uri: 's3:path/{bucket}/{object}',
    target: 'bucket',
    actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject'],
  },
  dynamodb: {
    uri: 'dynamodb:action/',
    target: 'tableName',
    actions: ['dynamodb:PutItem', 'dynamodb:GetItem', 'dynamodb:DeleteItem'],
  },
  eventbridge: { uri: 'events:action/PutEvents', target: 'eventBusName', actions: ['events:PutEvents'] },
};

/**
 * serverless-apigateway-service-proxy: methods that reach a service without any function between.
 * https://github.com/serverless-operations/serverless-apigateway-service-proxy
 */
export function serviceProxies(bench: Bench): void {
  for (const [index, item] of itemsOf(bench.top('custom', 'apiGatewayServiceProxies')).entries()) {
    for (const [service, settings] of entriesOf(item)) proxyMethod(service, settings, item, index + 1, bench);
  }
}

function proxyMethod(service: string, settings: Value, item: Value, index: number, bench: Bench): void {
  const proxy = Object.hasOwn(proxies, service) ? proxies[service] : undefined;
  const path = asText(get(settings, 'path') ?? settings)?.replace(/^\/+|\/+$/g, '');
  const method = asText(get(settings, 'method') ?? settings);
  if (proxy === undefined || path === undefined || method === undefined) {
    const reason = `What the API does with ${service} here is not known.`;
    bench.unknowns.push({ kind: 'unknown', cause: 'macro', reason, origin: item.origin, name: service });
    return;
  }
  const cause: Cause = { at: item.origin, keyRange: item.origin, by: 'apiGatewayServiceProxies' };
  const make = bench.makeAt(item.origin);
  const api = restApiFor(cause, bench);
  const target = get(settings, proxy.target);
  const role = `ApigatewayTo${upperFirst(service)}Role${index}`;
  const arn = target === undefined ? '*' : resourceArn(service, target, make);
  bench.add(
    role,
    'AWS::IAM::Role',
    {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      Policies: [
        {
          PolicyName: `apigatewayto${service}`,
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: actionsOf(service, settings, proxy), Resource: arn }],
          },
        },
      ],
    },
    { ...cause, from: bench.stack.idOf('ApiGatewayRestApi') },
  );
  const authorization = get(settings, 'authorizationType');
  bench.add(
    `ApiGatewayMethod${pathPart(path)}${upperFirst(method.toLowerCase())}`,
    'AWS::ApiGateway::Method',
    {
      HttpMethod: method.toUpperCase(),
      ResourceId: resourceOf(path, { make, cause }, api, bench),
      RestApiId: api.id,
      ApiKeyRequired: flagOf(get(settings, 'private')) ?? false,
      AuthorizationType: authorization ?? 'NONE',
      AuthorizerId: get(settings, 'authorizerId'),
      AuthorizationScopes: get(settings, 'authorizationScopes'),
      Integration: {
        Type: 'AWS',
        IntegrationHttpMethod: 'POST',
        Uri: make.sub(`arn:\${AWS::Partition}:apigateway:\${AWS::Region}:${proxy.uri}`, {
          target: target ?? make.of('*'),
        }),
        Credentials: get(settings, 'roleArn') ?? make.ref(role, 'Arn'),
      },
    },
    cause,
  );
}

/** One action of the service where the proxy names it. */
function actionsOf(service: string, settings: Value, proxy: Proxy): readonly string[] {
  const action = asText(get(settings, 'action') ?? settings);
  return action === undefined || service === 'sqs' ? proxy.actions : [`${service}:${action}`];
}

function resourceArn(service: string, target: Value, make: ReturnType<Bench['makeAt']>): Value {
  if (target.kind === 'reference') {
    return { ...target, attribute: service === 'sns' ? 'Ref' : 'Arn' };
  }
  const place = service === 's3' ? ':::${target}/*' : ':${AWS::Region}:${AWS::AccountId}:${kind}${target}';
  const kinds: Readonly<Record<string, string>> = { kinesis: 'stream/', dynamodb: 'table/', eventbridge: 'event-bus/' };
  const name = service === 'eventbridge' ? 'events' : service;
  return make.sub(`arn:\${AWS::Partition}:${name}${place}`, { target, kind: make.of(kinds[service] ?? '') });
}
