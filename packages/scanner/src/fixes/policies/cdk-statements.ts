import { logicalIdOf } from '@leastwise/model';
import type { ResourcePart } from '../../analyses/minimal-policy/resource-parts.ts';
import type { WrittenStatement } from '../../analyses/minimal-policy/written-statement.ts';

/** Statements for `fn.addToRolePolicy`; a construct is named as its id says, because a template does not know the variable. */
export function cdkStatements(statements: readonly WrittenStatement[]): string {
  return statements
    .map(({ sid, actions, resources, conditions }) =>
      [
        'new iam.PolicyStatement({',
        ...(sid === '' ? [] : [`  sid: ${text(sid)},`]),
        `  actions: [${actions.map(text).join(', ')}],`,
        `  resources: [${resources.map(expression).join(', ')}],`,
        ...(conditions.length === 0 ? [] : ['  conditions: {', ...conditionLines(conditions), '  },']),
        '}),\n',
      ].join('\n'),
    )
    .join('');
}

function conditionLines(conditions: WrittenStatement['conditions']): readonly string[] {
  return [...new Set(conditions.map(({ operator }) => operator))].map((operator) => {
    const keys = conditions
      .filter((each) => each.operator === operator)
      .map(({ key, values }) => `${text(key)}: [${values.map(expression).join(', ')}]`);
    return `    ${operator.includes(':') ? text(operator) : operator}: { ${keys.join(', ')} },`;
  });
}

function expression(parts: readonly ResourcePart[]): string {
  const [only] = parts;
  if (parts.every((part) => typeof part === 'string')) return text(parts.join(''));
  if (parts.length === 1 && only !== undefined && typeof only !== 'string') return code(only);
  const inner = parts.map((part) =>
    typeof part === 'string' ? part.replaceAll(/[`\\]|\$\{/g, String.raw`\$&`) : `\${${code(part)}}`,
  );
  return `\`${inner.join('')}\``;
}

function code(part: Exclude<ResourcePart, string>): string {
  if (part.kind === 'pseudo') return `cdk.Aws.${pseudo[part.name]}`;
  if (part.kind === 'parameter') return part.name;
  const { node, attribute } = part;
  const path = node.constructPath?.split('/').filter((step) => step !== 'Resource');
  const id = (path?.at(-1) ?? logicalIdOf(node.id)).replaceAll(/[^A-Za-z0-9]/g, '');
  const kind = node.kind.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `${id.slice(0, 1).toLowerCase()}${id.slice(1)}.${kind}${attribute}`;
}

const pseudo = { Region: 'REGION', AccountId: 'ACCOUNT_ID', Partition: 'PARTITION', StackName: 'STACK_NAME' } as const;

function text(value: string): string {
  return `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}
