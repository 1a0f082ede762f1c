import { asText, type Value } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { flagOf, get, isMap, itemsOf } from '../../cloudformation/sam/read-value.ts';
import type { Bench } from '../bench.ts';
import { functionId, functionPart } from '../naming.ts';
import { capitalized, isDisabled, missing, permit, shortOr, type ServiceEvent } from './event.ts';

/** https://www.serverless.com/framework/docs/providers/aws/events/iot */
export function iot(event: ServiceEvent, bench: Bench): void {
  const { make, owner } = event;
  const sql = shortOr(event, 'sql');
  if (sql === undefined) return missing(event, 'sql', bench);
  const part = functionPart(owner.key);
  const logicalId = `${part}IotTopicRule${event.index}`;
  bench.add(
    logicalId,
    'AWS::IoT::TopicRule',
    {
      RuleName: event.get('name'),
      TopicRulePayload: {
        Sql: sql,
        AwsIotSqlVersion: event.get('sqlVersion'),
        Description: event.get('description'),
        RuleDisabled: isDisabled(event),
        Actions: [{ Lambda: { FunctionArn: owner.arn(make.origin) } }],
      },
    },
    event.cause,
  );
  permit(
    event,
    `${part}LambdaPermissionIotTopicRule${event.index}`,
    'iot.amazonaws.com',
    {
      arn: make.sub('arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:rule/${rule}', {
        rule: event.get('name') ?? make.ref(logicalId),
      }),
    },
    bench,
  );
}

/** https://www.serverless.com/framework/docs/providers/aws/events/iot-fleet-provisioning */
export function iotFleet(event: ServiceEvent, bench: Bench): void {
  const { make, owner } = event;
  const part = functionPart(owner.key);
  bench.add(
    `${part}IotProvisioningTemplate`,
    'AWS::IoT::ProvisioningTemplate',
    {
      Enabled: !isDisabled(event),
      ProvisioningRoleArn: event.get('provisioningRoleArn'),
      TemplateName: event.get('templateName'),
      TemplateBody: event.get('templateBody'),
      PreProvisioningHook: { PayloadVersion: '2020-04-01', TargetArn: owner.arn(make.origin) },
    },
    event.cause,
  );
  permit(event, `${part}LambdaPermissionIotProvisioningTemplate`, 'iot.amazonaws.com', {}, bench);
}

/** https://www.serverless.com/framework/docs/providers/aws/events/alexa-skill */
export function alexaSkill(event: ServiceEvent, bench: Bench): void {
  const token = shortOr(event, 'appId');
  permit(
    event,
    `${functionPart(event.owner.key)}LambdaPermissionAlexaSkill${event.index}`,
    'alexa-appkit.amazon.com',
    { token },
    bench,
  );
}

export function alexaSmartHome(event: ServiceEvent, bench: Bench): void {
  const token = shortOr(event, 'appId');
  permit(
    event,
    `${functionPart(event.owner.key)}LambdaPermissionAlexaSmartHome${event.index}`,
    'alexa-connectedhome.amazon.com',
    { token },
    bench,
  );
}

const fields: Readonly<Record<string, string>> = {
  path: 'path-pattern',
  host: 'host-header',
  method: 'http-request-method',
  ip: 'source-ip',
};

/** https://www.serverless.com/framework/docs/providers/aws/events/alb */
export function loadBalancer(event: ServiceEvent, bench: Bench): void {
  const { make, owner } = event;
  const listener = event.get('listenerArn');
  if (listener === undefined) return missing(event, 'listenerArn', bench);
  const part = functionPart(owner.key);
  const target = `${part}AlbTargetGroup${event.index}`;
  permit(event, `${part}LambdaPermissionRegisterTarget`, 'elasticloadbalancing.amazonaws.com', {}, bench);
  bench.add(
    target,
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    { TargetType: 'lambda', Targets: [{ Id: owner.arn(make.origin) }] },
    event.cause,
  );
  const conditions = Object.entries(fields).flatMap(([name, Field]): Material[] => {
    const value = event.get('conditions', name);
    return value === undefined ? [] : [{ Field, Values: itemsOf(value) }];
  });
  bench.add(
    `${part}AlbListenerRule${event.index}`,
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    {
      ListenerArn: listener,
      Priority: event.get('priority'),
      Conditions: conditions,
      Actions: [...authorizeActions(event, bench), { Type: 'forward', TargetGroupArn: make.ref(target) }],
    },
    event.cause,
  );
}

/** `provider.alb.authorizers` by name: a sign-in before the target group. */
function authorizeActions(event: ServiceEvent, bench: Bench): readonly Material[] {
  return itemsOf(event.get('authorizer')).flatMap((named): Material[] => {
    const name = asText(named);
    const settings = name === undefined ? undefined : bench.provider('alb', 'authorizers', name);
    if (settings === undefined) return [];
    const type = asText(get(settings, 'type') ?? named);
    return type === 'oidc'
      ? [{ Type: 'authenticate-oidc', AuthenticateOidcConfig: capitalized(settings) }]
      : [{ Type: 'authenticate-cognito', AuthenticateCognitoConfig: capitalized(settings) }];
  });
}

/**
 * `cloudFront`: a function at the edge, on the one distribution of the service.
 * https://www.serverless.com/framework/docs/providers/aws/events/cloudfront
 */
export function cloudFront(event: ServiceEvent, bench: Bench): void {
  const { make, owner } = event;
  const origin = event.get('origin');
  const behavior = event.get('behavior');
  const logicalId = 'CloudFrontDistribution';
  const present = bench.drafts.get(logicalId)?.properties.get('DistributionConfig');
  const association = {
    EventType: event.get('eventType'),
    LambdaFunctionARN: owner.arn(make.origin),
    IncludeBody: flagOf(event.get('includeBody')) === true ? true : undefined,
  };
  const originId = `${functionId(owner.key)}Origin${event.index}`;
  const origins = [...itemsOf(get(present, 'Origins')), make.of({ Id: originId, ...originOf(origin, event) })];
  const shared: Material = {
    TargetOriginId: originId,
    ViewerProtocolPolicy: get(behavior, 'ViewerProtocolPolicy') ?? 'allow-all',
    LambdaFunctionAssociations: [association],
  };
  const path = event.get('pathPattern');
  const before = itemsOf(get(present, 'CacheBehaviors'));
  bench.add(
    logicalId,
    'AWS::CloudFront::Distribution',
    {
      DistributionConfig: {
        Enabled: true,
        DefaultCacheBehavior: path === undefined ? shared : (get(present, 'DefaultCacheBehavior') ?? shared),
        CacheBehaviors:
          path === undefined ? before : [...before, make.of({ PathPattern: path, ...(shared as object) })],
        Origins: origins,
      },
    },
    event.cause,
  );
}

function originOf(origin: Value | undefined, { make }: ServiceEvent): Readonly<Record<string, Material>> {
  if (origin === undefined || !isMap(origin))
    return { DomainName: origin === undefined ? undefined : hostOf(origin, make) };
  return {
    DomainName: get(origin, 'DomainName'),
    OriginPath: get(origin, 'OriginPath'),
    CustomOriginConfig: get(origin, 'CustomOriginConfig'),
    S3OriginConfig: get(origin, 'S3OriginConfig'),
  };
}

function hostOf(origin: Value, make: ServiceEvent['make']): Material {
  const host = /^[a-z0-9]+:\/\/([^/]+)/.exec(asText(origin) ?? '')?.[1];
  return host === undefined ? origin : make.at(origin.origin).of(host);
}
