import type { TriggerFacet, TriggerKind } from '../trigger.ts';

/** The ways in that a service uses, and how it calls when none of them is in the tree. */
export interface ServiceCaller {
  readonly kinds: readonly TriggerKind[];
  readonly invocation: TriggerFacet['invocation'];
}

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html */
const callers: Readonly<Record<string, ServiceCaller>> = {
  apigateway: { kinds: ['rest-api', 'http-api', 'websocket-api', 'authorizer'], invocation: 'sync' },
  'ops.apigateway': { kinds: ['rest-api', 'http-api', 'websocket-api', 'authorizer'], invocation: 'sync' },
  appsync: { kinds: ['graphql-api', 'authorizer'], invocation: 'sync' },
  elasticloadbalancing: { kinds: ['load-balancer'], invocation: 'sync' },
  cloudfront: { kinds: ['function-url', 'cloudfront'], invocation: 'sync' },
  edgelambda: { kinds: ['cloudfront'], invocation: 'sync' },
  replicator: { kinds: ['cloudfront'], invocation: 'sync' },
  s3: { kinds: ['bucket'], invocation: 'async' },
  sns: { kinds: ['topic'], invocation: 'async' },
  sqs: { kinds: ['queue'], invocation: 'poll' },
  dynamodb: { kinds: ['table-stream'], invocation: 'poll' },
  kinesis: { kinds: ['stream'], invocation: 'poll' },
  events: { kinds: ['rule', 'schedule'], invocation: 'async' },
  scheduler: { kinds: ['schedule'], invocation: 'async' },
  pipes: { kinds: ['pipe'], invocation: 'sync' },
  states: { kinds: ['state-machine'], invocation: 'sync' },
  logs: { kinds: ['log-group'], invocation: 'async' },
  'cognito-idp': { kinds: ['user-pool'], invocation: 'sync' },
  ses: { kinds: ['mail'], invocation: 'async' },
  transfer: { kinds: ['authorizer', 'file-transfer'], invocation: 'sync' },
  iot: { kinds: ['iot', 'authorizer'], invocation: 'async' },
  config: { kinds: ['config-rule'], invocation: 'async' },
  secretsmanager: { kinds: ['secret-rotation'], invocation: 'async' },
  cloudformation: { kinds: ['custom-resource', 'macro'], invocation: 'async' },
  'lambda.alarms.cloudwatch': { kinds: ['alarm'], invocation: 'async' },
  firehose: { kinds: ['delivery-stream'], invocation: 'sync' },
  lex: { kinds: ['bot'], invocation: 'sync' },
  lexv2: { kinds: ['bot'], invocation: 'sync' },
  connect: { kinds: ['contact-center'], invocation: 'sync' },
  bedrock: { kinds: ['agent'], invocation: 'sync' },
  codepipeline: { kinds: ['pipeline'], invocation: 'async' },
  lambda: { kinds: ['destination', 'invoke'], invocation: 'async' },
  alexa: { kinds: [], invocation: 'sync' },
  'alexa-appkit': { kinds: [], invocation: 'sync' },
};

/** `s3.amazonaws.com` → `s3`, `logs.eu-west-1.amazonaws.com` → `logs`; undefined for what is no service. */
export function serviceOf(principal: string): string | undefined {
  const match =
    /^([a-z0-9.-]+?)(?:\.(?:[a-z]{2}(?:-[a-z]+)+-\d|\$\{[^}]*\}))?\.(?:amazonaws\.com(?:\.cn)?|amazon\.com|\$\{AWS::URLSuffix\})$/.exec(
      principal,
    );
  return match?.[1];
}

export function callerOf(service: string | undefined): ServiceCaller | undefined {
  return service === undefined || !Object.hasOwn(callers, service) ? undefined : callers[service];
}
