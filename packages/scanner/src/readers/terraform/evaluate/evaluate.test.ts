import { describe, expect, it } from 'vitest';
import { evaluated, readConfiguration } from '../read-configuration.fixture.ts';

const shop = `
variable "stage" {}
variable "size" { default = 2 }
locals {
  team = { name = "shop", on = true }
  queues = ["orders", "dead"]
}
resource "aws_sqs_queue" "orders" { name = "orders" }
resource "aws_sqs_queue" "many" {
  count = 2
  name  = "many-\${count.index}"
}
resource "aws_sns_topic" "each" {
  for_each     = { eu = "Europe", us = "America" }
  name         = each.key
  display_name = each.value
}
data "aws_region" "here" {}
data "aws_caller_identity" "me" {}
`;

const unknown = { 'var.stage': 'a', 'not var.stage': 'b' };

/** Expression → what it comes to. */
const cases: readonly (readonly [string, unknown])[] = [
  ['1 + 2 * 3 - 10 / 4', 4.5],
  ['"${local.team.name}-${var.size}"', 'shop-2'],
  ['"${var.size}"', 2],
  ['"x-${var.stage}"', 'x-?var.stage'],
  ['var.stage ? "a" : "b"', unknown],
  ['upper(var.stage ? "a" : "b")', { 'var.stage': 'A', 'not var.stage': 'B' }],
  ['var.stage ? "a" : "a"', 'a'],
  ['false && var.stage', false],
  ['true || var.stage', true],
  ['!(var.size > 1)', false],
  ['local.queues[1]', 'dead'],
  ['local.queues[*]', ['orders', 'dead']],
  ['[for i, q in local.queues : "${i}:${q}"]', ['0:orders', '1:dead']],
  ['{ for q in local.queues : q => length(q) if q != "dead" }', { orders: 6 }],
  ['{ for w in ["ab", "ac", "b"] : substr(w, 0, 1) => w... }', { a: ['ab', 'ac'], b: ['b'] }],
  ['aws_sqs_queue.orders.arn', '<aws_sqs_queue.orders.arn>'],
  ['"${aws_sqs_queue.orders.arn}/*"', '<aws_sqs_queue.orders.arn>/*'],
  ['aws_sqs_queue.orders.name == "orders"', true],
  ['upper(aws_sqs_queue.orders.name)', 'ORDERS'],
  ['aws_sqs_queue.many[*].arn', ['<aws_sqs_queue.many[0].arn>', '<aws_sqs_queue.many[1].arn>']],
  ['aws_sqs_queue.many.*.id[1]', '<aws_sqs_queue.many[1].id>'],
  ['aws_sns_topic.each["eu"].display_name', 'Europe'],
  ['values(aws_sns_topic.each)[*].arn', ['<aws_sns_topic.each["eu"].arn>', '<aws_sns_topic.each["us"].arn>']],
  ['{ for k, t in aws_sns_topic.each : k => t.arn }["us"]', '<aws_sns_topic.each["us"].arn>'],
  ['try(aws_sqs_queue.many[7].arn, "none")', 'none'],
  ['can(local.team.missing)', false],
  ['data.aws_region.here.name', '?AWS::Region'],
  [
    '"arn:aws:sqs:${data.aws_region.here.name}:${data.aws_caller_identity.me.account_id}:x"',
    'arn:aws:sqs:?AWS::Region:?AWS::AccountId:x',
  ],
  ['var.missing', '?invalid'],
  ['aws_sqs_queue.missing.arn', '?invalid'],
  ['nosuch(1)', '?invalid'],
  ['1 / 0', '?invalid'],
  ['terraform.workspace', 'default'],
  ['"${path.module}/src"', './src'],
  ['jsonencode({ b = 1, a = aws_sqs_queue.orders.arn })', { a: '<aws_sqs_queue.orders.arn>', b: 1 }],
  ['"x${jsonencode({ b = 1, a = true })}"', 'x{"a":true,"b":1}'],
  ['jsondecode(jsonencode({ a = [1] })).a[0]', 1],
  ['base64decode(base64encode(jsonencode([1])))', '[1]'],
  [
    '<<-EOT\n    %{ for q in local.queues ~}\n    - ${q}\n    %{ endfor ~}\n    end\n  EOT\n',
    '- orders\n- dead\nend\n',
  ],
  ['"%{ if local.team.on }yes%{ else }no%{ endif }"', 'yes'],
  [
    '<<EOT\n{ "Resource": "${aws_sqs_queue.orders.arn}", "Size": ${var.size} }\nEOT\n',
    { Resource: '<aws_sqs_queue.orders.arn>', Size: 2 },
  ],
];

