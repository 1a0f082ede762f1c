import type { SourceRange, Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import type { FunctionNeed } from './need.ts';
import { logGroupOf } from './lambda-variables.ts';
import { accountToken, arnOf, regionToken, spell } from './spell-arn.ts';

/**
 * What Lambda does in the name of the function, whatever its code does.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
export function platformNeeds(estate: Estate, subject: NodeOf<'function'>): readonly FunctionNeed[] {
  const { facet } = subject;
  const need = (actions: readonly string[], resources: readonly string[], at: SourceRange, message: string) =>
    actions.map((action): FunctionNeed => ({ action, resources, confidence: 'proved', evidence: [{ at, message }] }));
  /** Asked for in some set-ups only. */
  const mayNeed = (
    actions: readonly string[],
    resources: readonly string[],
    at: SourceRange,
    message: string,
  ): readonly FunctionNeed[] =>
    need(actions, resources, at, message).map((one) => ({ ...one, confidence: 'possible' as const }));
  const logs = `arn:aws:logs:${regionToken}:${accountToken}:log-group:${logGroupOf(estate, subject)}`;
  const needs = [
    ...need(['logs:CreateLogGroup'], [logs], subject.keyRange, 'writes its log'),
    ...need(['logs:CreateLogStream', 'logs:PutLogEvents'], [`${logs}:*`], subject.keyRange, 'writes its log'),
  ];
  if (facet.tracing.kind === 'known' && facet.tracing.value === 'Active') {
    needs.push(
      ...need(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*'], facet.tracing.origin, 'tracing is active'),
    );
  }
  if (facet.vpc.subnets.items.length > 0) {
    const actions = ['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface'];
    needs.push(...need(actions, ['*'], facet.vpc.origin, 'runs in a VPC'));
  }
  const sendTo = (target: Value, message: string): void => {
    const node =
      target.kind === 'absent' ? undefined : estate.resolve(target, 'queue', 'topic', 'function', 'event-bus');
    const action = node === undefined ? undefined : sending[node.kind];
    const arn = node === undefined ? undefined : arnOf(estate, node);
    if (action !== undefined && arn !== undefined) needs.push(...need([action], [arn], target.origin, message));
  };
  sendTo(facet.deadLetterTarget, 'sends failed events to its dead-letter target');
  for (const { facet: config } of estate.of('event-invoke-config')) {
    if (estate.functionOf(config.function)?.function.id !== subject.id) continue;
    sendTo(config.onFailure, 'sends failed events to a destination');
    sendTo(config.onSuccess, 'sends results to a destination');
  }
  for (const config of estate.of('event-source-mapping')) {
    const { facet: mapping } = config;
    if (estate.functionOf(mapping.function)?.function.id !== subject.id) continue;
    sendTo(mapping.failureDestination, 'sends failed batches to a destination');
    const at = mapping.source.kind === 'absent' ? config.at : mapping.source.origin;
    for (const { uri } of mapping.access.items)
      needs.push(
        ...mayNeed(['secretsmanager:GetSecretValue'], [spell(estate, uri)], uri.origin, 'signs in to the source'),
      );
    const broker = brokerOf(estate, config);
    if (broker !== undefined) needs.push(...mayNeed(broker, ['*'], at, 'Lambda reads the source with the role'));
    const source = estate.resolve(mapping.source, 'queue', 'stream', 'table');
    const actions = source === undefined ? undefined : polling[source.kind];
    const arn = source === undefined ? undefined : arnOf(estate, source);
    if (source === undefined || actions === undefined || arn === undefined) {
      // A source that stands elsewhere: its kind is in its ARN, or not known at all.
      const kind = Object.keys(polling).find((one) => pollingArn[one]?.test(spell(estate, mapping.source)) === true);
      const all = kind === undefined ? Object.keys(polling) : [kind];
      if (broker === undefined)
        needs.push(
          ...all.flatMap((one) =>
            mayNeed(
              [...(polling[one] ?? []), ...(pollingMore[one] ?? [])],
              ['*'],
              at,
              'Lambda polls the source with the role',
            ),
          ),
        );
      continue;
    }
    const polled = source.kind === 'table' ? spell(estate, mapping.source) : arn;
    needs.push(...need(actions, [polled], at, 'Lambda polls the source with the role'));
    needs.push(...mayNeed(pollingMore[source.kind] ?? [], ['*'], at, 'Lambda polls the source with the role'));
  }
  for (const { accessPoint } of facet.fileSystems.items) {
    const service = spell(estate, accessPoint).includes('s3files') ? 's3files' : 'elasticfilesystem';
    const actions = mounting.map((action) => `${service}:${action}`);
    needs.push(...mayNeed(actions, ['*'], accessPoint.origin, 'mounts the file system'));
  }
  if (facet.key.kind !== 'absent')
    needs.push(...mayNeed(['kms:Decrypt'], [spell(estate, facet.key)], facet.key.origin, 'opens its environment'));
  return needs;
}

type EventSourceMapping = NodeOf<'event-source-mapping'>;

/** What Lambda asks of a role that reads a broker or a change stream; not all of it for every way of signing in. */
function brokerOf(estate: Estate, { facet }: EventSourceMapping): readonly string[] | undefined {
  const source = facet.source.kind === 'absent' ? '' : spell(estate, facet.source);
  if (facet.documentDb.database.kind === 'known') return [...brokers.documentDb, ...inVpc];
  if (facet.queues.items.length > 0 || /^arn:[^:]*:mq:/.test(source)) return [...brokers.mq, ...inVpc];
  if (facet.topics.items.length > 0 || facet.selfManaged.present || /^arn:[^:]*:kafka:/.test(source))
    return [...brokers.kafka, ...inVpc];
  return undefined;
}

const inVpc = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeVpcs',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
];

