import fc from 'fast-check';
import type { Exposure } from '../../analyses/exposure/exposure.ts';
import type { Json, JsonMap } from './exposure-case.ts';
import {
  allow,
  att,
  fn,
  invocationUri,
  permission,
  policy,
  ref,
  resource,
  stack,
  sub,
  type Resources,
} from './template.ts';

/** What meets the outside world, how it asks, and the verdict that its construction has by the platform's pages. */
export type Entrance =
  | { readonly at: 'url'; readonly auth: 'NONE' | 'AWS_IAM' }
  | { readonly at: 'rest'; readonly auth: 'NONE' | 'AWS_IAM' | 'KEY' | 'POOL' }
  | { readonly at: 'http'; readonly auth: 'NONE' | 'AWS_IAM' | 'POOL' }
  | { readonly at: 'balancer'; readonly scheme: 'internal' | 'internet-facing' }
  | { readonly at: 'permission'; readonly principal: 'anyone' | 'organization' | 'account' | 'own' }
  | { readonly at: 'clock' }
  | { readonly at: 'mail'; readonly enabled: boolean };

export type Carrier = 'queue' | 'topic' | 'bucket' | 'bus';
export type Opened = 'closed' | 'anyone' | 'partner' | 'own-source';

/** A place that keeps or carries what functions exchange. */
export interface Station {
  readonly kind: Carrier;
  readonly opened: Opened;
  /** Buckets and topics may hand on to a queue of their own, which the reader then polls. */
  readonly throughQueue: boolean;
  /** A reader that is switched off is not started. */
  readonly enabled: boolean;
}

/** Function number n: its own entrances, the station that feeds it, and the stations that it writes. */
export interface Worker {
  readonly entrances: readonly Entrance[];
  readonly fedBy: number | undefined;
  readonly writes: readonly number[];
}

export interface Plan {
  readonly openSignUp: boolean;
  readonly stations: readonly Station[];
  readonly workers: readonly Worker[];
}

const entrance: fc.Arbitrary<Entrance> = fc.oneof(
  fc.record({ at: fc.constant('url' as const), auth: fc.constantFrom('NONE' as const, 'AWS_IAM' as const) }),
  fc.record({
    at: fc.constant('rest' as const),
    auth: fc.constantFrom('NONE' as const, 'AWS_IAM' as const, 'KEY' as const, 'POOL' as const),
  }),
  fc.record({
    at: fc.constant('http' as const),
    auth: fc.constantFrom('NONE' as const, 'AWS_IAM' as const, 'POOL' as const),
  }),
  fc.record({
    at: fc.constant('balancer' as const),
    scheme: fc.constantFrom('internal' as const, 'internet-facing' as const),
  }),
  fc.record({
    at: fc.constant('permission' as const),
    principal: fc.constantFrom('anyone' as const, 'organization' as const, 'account' as const, 'own' as const),
  }),
  fc.record({ at: fc.constant('clock' as const) }),
  fc.record({ at: fc.constant('mail' as const), enabled: fc.boolean() }),
);

const station: fc.Arbitrary<Station> = fc.record({
  kind: fc.constantFrom('queue' as const, 'topic' as const, 'bucket' as const, 'bus' as const),
  opened: fc.constantFrom(
    'closed' as const,
    'closed' as const,
    'anyone' as const,
    'partner' as const,
    'own-source' as const,
  ),
  throughQueue: fc.boolean(),
  enabled: fc.constantFrom(true, true, true, false),
});

