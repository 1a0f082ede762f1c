import { logicalIdOf } from '@leastwise/model';
import { printText, Raw, printExpression } from '../terraform/hcl-print.ts';
import type { ResourcePart } from '../../analyses/minimal-policy/resource-parts.ts';
import type { WrittenStatement } from '../../analyses/minimal-policy/written-statement.ts';

/** `data "aws_iam_policy_document"`, with the data sources that it names. */
export function terraformDocuments(documents: readonly (readonly WrittenStatement[])[], name: string): string {
  const label = labelFrom(name);
  const blocks = documents.map((statements, index) =>
    [
      `data "aws_iam_policy_document" "${label}${index === 0 ? '' : `_${index + 1}`}" {`,
      statements.map(statementBlock).join('\n\n'),
      '}',
    ].join('\n'),
  );
  const text = blocks.join('\n\n');
  const sources = ['aws_partition', 'aws_region', 'aws_caller_identity']
    .filter((source) => text.includes(`data.${source}.current`))
    .map((source) => `data "${source}" "current" {}`);
  return `${[...sources, ...blocks].join('\n\n')}\n`;
}

/** `place_order` for PlaceOrder. */
function labelFrom(name: string): string {
  return name
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .toLowerCase();
}

function statementBlock({ sid, actions, resources, conditions }: WrittenStatement): string {
  const lines = [
    ...(sid === '' ? [] : [`    sid       = ${printText(sid)}`]),
    `    actions   = ${printExpression(actions, '    ', '\n')}`,
    `    resources = ${printExpression(resources.map(expression), '    ', '\n')}`,
    ...conditions.flatMap(({ operator, key, values }) => [
      '',
      '    condition {',
      `      test     = ${printText(operator)}`,
      `      variable = ${printText(key)}`,
      `      values   = ${printExpression(values.map(expression), '      ', '\n')}`,
      '    }',
    ]),
  ];
  return ['  statement {', ...lines, '  }'].join('\n');
}

function expression(parts: readonly ResourcePart[]): Raw {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && typeof only !== 'string') return new Raw(code(only));
  // A policy variable is the policy's own, hence `$${`.
  return new Raw(
    `"${parts.map((part) => (typeof part === 'string' ? printText(part).slice(1, -1) : `\${${code(part)}}`)).join('')}"`,
  );
}

function code(part: Exclude<ResourcePart, string>): string {
  if (part.kind === 'parameter') return part.name;
  if (part.kind === 'pseudo') return pseudo[part.name];
  const address = logicalIdOf(part.node.id).replace(/^.*#/, '');
  const attribute = part.attribute === 'Arn' ? 'arn' : 'name';
  // What another dialect makes has no address here: it has to be given.
  return address.includes('.') ? `${address}.${attribute}` : `var.${labelFrom(address)}_${attribute}`;
}

/** There is no stack in Terraform; what asks for one is refused by `terraform validate` rather than widened. */
const pseudo = {
  Region: 'data.aws_region.current.name',
  AccountId: 'data.aws_caller_identity.current.account_id',
  Partition: 'data.aws_partition.current.partition',
  StackName: 'var.stack_name',
} as const;
