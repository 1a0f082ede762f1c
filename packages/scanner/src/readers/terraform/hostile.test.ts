import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from './read-configuration.fixture.ts';
import { memoryTree } from '@leastwise/model';
import { readTerraform } from './read-terraform.ts';

const shop = `variable "stages" {
  type    = map(object({ size = optional(number, 1), tags = optional(map(string), {}) }))
  default = { dev = {}, prod = { size = 3 } }
}
locals {
  names = [for key, stage in var.stages : "\${key}-\${stage.size}" if stage.size > 0]
}
data "aws_iam_policy_document" "read" {
  dynamic "statement" {
    for_each = toset(local.names)
    iterator = it
    content {
      actions   = ["s3:GetObject"]
      resources = [format("%s/%s/*", aws_s3_bucket.photos["dev"].arn, it.value)]
      condition {
        test     = "StringEquals"
        variable = "aws:SourceVpc"
        values   = [try(var.vpc, null)]
      }
    }
  }
}
resource "aws_s3_bucket" "photos" {
  for_each = var.stages
  bucket   = "photos-\${lower(each.key)}"
  tags     = merge({ Stage = each.key }, each.value.tags)
  policy   = <<-EOT
    { "Statement": [{ "Resource": "\${each.value.size}", "Action": %{ if true }"*"%{ endif } }] }
  EOT
}
module "thumbs" {
  source = "./thumbs"
  count  = length(local.names) - 1
  bucket = aws_s3_bucket.photos["prod"].id
}
output "arns" { value = values(aws_s3_bucket.photos)[*].arn }
`;
const thumbs = `variable "bucket" {}
resource "aws_sqs_queue" "thumbs" {
  name = replace(var.bucket, "/[^a-z]+/", "-")
}
output "queue" { value = aws_sqs_queue.thumbs.arn }
`;

const marks = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  '${',
  '%{',
  '~}',
  '<<EOT\n',
  '\n',
  '=',
  '...',
  '[*]',
  '.*',
  '?',
  ':',
  'for ',
  ' in ',
  'null',
  '1e999',
  '-',
  '!',
  '/*',
  '#',
  '\\',
  '\u2028',
  '\0',
  '\uE0000\uE001',
  'each.key',
  'count.index',
  'module.thumbs',
  'var.stages',
  'data.',
  'dynamic "x" {',
  'for_each = ',
  'count = 1000000\n',
  '"${',
];

describe('a configuration that nobody would write', () => {
  it('is read without a crash, however a good one is cut and mixed', { timeout: 60_000 }, () => {
    const edit = fc.record({
      at: fc.nat(shop.length),
      cut: fc.nat(40),
      put: fc.array(fc.constantFrom(...marks), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (edits, inner) => {
        let text = inner ? thumbs : shop;
        for (const { at, cut, put } of edits)
          text = text.slice(0, at % (text.length + 1)) + put.join('') + text.slice((at % (text.length + 1)) + cut);
        const files = inner
          ? { 'main.tf': shop, 'thumbs/main.tf': text }
          : { 'main.tf': text, 'thumbs/main.tf': thumbs };
        const reading = readTerraform(memoryTree(files), Object.keys(files), () => ({ parameters: new Map() }));
        for (const application of reading.applications) {
          for (const assignment of application.assignments) expect(application.fragments(assignment)).toBeDefined();
        }
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it('is read without a crash when it is JSON', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 6 }),
        fc.constantFrom('resource', 'data', 'module', 'locals', 'variable', 'output', 'provider', 'terraform'),
        (value, type) => {
          const text = JSON.stringify({ [type]: value, output: { it: { value: '${local.x}' } } });
          expect(readConfiguration({ 'main.tf.json': text }).instances).toBeDefined();
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });

  it.each([
    ['a million instances', 'resource "aws_sqs_queue" "many" { count = 1000000 }'],
    ['instances of instances', 'module "a" {\n source = "./m"\n count = 200\n}'],
  ])('is read up to a cap with %s', (_what, text) => {
    const inner = 'module "b" {\n source = "./n"\n count = 200\n}';
    const leaf = 'resource "aws_sqs_queue" "many" { count = 200 }';
    const reading = readConfiguration({ 'main.tf': text, 'm/main.tf': inner, 'm/n/main.tf': leaf });
    expect(reading.instances.length).toBeLessThanOrEqual(20_000);
    expect(reading.diagnostics.length).toBeGreaterThan(0);
  });

  it('tells of modules that call each other in a circle', () => {
    const files = {
      'main.tf': 'module "a" { source = "./a" }',
      'a/main.tf': 'module "b" { source = "../b" }',
      'b/main.tf': 'module "a" { source = "../a" }',
    };
    expect(readConfiguration(files).diagnostics).toMatchObject([{ code: 'terraform-module-endless' }]);
  });

  it.each([
    'file("/etc/hostname")',
    'file("../../secret")',
    'file("../../../../../../etc/passwd")',
    'templatefile("/etc/hostname", {})',
    'filebase64("..")',
  ])('never reads outside of the root: %s', (call) => {
    const [output] = readConfiguration({ 'main.tf': `output "it" { value = ${call} }` }).outputs;
    expect(output?.value).toMatchObject({ kind: 'unknown', cause: 'missing-file' });
  });
});
