import type { Kind } from '../../estate/facets/index.ts';

/** How CloudFormation and IAM spell one kind of resource. */
export interface ArnForm {
  /** `{region}`, `{account}` and `{name}` are filled in; the partition is `aws`. */
  readonly arn: string;
  /** What `Ref` returns, by the "Return values" of each type's reference page. */
  readonly ref: 'name' | 'arn' | 'url';
  /** The attribute that is the name, where `Ref` is not. */
  readonly nameAttribute?: string;
  /** Without a given name CloudFormation writes `<stack>-<logical id>-<random>`; of the others it is an id of the service. */
  readonly generated: 'stack-name' | 'id';
}

const regional = (service: string, resource: string): string => `arn:aws:${service}:{region}:{account}:${resource}`;

function named(arn: string, ref: ArnForm['ref'] = 'name', nameAttribute?: string): ArnForm {
  return { arn, ref, generated: 'stack-name', ...(nameAttribute === undefined ? {} : { nameAttribute }) };
}

function numbered(arn: string, ref: ArnForm['ref'] = 'name'): ArnForm {
  return { arn, ref, generated: 'id' };
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const arnForms: Readonly<Partial<Record<Kind, ArnForm>>> = {
  function: named(regional('lambda', 'function:{name}')),
  'layer-version': numbered(regional('lambda', 'layer:{name}'), 'arn'),
  table: named(regional('dynamodb', 'table/{name}')),
  bucket: named('arn:aws:s3:::{name}'),
  'access-point': named(regional('s3', 'accesspoint/{name}')),
  queue: named(regional('sqs', '{name}'), 'url', 'QueueName'),
  topic: named(regional('sns', '{name}'), 'arn', 'TopicName'),
  stream: named(regional('kinesis', 'stream/{name}')),
  'delivery-stream': named(regional('firehose', 'deliverystream/{name}')),
  'event-bus': named(regional('events', 'event-bus/{name}')),
  rule: named(regional('events', 'rule/{name}')),
  'state-machine': named(regional('states', 'stateMachine:{name}'), 'arn', 'Name'),
  activity: named(regional('states', 'activity:{name}'), 'arn', 'Name'),
  secret: named(regional('secretsmanager', 'secret:{name}'), 'arn'),
  parameter: named(regional('ssm', 'parameter/{name}')),
  key: numbered(regional('kms', 'key/{name}')),
  'key-alias': named(regional('kms', '{name}')),
  'log-group': named(regional('logs', 'log-group:{name}')),
  role: named('arn:aws:iam::{account}:role/{name}'),
  user: named('arn:aws:iam::{account}:user/{name}'),
  group: named('arn:aws:iam::{account}:group/{name}'),
  'managed-policy': named('arn:aws:iam::{account}:policy/{name}', 'arn'),
  'user-pool': numbered(regional('cognito-idp', 'userpool/{name}')),
  'identity-pool': numbered(regional('cognito-identity', 'identitypool/{name}')),
  repository: named(regional('ecr', 'repository/{name}')),
  'file-system': numbered(regional('elasticfilesystem', 'file-system/{name}')),
  'database-cluster': named(regional('rds', 'cluster:{name}')),
  'database-instance': named(regional('rds', 'db:{name}')),
  'search-domain': named(regional('es', 'domain/{name}')),
  'rest-api': numbered(regional('execute-api', '{name}')),
  'http-api': numbered(regional('execute-api', '{name}')),
};
