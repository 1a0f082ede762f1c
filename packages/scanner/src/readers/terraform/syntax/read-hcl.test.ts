import { describe, expect, it } from 'vitest';
import type { Expression } from './hcl.ts';
import { readHcl, readHclExpression } from './read-hcl.ts';

const shop = `# the order service
resource "aws_sqs_queue" "orders" {
  name = "orders" // as it is called
  tags = { Team = "shop", "Cost Center" = 12 }
  /* how long
     a message is hidden */
  visibility_timeout_seconds = 6 * var.timeout
  redrive_policy { target = aws_sqs_queue.dead.arn }
}
`;

describe('readHcl', () => {
  it('keeps the place of blocks, labels, names and values', () => {
    const { body, diagnostics } = readHcl(shop, 'main.tf');
    expect(diagnostics).toEqual([]);
    const [block] = body.blocks;
    expect(block).toMatchObject({ type: 'resource', labels: [{ text: 'aws_sqs_queue' }, { text: 'orders' }] });
    expect(shop.slice(block?.start, block?.end)).toBe(shop.slice(shop.indexOf('resource'), -1));
    const places = block?.body.attributes.map(({ name, value }) => [name, shop.slice(value.start, value.end)]);
    expect(places).toEqual([
      ['name', '"orders"'],
      ['tags', '{ Team = "shop", "Cost Center" = 12 }'],
      ['visibility_timeout_seconds', '6 * var.timeout'],
    ]);
    expect(block?.body.blocks.map(({ type }) => type)).toEqual(['redrive_policy']);
  });

  it.each([
    ['an expression that ends too early', 'resource "a_b" "broken" {\n  name =\n}\n'],
    ['a block that is not closed', 'resource "a_b" "broken" {\n  name = "x"\n'],
    ['a nested block that is not closed', 'resource "a_b" "broken" {\n  inner {\n    name = "x"\n}\n'],
    ['a string that is not closed', 'resource "a_b" "broken" {\n  name = "x\n}\n'],
    ['a heredoc that is not closed', 'resource "a_b" "broken" {\n  name = <<EOT\n  x\n}\n'],
    ['a directive that is not closed', 'resource "a_b" "broken" {\n  name = "%{ if var.x }y"\n}\n'],
    ['what is no HCL', '!!! no configuration\n'],
  ])('tells of %s and reads the block behind it', (_what, broken) => {
    const { body, diagnostics } = readHcl(
      `${broken}resource "aws_sqs_queue" "orders" {\n  name = "orders"\n}\n`,
      'main.tf',
    );
    expect(diagnostics).toMatchObject([{ code: 'terraform-syntax', effect: 'incomplete' }]);
    expect(body.blocks.at(-1)).toMatchObject({
      labels: [{}, { text: 'orders' }],
      isBroken: false,
      body: { attributes: [{ name: 'name' }] },
    });
  });

  it('keeps what stands before the trouble in a broken block', () => {
    const { body } = readHcl('resource "aws_sqs_queue" "orders" {\n  name = "orders"\n  delay = [1,\n}\n', 'main.tf');
    expect(body.blocks).toMatchObject([{ isBroken: true, body: { attributes: [{ name: 'name' }] } }]);
  });

  it.each([
    ['brackets', `x = ${'['.repeat(50_000)}`],
    ['parentheses that close', `x = ${'('.repeat(5000)}1${')'.repeat(5000)}`],
    ['templates in templates', `x = ${'"${'.repeat(5000)}`],
    ['negations', `x = ${'!'.repeat(50_000)}true`],
    ['operators', `x = 1${' + 1'.repeat(50_000)}`],
    ['conditionals', `x = ${'true ? 1 : '.repeat(50_000)}2`],
    ['members', `x = a${'.b'.repeat(50_000)}`],
    ['blocks', 'a {\n'.repeat(50_000)],
    ['directives', `x = "${'%{ if true }'.repeat(50_000)}"`],
    ['comments that are not closed', '/*\n'.repeat(20_000)],
    ['heredocs that are not closed', 'resource "a_b" "c" {\n  x = <<EOT\n'.repeat(5000)],
  ])('does not fall over deep %s', (_what, text) => {
    // A quadratic reader would run into the time limit of the test.
    expect(readHcl(text, 'main.tf').diagnostics).not.toEqual([]);
  });
});

const shown = (expression: Expression | undefined): string => {
  if (expression === undefined) return 'nothing';
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'name':
      return expression.name;
    case 'binary':
      return `(${shown(expression.left)} ${expression.operator} ${shown(expression.right)})`;
    case 'unary':
      return `${expression.operator}${shown(expression.operand)}`;
    case 'conditional':
      return `(${shown(expression.condition)} ? ${shown(expression.whenTrue)} : ${shown(expression.otherwise)})`;
    case 'attribute':
      return `${shown(expression.of)}.${expression.name}`;
    case 'index':
      return `${shown(expression.of)}[${shown(expression.key)}]`;
    case 'splat':
      return `${shown(expression.of)}[*]${expression.steps.map((step) => ('name' in step ? `.${step.name}` : `[${shown(step.key)}]`)).join('')}`;
    case 'call':
      return `${expression.name}(${expression.args.map(shown).join(', ')}${expression.expands ? '...' : ''})`;
    case 'list':
      return `[${expression.items.map(shown).join(', ')}]`;
    case 'map':
      return `{${expression.entries.map(({ key, value }) => `${shown(key)} = ${shown(value)}`).join(', ')}}`;
    case 'for':
      return `for ${expression.keyName ?? ''},${expression.valueName} in ${shown(expression.over)}: ${shown(expression.key)} => ${shown(expression.value)}${expression.groups ? '...' : ''} if ${shown(expression.condition)}`;
    case 'template':
      return expression.parts
        .map((part) =>
          part.kind === 'text' ? part.text : part.kind === 'hole' ? `\${${shown(part.value)}}` : part.kind,
        )
        .join('|');
  }
};

/** What is written, and how it is understood. */
const expressions: readonly (readonly [string, string])[] = [
  ['1 + 2 * 3 - 4', '((1 + (2 * 3)) - 4)'],
  ['a && b || !c == d', '((a && b) || (!c == d))'],
  ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
  ['-var.x[0].y', '-var.x[0].y'],
  ['list.0.name', 'list[0].name'],
  ['a.b[*].c[0]', 'a.b[*].c[0]'],
  ['a.b.*.c[0]', 'a.b[*].c[0]'],
  ['max(list...)', 'max(list...)'],
  ['[\n  1, # one\n  2,\n]', '[1, 2]'],
  ['{\n  a = 1\n  "b" : 2,\n  (c) = 3\n}', '{"a" = 1, "b" = 2, c = 3}'],
  ['[for v in x : v.name if v.on]', 'for ,v in x: nothing => v.name if v.on'],
  ['{ for k, v in x : k => v... }', 'for k,v in x: k => v... if nothing'],
  ['"a${b}c"', 'a|${b}|c'],
  ['"$${a} %%{b} \\"q\\" \\u00e9"', '"${a} %{b} \\"q\\" é"'],
  ['"${~ a ~} b"', '${a}|b'],
  ['<<-EOT\n    a\n      ${b}\n  EOT\n', 'a\n|  |${b}|\n'],
  ['provider::aws::arn_parse(a)', 'provider::aws::arn_parse(a)'],
  ['1.5e3', '1500'],
];

describe('readHclExpression', () => {
  it.each(expressions)('understands %s', (written, understood) => {
    expect(shown(readHclExpression(written))).toBe(understood);
  });
});
