/** A role of an order service as one meets it: five identity policies, a boundary, SCPs on three levels; 23 statements. */
const account = '111122223333';
const region = 'eu-west-1';

function named(name: string, ...Statement: readonly object[]): { name: string; document: object } {
  return { name, document: { Version: '2012-10-17', Statement } };
}

function allow(Action: string | readonly string[], Resource: string | readonly string[], Condition?: object): object {
  return { Effect: 'Allow', Action, Resource, ...(Condition === undefined ? {} : { Condition }) };
}

const fullAccess = named('FullAWSAccess', allow('*', '*'));

export const orderService = {
  identity: [
    named(
      'logs',
      allow('logs:CreateLogGroup', `arn:aws:logs:${region}:${account}:*`),
      allow(
        ['logs:CreateLogStream', 'logs:PutLogEvents'],
        `arn:aws:logs:${region}:${account}:log-group:/aws/lambda/orders-*:*`,
      ),
      allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*'),
    ),
    named(
      'data',
      allow(
        ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query', 'dynamodb:BatchGet*'],
        [
          `arn:aws:dynamodb:${region}:${account}:table/orders-*`,
          `arn:aws:dynamodb:${region}:${account}:table/orders-*/index/*`,
        ],
      ),
      allow('s3:GetObject', 'arn:aws:s3:::orders-*/*'),
      allow(
        ['s3:PutObject', 's3:AbortMultipartUpload'],
        "arn:aws:s3:::orders-export/${aws:PrincipalTag/team, 'none'}/*",
      ),
      allow('s3:List*', 'arn:aws:s3:::orders-*', { StringLike: { 's3:prefix': ['2026/*', 'public/*'] } }),
      { Sid: 'NoSecrets', Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::orders-*/secret/*' },
    ),
    named(
      'messages',
      allow(['sqs:SendMessage', 'sqs:GetQueueAttributes'], `arn:aws:sqs:${region}:${account}:orders-*`),
      allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage'], `arn:aws:sqs:${region}:${account}:orders-in`),
      allow('sns:Publish', `arn:aws:sns:${region}:${account}:order-*`),
      allow('events:PutEvents', `arn:aws:events:${region}:${account}:event-bus/orders`),
      allow('lambda:InvokeFunction', `arn:aws:lambda:${region}:${account}:function:orders-*`),
    ),
    named(
      'secrets',
      allow('secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${region}:${account}:secret:orders/*`),
      allow(['ssm:GetParameter', 'ssm:GetParameters'], `arn:aws:ssm:${region}:${account}:parameter/orders/*`),
      allow('kms:Decrypt', '*', { StringLike: { 'kms:ViaService': 'secretsmanager.*.amazonaws.com' } }),
    ),
    named('guard', {
      Effect: 'Deny',
      NotAction: ['iam:*', 'sts:*', 's3:*'],
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  ],
  boundary: [
    named(
      'boundary',
      allow(
        ['logs:*', 'xray:*', 'dynamodb:*', 's3:*', 'sqs:*', 'sns:*', 'events:*', 'lambda:Invoke*', 'kms:*', 'ssm:Get*'],
        '*',
      ),
      { Effect: 'Deny', Action: ['s3:DeleteBucket', 's3:PutBucketPolicy'], Resource: '*' },
    ),
  ],
  serviceControl: [
    { name: 'root', policies: [fullAccess] },
    {
      name: 'workloads',
      policies: [
        fullAccess,
        named('regions', {
          Effect: 'Deny',
          NotAction: ['iam:*', 'sts:*', 'route53:*'],
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': [region, 'eu-central-1'] } },
        }),
      ],
    },
    { name: 'account', policies: [fullAccess] },
  ],
};

const targets: readonly (readonly [action: string, resource: (n: number) => string])[] = [
  ['dynamodb:GetItem', (n) => `arn:aws:dynamodb:${region}:${account}:table/orders-${n}`],
  ['dynamodb:DeleteItem', (n) => `arn:aws:dynamodb:${region}:${account}:table/orders-${n}`],
  ['dynamodb:Query', (n) => `arn:aws:dynamodb:${region}:${account}:table/orders-${n}/index/by-date`],
  ['s3:GetObject', (n) => `arn:aws:s3:::orders-export/2026/${n}.json`],
  ['s3:GetObject', (n) => `arn:aws:s3:::orders-export/secret/${n}.json`],
  ['s3:PutObject', (n) => `arn:aws:s3:::orders-export/orders/${n}.json`],
  ['s3:ListBucket', (n) => `arn:aws:s3:::orders-${n}`],
  ['sqs:SendMessage', (n) => `arn:aws:sqs:${region}:${account}:orders-${n}`],
  ['sns:Publish', (n) => `arn:aws:sns:${region}:${account}:order-${n}`],
  ['secretsmanager:GetSecretValue', (n) => `arn:aws:secretsmanager:${region}:${account}:secret:orders/${n}`],
  ['kms:Decrypt', (n) => `arn:aws:kms:${region}:${account}:alias/${n}`],
  ['ssm:GetParameter', (n) => `arn:aws:ssm:${region}:${account}:parameter/orders/${n}`],
  ['logs:PutLogEvents', (n) => `arn:aws:logs:${region}:${account}:log-group:/aws/lambda/orders-${n}:log-stream:a`],
  ['iam:PassRole', (n) => `arn:aws:iam::${account}:role/orders-${n}`],
];

export interface BenchRequest {
  readonly principal: string;
  readonly action: string;
  readonly resource: { readonly arn: string; readonly account: string };
  readonly context: Readonly<Record<string, string>>;
}

/** All different: no two have the same action and resource. */
export function distinctRequests(count: number): readonly BenchRequest[] {
  return Array.from({ length: count }, (_, n) => {
    const [action, resource] = targets[n % targets.length] ?? ['s3:GetObject', () => 'arn:aws:s3:::none'];
    const context = {
      'aws:RequestedRegion': n % 17 === 0 ? 'us-east-1' : region,
      'aws:SecureTransport': n % 23 === 0 ? 'false' : 'true',
      'aws:PrincipalTag/team': n % 3 === 0 ? 'orders' : 'photos',
      's3:prefix': n % 2 === 0 ? '2026/' : 'private/',
    };
    const principal = `arn:aws:sts::${account}:assumed-role/orders/run-${n % 50}`;
    return { principal, action, resource: { arn: resource(n), account }, context };
  });
}