/** Small applications: up to four functions and three stations, wired at random. */
export const plans: fc.Arbitrary<Plan> = fc.array(station, { maxLength: 3 }).chain((stations) => {
  const index =
    stations.length === 0
      ? fc.constant(undefined)
      : fc.option(fc.nat({ max: stations.length - 1 }), { nil: undefined });
  const indices =
    stations.length === 0
      ? fc.constant<number[]>([])
      : fc.uniqueArray(fc.nat({ max: stations.length - 1 }), { maxLength: 2 });
  return fc.record({
    openSignUp: fc.boolean(),
    stations: fc.constant(stations),
    workers: fc.array(
      fc.record({
        entrances: fc.uniqueArray(entrance, { maxLength: 2, selector: ({ at }) => at }),
        fedBy: index,
        writes: indices,
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });
});

/** The verdict of each entrance, by its construction alone. */
export function exposureOfEntrance(entrance: Entrance, openSignUp: boolean): Exposure {
  switch (entrance.at) {
    case 'url':
      return entrance.auth === 'NONE' ? 'public' : 'authenticated';
    case 'rest':
    case 'http':
      if (entrance.auth === 'POOL') return openSignUp ? 'public-sign-up' : 'authenticated';
      return entrance.auth === 'AWS_IAM' ? 'authenticated' : 'public';
    case 'balancer':
      return entrance.scheme === 'internal' ? 'internal' : 'public';
    case 'permission':
      return entrance.principal === 'anyone' ? 'public' : entrance.principal === 'own' ? 'internal' : 'authenticated';
    case 'clock':
      return 'internal';
    case 'mail':
      return 'public';
  }
}

const name = (index: number): string => `Work${index}`;
const place = (index: number): string => `Place${index}`;

/** The template of a plan. */
export function templateOf(plan: Plan): JsonMap {
  const parts: Resources[] = [
    {
      Customers: resource('AWS::Cognito::UserPool', {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: !plan.openSignUp },
      }),
    },
    { Partner: resource('AWS::SNS::Topic') },
  ];
  plan.workers.forEach((worker, index) => {
    const statements = worker.writes.map((target) => mayWrite(plan.stations[target]?.kind ?? 'queue', target));
    parts.push(fn(name(index), {}, statements), ...worker.entrances.map((each) => entranceOf(each, index)));
  });
  plan.stations.forEach((each, index) =>
    parts.push(
      stationOf(
        each,
        index,
        plan.workers.flatMap((worker, at) => (worker.fedBy === index ? [at] : [])),
      ),
    ),
  );
  return stack(...parts);
}

function entranceOf(entrance: Entrance, index: number): Resources {
  const target = name(index);
  switch (entrance.at) {
    case 'url':
      return {
        [`Url${index}`]: resource('AWS::Lambda::Url', { TargetFunctionArn: att(target), AuthType: entrance.auth }),
        ...(entrance.auth === 'NONE'
          ? {
              [`UrlOpen${index}`]: permission(target, '*', {
                Action: 'lambda:InvokeFunctionUrl',
                FunctionUrlAuthType: 'NONE',
              }),
            }
          : {}),
      };
    case 'rest':
      return {
        [`Rest${index}`]: resource('AWS::ApiGateway::RestApi', { Name: `shop${index}` }),
        [`RestGuard${index}`]: resource('AWS::ApiGateway::Authorizer', {
          RestApiId: ref(`Rest${index}`),
          Name: 'users',
          Type: 'COGNITO_USER_POOLS',
          IdentitySource: 'method.request.header.Authorization',
          ProviderARNs: [att('Customers')],
        }),
        [`RestGet${index}`]: resource('AWS::ApiGateway::Method', {
          RestApiId: ref(`Rest${index}`),
          ResourceId: att(`Rest${index}`, 'RootResourceId'),
          HttpMethod: 'GET',
          Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: invocationUri(target) },
          ...(entrance.auth === 'POOL'
            ? { AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: ref(`RestGuard${index}`) }
            : {
                AuthorizationType: entrance.auth === 'KEY' ? 'NONE' : entrance.auth,
                ApiKeyRequired: entrance.auth === 'KEY',
              }),
        }),
      };
    case 'http':
      return {
        [`Http${index}`]: resource('AWS::ApiGatewayV2::Api', { Name: `shop${index}`, ProtocolType: 'HTTP' }),
        [`HttpWork${index}`]: resource('AWS::ApiGatewayV2::Integration', {
          ApiId: ref(`Http${index}`),
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: att(target),
          PayloadFormatVersion: '2.0',
        }),
        [`HttpGuard${index}`]: resource('AWS::ApiGatewayV2::Authorizer', {
          ApiId: ref(`Http${index}`),
          Name: 'users',
          AuthorizerType: 'JWT',
          IdentitySource: ['$request.header.Authorization'],
          JwtConfiguration: {
            Issuer: sub('https://cognito-idp.${AWS::Region}.amazonaws.com/${Customers}'),
            Audience: ['shop'],
          },
        }),
        [`HttpGet${index}`]: resource('AWS::ApiGatewayV2::Route', {
          ApiId: ref(`Http${index}`),
          RouteKey: 'GET /',
          Target: sub(`integrations/\${HttpWork${index}}`),
          ...(entrance.auth === 'POOL'
            ? { AuthorizationType: 'JWT', AuthorizerId: ref(`HttpGuard${index}`) }
            : { AuthorizationType: entrance.auth }),
        }),
      };
    case 'balancer':
      return {
        [`Front${index}`]: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', {
          Scheme: entrance.scheme,
          Subnets: ['subnet-1', 'subnet-2'],
        }),
        [`Group${index}`]: resource('AWS::ElasticLoadBalancingV2::TargetGroup', {
          TargetType: 'lambda',
          Targets: [{ Id: att(target) }],
        }),
        [`Listen${index}`]: resource('AWS::ElasticLoadBalancingV2::Listener', {
          LoadBalancerArn: ref(`Front${index}`),
          Port: 443,
          Protocol: 'HTTPS',
          DefaultActions: [{ Type: 'forward', TargetGroupArn: ref(`Group${index}`) }],
        }),
      };
    case 'permission': {
      const principal = { anyone: '*', organization: '*', account: '210987654321', own: ref('AWS::AccountId') }[
        entrance.principal
      ];
      return {
        [`Permit${index}`]: permission(
          target,
          principal,
          entrance.principal === 'organization' ? { PrincipalOrgID: 'o-a1b2c3d4e5' } : {},
        ),
      };
    }
    case 'clock':
      return {
        [`Clock${index}`]: resource('AWS::Events::Rule', {
          ScheduleExpression: 'rate(1 day)',
          Targets: [{ Id: 'work', Arn: att(target) }],
        }),
      };
    case 'mail':
      return {
        [`Mail${index}`]: resource('AWS::SES::ReceiptRule', {
          RuleSetName: 'shop',
          Rule: { Enabled: entrance.enabled, Actions: [{ LambdaAction: { FunctionArn: att(target) } }] },
        }),
      };
  }
}

