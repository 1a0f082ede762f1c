import { asText, type Value } from '@leastwise/model';
import { flagOf, get } from '../../../cloudformation/sam/read-value.ts';
import type { Maker, Material } from '../../../cloudformation/sam/made.ts';
import type { Bench, Cause } from '../../bench.ts';
import { entriesOfSection } from '../../service.ts';
import { constructId } from './construct-variables.ts';
import { webhook } from './webhook.ts';

/** One entry of `constructs`. */
export interface Construct {
  readonly key: string;
  readonly value: Value;
  readonly cause: Cause;
  readonly make: Maker;
  id(resource: string): string;
}

const compile: Readonly<Record<string, (construct: Construct, bench: Bench) => void>> = {
  queue,
  storage,
  webhook,
  'database/dynamodb-single-table': table,
};

/** serverless-lift: https://github.com/getlift/lift */
export function liftConstructs(bench: Bench): void {
  const { service, stack } = bench;
  for (const entry of entriesOfSection(service.section('constructs'))) {
    const keyRange = service.rangeOf({ start: entry.keyStart, end: entry.keyEnd, file: entry.file });
    const value = stack.evaluate(entry.value, stack.scope);
    const type = asText(get(value, 'type') ?? value) ?? '';
    const apply = Object.hasOwn(compile, type) ? compile[type] : undefined;
    if (apply === undefined) {
      const reason = `What the construct ${type} of serverless-lift makes is not read.`;
      bench.unknowns.push({ kind: 'unknown', cause: 'macro', reason, origin: keyRange, name: entry.key });
      bench.note('serverless-construct-not-read', keyRange, reason, 'Scan the packaged template as well.');
      continue;
    }
    const end = value.origin.file === keyRange.file ? Math.max(keyRange.end, value.origin.end) : keyRange.end;
    const cause = { at: { ...keyRange, end }, keyRange, by: `construct ${type}` };
    apply(
      { key: entry.key, value, cause, make: bench.makeAt(cause.at), id: (name) => constructId(entry.key, name) },
      bench,
    );
  }
}

/** The plugin gives every function of the service the use of a construct. */
function allowAll(construct: Construct, actions: readonly string[], resource: Material, bench: Bench): void {
  if (flagOf(bench.top('lift', 'automaticPermissions')) === false) return;
  for (const owner of bench.functions) {
    bench.allow(owner, construct.make.of({ Effect: 'Allow', Action: actions, Resource: resource }));
  }
}

/** A queue with its dead-letter queue, and the worker that polls it. */
function queue(construct: Construct, bench: Bench): void {
  const { key, value, make, cause, id } = construct;
  const isFifo = flagOf(get(value, 'fifo')) === true;
  const timeout = get(value, 'worker', 'timeout') ?? bench.provider('timeout');
  const seconds = timeout === undefined ? 6 : Number(asText(timeout));
  const encryption = asText(get(value, 'encryption') ?? make.of(''));
  const customKey = encryption === 'kms' ? get(value, 'encryptionKey') : undefined;
  const encrypted: Readonly<Record<string, Material>> =
    encryption === 'kmsManaged' ? { KmsMasterKeyId: 'alias/aws/sqs' } : { KmsMasterKeyId: customKey };
  bench.add(
    id('Dlq'),
    'AWS::SQS::Queue',
    { MessageRetentionPeriod: 1_209_600, FifoQueue: isFifo ? true : undefined, ...encrypted },
    { ...cause, from: bench.stack.idOf(id('Queue')) },
  );
  bench.add(
    id('Queue'),
    'AWS::SQS::Queue',
    {
      VisibilityTimeout: Number.isFinite(seconds) ? seconds * 6 : undefined,
      FifoQueue: isFifo ? true : undefined,
      RedrivePolicy: {
        deadLetterTargetArn: make.ref(id('Dlq'), 'Arn'),
        maxReceiveCount: get(value, 'maxRetries') ?? 3,
      },
      ...encrypted,
    },
    cause,
  );
  const worker = bench.functions.find((owner) => owner.key === workerOf(key));
  const arn = make.ref(id('Queue'), 'Arn');
  allowAll(construct, ['sqs:SendMessage'], [arn], bench);
  if (worker === undefined) return;
  bench.add(
    id('WorkerEventSourceMapping'),
    'AWS::Lambda::EventSourceMapping',
    {
      EventSourceArn: arn,
      FunctionName: worker.arn(cause.at),
      BatchSize: get(value, 'batchSize') ?? 1,
      MaximumBatchingWindowInSeconds: get(value, 'maxBatchingWindow'),
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
    { ...cause, from: worker.id },
  );
  const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
  bench.allow(worker, make.of({ Effect: 'Allow', Action: actions, Resource: [arn] }));
}

/** The function that the plugin makes of `worker`. */
const workerOf = (construct: string): string => `${construct}Worker`;

/** A private bucket: encrypted, versioned, over TLS only. */
function storage(construct: Construct, bench: Bench): void {
  const { value, make, cause, id } = construct;
  const kms = asText(get(value, 'encryption') ?? make.of('s3')) === 'kms';
  bench.add(
    id('Bucket'),
    'AWS::S3::Bucket',
    {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: kms ? 'aws:kms' : 'AES256' } },
        ],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: {
        Rules: [{ Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 30 } }],
      },
    },
    cause,
  );
  const arn = make.ref(id('Bucket'), 'Arn');
  const objects = make.sub('${bucket}/*', { bucket: arn });
  bench.add(
    id('BucketPolicy'),
    'AWS::S3::BucketPolicy',
    {
      Bucket: make.ref(id('Bucket')),
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: 's3:*',
            Resource: [arn, objects],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    },
    { ...cause, from: bench.stack.idOf(id('Bucket')) },
  );
  allowAll(construct, ['s3:PutObject', 's3:GetObject', 's3:DeleteObject', 's3:ListBucket'], [arn, objects], bench);
}

function table(construct: Construct, bench: Bench): void {
  const { make, cause, id } = construct;
  bench.add(
    id('Table'),
    'AWS::DynamoDB::Table',
    {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'PK', AttributeType: 'S' },
        { AttributeName: 'SK', AttributeType: 'S' },
      ],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'TimeToLive', Enabled: true },
    },
    cause,
  );
  const arn = make.ref(id('Table'), 'Arn');
  const actions = [
    'GetItem',
    'BatchGetItem',
    'ConditionCheckItem',
    'Query',
    'Scan',
    'BatchWriteItem',
    'DeleteItem',
    'PutItem',
    'UpdateItem',
  ];
  const indexes = make.sub('${table}/index/*', { table: arn });
  allowAll(
    construct,
    actions.map((action) => `dynamodb:${action}`),
    [arn, indexes],
    bench,
  );
}