describe('evaluate', () => {
  it.each(cases)('%s', (expression, value) => {
    expect(evaluated(expression, shop)).toEqual(value);
  });

  it('keeps the place of a value, and through what it came', () => {
    const text =
      'variable "name" {\n  default = "orders"\n}\nlocals { full = var.name }\noutput "it" { value = local.full }\n';
    const [output] = readConfiguration(text).outputs;
    const places = [output?.value.origin, ...(output?.value.via ?? [])].map((place) =>
      text.slice(place?.start, place?.end),
    );
    expect(places).toEqual(['local.full', 'var.name', '"orders"']);
    expect(output?.value).toMatchObject({ assumed: 'name' });
  });

  it('keeps the place of each member of JSON in a heredoc', () => {
    const text = 'output "it" {\n  value = <<EOT\n{ "Statement": [{ "Action": "s3:*" }] }\nEOT\n}\n';
    const [output] = readConfiguration(text).outputs;
    const places: string[] = [];
    const walk = (value: typeof output extends undefined ? never : NonNullable<typeof output>['value']): void => {
      if (value.kind !== 'known') return;
      if (value.value instanceof Map) for (const inner of value.value.values()) walk(inner);
      else if (Array.isArray(value.value)) for (const inner of value.value) walk(inner);
      else places.push(text.slice(value.origin.start, value.origin.end));
    };
    if (output !== undefined) walk(output.value);
    expect(places).toEqual(['"s3:*"']);
  });

  it.each([
    ['a local value that is itself', 'locals { a = local.b\n b = local.a }\noutput "it" { value = local.a }'],
    ['a resource that is itself', 'resource "a_b" "c" { x = a_b.c.x }\noutput "it" { value = a_b.c.x }'],
    ['a count that is itself', 'resource "a_b" "c" { count = length(a_b.c) }\noutput "it" { value = a_b.c }'],
    [
      'a variable that grows',
      `locals {\n${Array.from({ length: 60 }, (_item, at) => `a${at} = "\${local.a${at + 1}}\${local.a${at + 1}}"`).join('\n')}\na60 = "x"\n}\noutput "it" { value = local.a0 }`,
    ],
    [
      'a list that grows',
      `locals {\n${Array.from({ length: 60 }, (_item, at) => `a${at} = concat(local.a${at + 1}, local.a${at + 1})`).join('\n')}\na60 = ["x"]\n}\noutput "it" { value = local.a0 }`,
    ],
    [
      'a long chain',
      `locals {\n${Array.from({ length: 5000 }, (_item, at) => `a${at} = local.a${at + 1}`).join('\n')}\na5000 = 1\n}\noutput "it" { value = local.a0 }`,
    ],
    ['a huge range', 'output "it" { value = range(1, 1000000000) }'],
    ['a huge product', 'output "it" { value = setproduct(range(1000), range(1000), range(1000)) }'],
    ['a hostile pattern', `output "it" { value = regex("^(${'(a*)*'.repeat(3)})+$", "${'a'.repeat(5000)}b") }`],
    ['a hostile glob', `output "it" { value = fileset(".", "${'**/'.repeat(40)}x") }`],
  ])('comes to an end with %s', (_what, text) => {
    const { outputs } = readConfiguration(text);
    expect(outputs).toHaveLength(1);
  });
});