const arnOf = (kind: Carrier, index: number): JsonMap => (kind === 'topic' ? ref(place(index)) : att(place(index)));
const putAction = {
  queue: 'sqs:SendMessage',
  topic: 'sns:Publish',
  bucket: 's3:PutObject',
  bus: 'events:PutEvents',
} as const;
const targetOf = (kind: Carrier, index: number): JsonMap =>
  kind === 'bucket' ? sub(`\${${place(index)}.Arn}/*`) : arnOf(kind, index);

function mayWrite(kind: Carrier, index: number): JsonMap {
  return { Effect: 'Allow', Action: putAction[kind], Resource: targetOf(kind, index) };
}

function stationOf(station: Station, index: number, readers: readonly number[]): Resources {
  return { ...holderOf(station, index, readers), ...policyOf(station, index) };
}

function holderOf(station: Station, index: number, readers: readonly number[]): Resources {
  const id = place(index);
  const behind = readers.map((reader) => `Behind${index}x${reader}`);
  const feeds = (queueOf: (reader: number) => string): Resources =>
    Object.fromEntries(
      readers.map((reader) => [
        `Feed${index}x${reader}`,
        resource('AWS::Lambda::EventSourceMapping', {
          EventSourceArn: att(queueOf(reader)),
          FunctionName: ref(name(reader)),
          Enabled: station.enabled,
        }),
      ]),
    ) as Resources;
  const queues = Object.fromEntries(behind.map((queue) => [queue, resource('AWS::SQS::Queue')])) as Resources;
  const polled = feeds((reader) => `Behind${index}x${reader}`);
  switch (station.kind) {
    case 'queue':
      return { [id]: resource('AWS::SQS::Queue'), ...feeds(() => id) };
    case 'topic':
      return station.throughQueue
        ? {
            [id]: resource('AWS::SNS::Topic', {
              Subscription: behind.map((queue) => ({ Protocol: 'sqs', Endpoint: att(queue) })),
            }),
            ...queues,
            ...polled,
          }
        : {
            [id]: resource('AWS::SNS::Topic', {
              Subscription: readers.map((reader) => ({ Protocol: 'lambda', Endpoint: att(name(reader)) })),
            }),
          };
    case 'bucket': {
      const block = {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: false,
          IgnorePublicAcls: false,
          BlockPublicPolicy: false,
          RestrictPublicBuckets: false,
        },
      };
      const told: JsonMap = station.throughQueue
        ? { QueueConfigurations: behind.map((queue) => ({ Event: 's3:ObjectCreated:*', Queue: att(queue) })) }
        : {
            LambdaConfigurations: readers.map((reader) => ({
              Event: 's3:ObjectCreated:*',
              Function: att(name(reader)),
            })),
          };
      return {
        [id]: resource('AWS::S3::Bucket', { ...block, NotificationConfiguration: told }),
        ...(station.throughQueue ? { ...queues, ...polled } : {}),
      };
    }
    case 'bus':
      return {
        [id]: resource('AWS::Events::EventBus', { Name: `bus${index}` }),
        ...(Object.fromEntries(
          readers.map((reader) => [
            `Rule${index}x${reader}`,
            resource('AWS::Events::Rule', {
              EventBusName: ref(id),
              EventPattern: { source: ['shop'] },
              State: station.enabled ? 'ENABLED' : 'DISABLED',
              Targets: [{ Id: 'work', Arn: att(name(reader)) }],
            }),
          ]),
        ) as Resources),
      };
  }
}

function policyOf(station: Station, index: number): Resources {
  if (station.opened === 'closed') return {};
  const principal: Json = station.opened === 'partner' ? { AWS: 'arn:aws:iam::210987654321:root' } : '*';
  const condition =
    station.opened === 'own-source' ? { Condition: { ArnEquals: { 'aws:SourceArn': ref('Partner') } } } : {};
  const statement = allow(principal, putAction[station.kind], targetOf(station.kind, index), condition);
  const id = `Rules${index}`;
  switch (station.kind) {
    case 'queue':
      return {
        [id]: resource('AWS::SQS::QueuePolicy', { Queues: [ref(place(index))], PolicyDocument: policy(statement) }),
      };
    case 'topic':
      return {
        [id]: resource('AWS::SNS::TopicPolicy', { Topics: [ref(place(index))], PolicyDocument: policy(statement) }),
      };
    case 'bucket':
      return {
        [id]: resource('AWS::S3::BucketPolicy', { Bucket: ref(place(index)), PolicyDocument: policy(statement) }),
      };
    case 'bus':
      return {
        [id]: resource('AWS::Events::EventBusPolicy', {
          EventBusName: ref(place(index)),
          StatementId: 'open',
          Statement: statement,
        }),
      };
  }
}
