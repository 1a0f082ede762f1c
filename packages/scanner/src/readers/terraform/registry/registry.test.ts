import { asMap, member, type Value } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { plain, readConfiguration } from '../read-configuration.fixture.ts';
import { adaptedModules } from './index.ts';
import { moduleName } from './module-name.ts';

const call = (source: string, body: string): string => `module "m" {\n  source = "${source}"\n${body}\n}\n`;

/** The module, what a call gives it → an instance that it makes, and some of what that says. */
const cases: readonly (readonly [string, string, string, Readonly<Record<string, unknown>>])[] = [
  [
    'terraform-aws-modules/lambda/aws',
    '  function_name = "orders"\n  handler = "app.handler"\n  runtime = "python3.13"\n  environment_variables = { TABLE = "orders" }\n  source_path = "src"',
    'aws_lambda_function.this[0]',
    {
      function_name: 'orders',
      timeout: 3,
      memory_size: 128,
      environment: [{ variables: { TABLE: 'orders' } }],
      role: '<module.m.aws_iam_role.lambda[0].arn>',
    },
  ],
  [
    'terraform-aws-modules/lambda/aws',
    '  function_name = "orders"\n  create_lambda_function_url = true',
    'aws_lambda_function_url.this[0]',
    { authorization_type: 'NONE', function_name: '<module.m.aws_lambda_function.this[0].function_name>' },
  ],
  [
    'terraform-aws-modules/lambda/aws',
    '  function_name = "orders"\n  attach_policy_statements = true\n  policy_statements = { read = { actions = ["s3:Get*"], resources = ["*"] } }',
    'aws_iam_role_policy.additional_inline[0]',
    {
      policy: {
        Version: '2012-10-17',
        Statement: [{ Sid: 'read', Effect: 'Allow', Action: ['s3:Get*'], Resource: ['*'] }],
      },
    },
  ],
  [
    'terraform-aws-modules/lambda/aws//modules/alias',
    '  name = "live"\n  function_name = "orders"',
    'aws_lambda_alias.with_refresh[0]',
    { name: 'live', function_name: 'orders' },
  ],
  [
    'terraform-aws-modules/sqs/aws',
    '  name = "orders"\n  create_dlq = true',
    'aws_sqs_queue_redrive_policy.dlq[0]',
    { redrive_policy: { deadLetterTargetArn: '<module.m.aws_sqs_queue.dlq[0].arn>', maxReceiveCount: 5 } },
  ],
  [
    'terraform-aws-modules/sqs/aws',
    '  name = "orders"\n  fifo_queue = true',
    'aws_sqs_queue.this[0]',
    { name: 'orders.fifo', sqs_managed_sse_enabled: true },
  ],
  [
    'terraform-aws-modules/sns/aws',
    '  name = "orders"\n  subscriptions = { q = { protocol = "sqs", endpoint = "arn:q" } }',
    'aws_sns_topic_subscription.this["q"]',
    { protocol: 'sqs', endpoint: 'arn:q' },
  ],
  [
    'terraform-aws-modules/s3-bucket/aws',
    '  bucket = "photos"\n  block_public_policy = false',
    'aws_s3_bucket_public_access_block.this[0]',
    { block_public_policy: false, block_public_acls: true },
  ],
  [
    'terraform-aws-modules/dynamodb-table/aws',
    '  name = "orders"\n  hash_key = "id"\n  attributes = [{ name = "id", type = "S" }]',
    'aws_dynamodb_table.this[0]',
    { hash_key: 'id', attribute: [{ name: 'id', type: 'S' }], billing_mode: 'PAY_PER_REQUEST' },
  ],
  [
    'terraform-aws-modules/apigateway-v2/aws',
    '  name = "shop"\n  create_domain_name = false\n  routes = { "GET /" = { integration = { uri = "arn:f" } } }',
    'aws_apigatewayv2_route.this["GET /"]',
    { route_key: 'GET /', authorization_type: 'NONE' },
  ],
  [
    'terraform-aws-modules/apigateway-v2/aws',
    '  name = "shop"\n  integrations = { "GET /" = { lambda_arn = "arn:f" } }',
    'aws_apigatewayv2_integration.this["GET /"]',
    { integration_uri: 'arn:f', integration_type: 'AWS_PROXY' },
  ],
  [
    'terraform-aws-modules/eventbridge/aws',
    '  create_bus = false\n  rules = { nightly = { schedule_expression = "rate(1 day)" } }\n  targets = { nightly = [{ name = "f", arn = "arn:f" }] }',
    'aws_cloudwatch_event_target.this["f"]',
    { arn: 'arn:f', rule: '<module.m.aws_cloudwatch_event_rule.this["nightly"].name>' },
  ],
  [
    'terraform-aws-modules/step-functions/aws',
    '  name = "ship"\n  definition = jsonencode({ StartAt = "A" })\n  service_integrations = { lambda = { lambda = ["arn:f"] } }',
    'aws_iam_role_policy.service["lambda"]',
    {
      policy: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: ['arn:f'] }],
      },
    },
  ],
  [
    'terraform-aws-modules/iam/aws//modules/iam-assumable-role',
    '  create_role = true\n  role_name = "ops"\n  trusted_role_arns = ["arn:a"]\n  attach_admin_policy = true',
    'aws_iam_role.this[0]',
    { name: 'ops' },
  ],
  [
    'terraform-aws-modules/iam/aws//modules/iam-policy',
    '  name = "read"\n  policy = "{}"',
    'aws_iam_policy.policy[0]',
    { name: 'read' },
  ],
];

