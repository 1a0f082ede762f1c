import { describe, expect, it } from 'vitest';
import { memoryTree, type Value } from '@leastwise/model';
import { findRoots } from '../find-roots.ts';
import type { TerraformInputs } from '../inputs.ts';
import { plain, readConfiguration } from '../read-configuration.fixture.ts';
import { moduleStore } from './module-source.ts';

type Files = Readonly<Record<string, string>>;

const bodies = (files: Files, inputs: Partial<TerraformInputs> = {}): Readonly<Record<string, unknown>> =>
  Object.fromEntries(readConfiguration(files, inputs).instances.map(({ address, body }) => [address, plain(body)]));

const queue = `variable "name" {}
variable "delay" {
  type    = number
  default = 5
}
resource "aws_sqs_queue" "this" {
  name          = var.name
  delay_seconds = var.delay
}
output "arn" { value = aws_sqs_queue.this.arn }
`;

/** What it shows, the files, what is given → the bodies by address. */
const cases: readonly (readonly [string, Files, Partial<TerraformInputs>, Readonly<Record<string, unknown>>])[] = [
  [
    'inputs and outputs of local modules, with for_each',
    {
      'main.tf':
        'module "queues" {\n  source = "./queue"\n  for_each = toset(["a", "b/c"])\n  name = each.key\n  delay = "7"\n}\nresource "aws_sns_topic_subscription" "s" {\n  for_each = module.queues\n  endpoint = each.value.arn\n}\n',
      'queue/main.tf': queue,
    },
    {},
    {
      'module.queues["a"].aws_sqs_queue.this': { name: 'a', delay_seconds: 7 },
      'module.queues["b/c"].aws_sqs_queue.this': { name: 'b/c', delay_seconds: 7 },
      'aws_sns_topic_subscription.s["a"]': { endpoint: '<module.queues["a"].aws_sqs_queue.this.arn>' },
      'aws_sns_topic_subscription.s["b/c"]': { endpoint: '<module.queues["b%2Fc"].aws_sqs_queue.this.arn>' },
    },
  ],
  [
    'modules that terraform init fetched',
    {
      'main.tf': 'module "q" {\n  source = "example/queue/aws"\n  name = "x"\n}\n',
      '.terraform/modules/modules.json':
        '{"Modules":[{"Key":"","Dir":"."},{"Key":"q","Source":"registry.terraform.io/example/queue/aws","Dir":".terraform/modules/q"}]}',
      '.terraform/modules/q/main.tf': queue,
    },
    {},
    { 'module.q.aws_sqs_queue.this': { name: 'x', delay_seconds: 5 } },
  ],
  [
    'values of variables: defaults, files, the file of a stage, and what is given',
    {
      'main.tf':
        'variable "a" { default = "default" }\nvariable "b" { default = "default" }\nvariable "c" { default = "default" }\nvariable "d" { type = list(number) }\nresource "x_y" "z" {\n a = var.a\n b = var.b\n c = var.c\n d = var.d\n w = terraform.workspace\n}\n',
      'terraform.tfvars': 'a = "tfvars"\nb = "tfvars"\nc = "tfvars"\n',
      'more.auto.tfvars.json': '{"b": "auto", "c": "auto"}',
      'env/prod.tfvars': 'c = "prod"',
      'env/dev.tfvars': 'c = "dev"',
    },
    { stage: 'prod', parameters: new Map([['d', '["1", 2]']]) },
    { 'x_y.z': { a: 'tfvars', b: 'auto', c: 'prod', d: [1, 2], w: 'prod' } },
  ],
  [
    'count 0 makes nothing, and null leaves an argument out',
    { 'main.tf': 'resource "x_y" "none" { count = 0 }\nresource "x_y" "z" {\n a = null\n b = 1\n}\n' },
    {},
    { 'x_y.z': { b: 1 } },
  ],
  [
    'dynamic blocks, nested and with an iterator',
    {
      'main.tf':
        'resource "x_y" "z" {\n  rule { id = 0 }\n  dynamic "rule" {\n    for_each = { a = [1, 2] }\n    iterator = r\n    content {\n      id = r.key\n      dynamic "inner" {\n        for_each = r.value\n        content { n = "${r.key}${inner.value}" }\n      }\n    }\n  }\n  dynamic "off" {\n    for_each = []\n    content {}\n  }\n}\n',
    },
    {},
    { 'x_y.z': { rule: [{ id: 0 }, { id: 'a', inner: [{ n: 'a1' }, { n: 'a2' }] }] } },
  ],
  [
    'override files and OpenTofu files',
    {
      'main.tf': 'resource "x_y" "z" {\n  a = 1\n  b = 1\n  inner { c = 1 }\n}\n',
      'x_override.tf': 'resource "x_y" "z" {\n  b = 2\n  inner { c = 2 }\n}\n',
      'other.tf': 'resource "x_y" "other" { a = "tf" }',
      'other.tofu': 'resource "x_y" "other" { a = "tofu" }',
    },
    {},
    { 'x_y.z': { a: 1, b: 2, inner: [{ c: 2 }] }, 'x_y.other': { a: 'tofu' } },
  ],
  [
    'JSON syntax',
    {
      'main.tf.json':
        '{"locals": {"name": "x"}, "resource": {"aws_sqs_queue": {"q": {"name": "${local.name}-${upper(\\"y\\")}", "tags": {"a": true}}}}}',
    },
    {},
    { 'aws_sqs_queue.q': { name: 'x-Y', tags: { a: true } } },
  ],
  [
    'optional members of an object',
    {
      'main.tf':
        'variable "q" {\n  type = object({ name = string, delay = optional(number, 3), kms = optional(string) })\n  default = { name = "x", more = 1 }\n}\nresource "x_y" "z" { q = var.q }\n',
    },
    {},
    { 'x_y.z': { q: { name: 'x', delay: 3, kms: null } } },
  ],
];

