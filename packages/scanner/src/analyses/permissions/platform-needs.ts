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
  for (const { facet: mapping } of estate.of('event-source-mapping')) {
    if (estate.functionOf(mapping.function)?.function.id !== subject.id) continue;
    const source = estate.resolve(mapping.source, 'queue', 'stream', 'table');
    const actions = source === undefined ? undefined : polling[source.kind];
    const arn = source === undefined ? undefined : arnOf(estate, source);
    if (actions === undefined || arn === undefined) continue;
    const polled = source?.kind === 'table' ? spell(estate, mapping.source) : arn;
    needs.push(...need(actions, [polled], mapping.source.origin, 'Lambda polls the source with the role'));
    sendTo(mapping.failureDestination, 'sends failed batches to a destination');
  }
  return needs;
}

const sending: Readonly<Partial<Record<string, string>>> = {
  queue: 'sqs:SendMessage',
  topic: 'sns:Publish',
  function: 'lambda:InvokeFunction',
  'event-bus': 'events:PutEvents',
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