describe('the modules of the registry that are known', () => {
  it.each(cases)('%s makes with %j the %s', (source, body, address, expected) => {
    const reading = readConfiguration({ 'main.tf': call(source, body), 'src/app.py': '' });
    expect(reading.diagnostics).toEqual([]);
    const found = reading.instances.find((instance) => instance.address === `module.m.${address}`);
    expect(found === undefined ? undefined : plain(found.body)).toMatchObject(expected);
  });

  it('are all tried here', () => {
    const tried = new Set(cases.map(([source]) => source));
    // The role has one adapter for two versions of its module.
    expect(adaptedModules.filter((name) => !tried.has(name))).toEqual([
      'terraform-aws-modules/iam/aws//modules/iam-role',
    ]);
  });

  it('put every value where the user wrote it, and what nobody wrote at the call', () => {
    const text = call('terraform-aws-modules/lambda/aws', '  function_name = "orders"\n  timeout = 7');
    const reading = readConfiguration(text);
    const instance = reading.instances.find(({ type }) => type === 'aws_lambda_function');
    const at = (value: Value | undefined): string => text.slice(value?.origin.start, value?.origin.end);
    expect(at(member(instance?.body as Value, 'timeout'))).toBe('7');
    expect(at(member(instance?.body as Value, 'memory_size'))).toBe(text.trimEnd());
    expect(instance).toMatchObject({ generatedBy: 'terraform-aws-modules/lambda/aws', file: 'main.tf' });
    const files = new Set<string>();
    const walk = (value: Value): void => {
      for (const place of [value.origin, ...(value.via ?? [])]) files.add(place.file);
      for (const inner of asMap(value)?.values() ?? []) walk(inner);
    };
    for (const each of reading.instances) walk(each.body);
    expect([...files]).toEqual(['main.tf']);
  });

  it('give their outputs to others', () => {
    const text = `${call('terraform-aws-modules/sqs/aws', '  name = "orders"')}output "arn" { value = module.m.queue_arn }\noutput "what" { value = module.m.not_documented }\n`;
    expect(readConfiguration(text).outputs.map(({ value }) => plain(value))).toEqual([
      '<module.m.aws_sqs_queue.this[0].arn>',
      '?module.m.not_documented',
    ]);
  });

  it('lead to the code of a function', () => {
    const text = call(
      'terraform-aws-modules/lambda/aws',
      '  function_name = "orders"\n  source_path = [{ path = "${path.module}/src", patterns = ["!x"] }]',
    );
    const reading = readConfiguration({ 'infra/main.tf': text, 'infra/src/app.py': '' }, {}, 'infra');
    const instance = reading.instances.find(({ type }) => type === 'aws_lambda_function');
    expect(reading.archiveOf(member(instance?.body as Value, 'filename'))).toMatchObject({
      kind: 'folder',
      path: 'infra/src',
    });
  });
});

describe('moduleName', () => {
  it.each([
    ['terraform-aws-modules/sqs/aws', 'terraform-aws-modules/sqs/aws'],
    [
      'registry.terraform.io/terraform-aws-modules/iam/aws//modules/iam-role',
      'terraform-aws-modules/iam/aws//modules/iam-role',
    ],
    [
      'git::https://github.com/terraform-aws-modules/terraform-aws-lambda.git?ref=v4.0.1',
      'terraform-aws-modules/lambda/aws',
    ],
    ['github.com/terraform-aws-modules/terraform-aws-s3-bucket?ref=9acd', 'terraform-aws-modules/s3-bucket/aws'],
    [
      'git@github.com:terraform-aws-modules/terraform-aws-iam.git//modules/iam-policy',
      'terraform-aws-modules/iam/aws//modules/iam-policy',
    ],
    ['s3::https://s3.amazonaws.com/modules/x.zip', undefined],
    ['./queue', undefined],
  ])('%s', (source, name) => {
    expect(moduleName(source)).toBe(name);
  });
});