describe('the modules of a configuration', () => {
  it.each(cases)('%s', (_what, files, inputs, expected) => {
    expect(bodies(files, inputs)).toEqual(expected);
  });

  it('keeps one instance, and says so, when a count is not known', () => {
    const reading = readConfiguration(
      'variable "on" {}\nresource "aws_sqs_queue" "q" {\n  count = var.on ? 1 : 0\n  name = "x"\n}\noutput "arn" { value = one(aws_sqs_queue.q[*].arn) }\n',
    );
    expect(reading.instances).toMatchObject([{ address: 'aws_sqs_queue.q', uncertain: { kind: 'unknown' } }]);
    expect(reading.unknowns).toHaveLength(1);
    expect(reading.outputs.map(({ value }) => plain(value))).toEqual(['<aws_sqs_queue.q.arn>']);
  });

  it('knows the provider of an instance: region, alias, tags, and what a call hands in', () => {
    const reading = readConfiguration({
      'main.tf':
        'provider "aws" {\n  region = "eu-west-1"\n  default_tags {\n    tags = { Team = "shop" }\n  }\n}\nprovider "aws" {\n  alias = "us"\n  region = "us-east-1"\n}\nresource "aws_sqs_queue" "here" {}\nresource "aws_sqs_queue" "there" { provider = aws.us }\nmodule "m" {\n  source = "./m"\n  providers = { aws = aws.us }\n}\ndata "aws_region" "r" {}\noutput "r" { value = data.aws_region.r.name }\ndata "aws_partition" "p" {}\noutput "p" { value = data.aws_partition.p.partition == "aws" }\n',
      'm/main.tf': 'resource "aws_sqs_queue" "q" {}',
    });
    const regionOf = (value: Value | undefined): unknown => (value === undefined ? undefined : plain(value));
    expect(
      Object.fromEntries(
        reading.instances.map(({ address, provider }) => [
          address,
          [provider.name, provider.alias, regionOf(provider.region), regionOf(provider.defaultTags)],
        ]),
      ),
    ).toEqual({
      'aws_sqs_queue.here': ['aws', undefined, 'eu-west-1', { Team: 'shop' }],
      'aws_sqs_queue.there': ['aws', 'us', 'us-east-1', undefined],
      'module.m.aws_sqs_queue.q': ['aws', 'us', 'us-east-1', undefined],
      'data.aws_region.r': ['aws', undefined, 'eu-west-1', { Team: 'shop' }],
      'data.aws_partition.p': ['aws', undefined, 'eu-west-1', { Team: 'shop' }],
    });
    expect(reading.outputs.map(({ value }) => plain(value))).toEqual(['eu-west-1', true]);
  });

  it.each([
    ['data.archive_file.z.output_path', { kind: 'folder', path: 'infra/src' }],
    ['"${path.module}/build/z.zip"', { kind: 'folder', path: 'infra/src' }],
    ['aws_s3_object.code.key', { kind: 'folder', path: 'infra/src' }],
    ['"../old.zip"', { kind: 'archive', path: 'old.zip' }],
    ['"missing.zip"', undefined],
  ])('finds the code behind %s', (written, expected) => {
    const main = `data "archive_file" "z" {\n  type = "zip"\n  source_dir = "\${path.module}/src"\n  output_path = "build/z.zip"\n}\nresource "aws_s3_object" "code" {\n  key = "code/z.zip"\n  source = data.archive_file.z.output_path\n}\nresource "aws_lambda_function" "f" { filename = ${written} }\n`;
    const reading = readConfiguration({ 'infra/main.tf': main, 'infra/src/app.py': '', 'old.zip': '' }, {}, 'infra');
    const body = reading.instances.find(({ type }) => type === 'aws_lambda_function')?.body;
    const value =
      body?.kind === 'known' && body.value instanceof Map
        ? (body.value.get('filename') as Value | undefined)
        : undefined;
    const found = value === undefined ? undefined : reading.archiveOf(value);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  it('says which module is not in the tree, without calling the reading incomplete', () => {
    const reading = readConfiguration(
      'module "net" { source = "example/net/aws" }\noutput "id" { value = module.net.id }\n',
    );
    expect(reading.diagnostics).toMatchObject([{ code: 'terraform-module-not-read', effect: 'note' }]);
    expect(reading.outputs.map(({ value }) => plain(value))).toEqual(['?module.net.id']);
  });
});

describe('the policy document of a data source', () => {
  const document = (text: string): unknown => {
    const [output] = readConfiguration(
      `${text}\noutput "it" { value = data.aws_iam_policy_document.it.json }\n`,
    ).outputs;
    return output === undefined ? undefined : plain(output.value);
  };

  it('has the statements, principals and conditions of its blocks', () => {
    expect(
      document(`resource "aws_sqs_queue" "q" {}
data "aws_iam_policy_document" "it" {
  statement {
    sid     = "Send"
    actions = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.q.arn]
    principals {
      type        = "AWS"
      identifiers = ["111122223333"]
    }
    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }
    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = ["arn:aws:sns:*:*:orders"]
    }
  }
  statement {
    effect      = "Deny"
    not_actions = ["sqs:*"]
    resources   = ["*"]
    not_principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}`),
    ).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Send',
          Effect: 'Allow',
          Action: ['sqs:SendMessage'],
          Resource: ['<aws_sqs_queue.q.arn>'],
          Principal: { AWS: ['111122223333'], Service: ['sns.amazonaws.com'] },
          Condition: { ArnEquals: { 'aws:SourceArn': ['arn:aws:sns:*:*:orders'] } },
        },
        { Effect: 'Deny', NotAction: ['sqs:*'], Resource: ['*'], NotPrincipal: '*' },
      ],
    });
  });

  it('takes statements over from sources, and replaces by sid', () => {
    expect(
      document(`data "aws_iam_policy_document" "base" {
  statement {
    sid       = "A"
    actions   = ["s3:Get*"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "it" {
  source_policy_documents   = [data.aws_iam_policy_document.base.json, jsonencode({ Statement = { Sid = "B", Effect = "Allow", Action = "s3:List*", Resource = "*" } })]
  override_policy_documents = ["{\\"Statement\\": [{\\"Sid\\": \\"B\\", \\"Effect\\": \\"Deny\\", \\"Action\\": \\"s3:*\\", \\"Resource\\": \\"*\\"}]}"]
  statement {
    sid       = "A"
    actions   = ["s3:Put*"]
    resources = ["*"]
  }
}`),
    ).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Sid: 'A', Effect: 'Allow', Action: ['s3:Put*'], Resource: ['*'] },
        { Sid: 'B', Effect: 'Deny', Action: 's3:*', Resource: '*' },
      ],
    });
  });
});

describe('findRoots', () => {
  it('finds what is deployed itself: what nobody calls, and what keeps state', () => {
    const files: Files = {
      'modules/queue/main.tf': queue,
      'envs/dev/main.tf': 'module "q" { source = "../../modules/queue" }',
      'envs/prod/main.tf': 'module "q" { source = "../../modules/queue" }',
      'core/main.tf': 'terraform {\n  backend "s3" {}\n}\nresource "a_b" "c" {}\n',
      'all/main.tf': 'module "core" { source = "../core" }',
      'notes/versions.tf': 'terraform {}',
    };
    expect(findRoots(moduleStore(memoryTree(files)), Object.keys(files))).toEqual([
      'envs/dev',
      'envs/prod',
      'core',
      'all',
    ]);
  });
});