/** https://docs.aws.amazon.com/lambda/latest/dg/with-msk-permissions.html, with-mq.html, with-documentdb.html */
const brokers = {
  kafka: [
    'kafka:DescribeCluster',
    'kafka:DescribeClusterV2',
    'kafka:GetBootstrapBrokers',
    'kafka-cluster:Connect',
    'kafka-cluster:DescribeGroup',
    'kafka-cluster:AlterGroup',
    'kafka-cluster:DescribeTopic',
    'kafka-cluster:ReadData',
    'kafka-cluster:DescribeClusterDynamicConfiguration',
    'secretsmanager:GetSecretValue',
  ],
  mq: ['mq:DescribeBroker', 'secretsmanager:GetSecretValue'],
  documentDb: [
    'rds:DescribeDBClusters',
    'rds:DescribeDBClusterParameters',
    'rds:DescribeDBSubnetGroups',
    'secretsmanager:GetSecretValue',
  ],
};

/** https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
const mounting = ['ClientMount', 'ClientWrite', 'ClientRootAccess'];

const sending: Readonly<Partial<Record<string, string>>> = {
  queue: 'sqs:SendMessage',
  topic: 'sns:Publish',
  function: 'lambda:InvokeFunction',
  'event-bus': 'events:PutEvents',
};

/** What the managed policies for the sources hold besides: for fan-out, for longer work, for a key of the customer. */
const pollingMore: Readonly<Partial<Record<string, readonly string[]>>> = {
  queue: ['sqs:ChangeMessageVisibility', 'kms:Decrypt'],
  stream: ['kinesis:SubscribeToShard', 'kinesis:ListStreams', 'kinesis:DescribeLimits', 'kms:Decrypt'],
  table: ['dynamodb:ListStreams', 'kms:Decrypt'],
};

/** https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html, with-kinesis.html, with-ddb.html */
const polling: Readonly<Partial<Record<string, readonly string[]>>> = {
  queue: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  stream: [
    'kinesis:DescribeStream',
    'kinesis:DescribeStreamSummary',
    'kinesis:GetRecords',
    'kinesis:GetShardIterator',
    'kinesis:ListShards',
  ],
  table: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
};

const pollingArn: Readonly<Record<string, RegExp>> = { queue: /:sqs:/, stream: /:kinesis:/, table: /:dynamodb:/ };
