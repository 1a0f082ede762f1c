import { cdkStatements } from './cdk-statements.ts';
import { templateResource } from './template-words.ts';
import type { PolicyForm } from './policy-forms.ts';
import { terraformDocuments } from './terraform-documents.ts';
import type { WrittenPolicy, WrittenStatement } from '../../analyses/minimal-policy/written-statement.ts';
import { printEntry, type Spelled } from '../text/print-value.ts';
import type { TextStyle } from '../text/text-style.ts';

/** Two spaces, as most templates have it. */
const style: TextStyle = { lineEnd: '\n', indent: '  ', listIndent: '  ', quote: "'", isJson: false };

/** A minimal policy in the words of a dialect, to be put where the heading says. `name` is the function's. */
export function renderPolicy(policy: WrittenPolicy, form: PolicyForm, name: string): string {
  const { documents } = policy;
  const plain = name.replaceAll(/[^A-Za-z0-9]/g, '');
  switch (form) {
    case 'json':
      return documents.map((statements) => `${JSON.stringify(documentOf(statements, form), null, 2)}\n`).join('');
    case 'sam':
      return `${printEntry(
        'Policies',
        documents.map((statements) => documentOf(statements, form)),
        '',
        style,
      )}\n`;
    case 'cloudformation': {
      const policies = documents.map((statements, index) => ({
        PolicyName: index === 0 ? 'least-privilege' : `least-privilege-${index + 1}`,
        PolicyDocument: documentOf(statements, form),
      }));
      const trust = {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      };
      const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust, Policies: policies } };
      return `${printEntry(`${plain}Role`, role, '', style)}\n`;
    }
    case 'serverless':
      return `${printEntry(
        'iamRoleStatements',
        documents.flat().map((statement) => statementOf(statement, form)),
        '',
        style,
      )}\n`;
    case 'terraform':
      return terraformDocuments(documents, name);
    case 'cdk':
      return cdkStatements(documents.flat());
  }
}

type TemplateForm = 'json' | 'sam' | 'cloudformation' | 'serverless';

function documentOf(statements: readonly WrittenStatement[], form: TemplateForm): Spelled {
  return { Version: '2012-10-17', Statement: statements.map((statement) => statementOf(statement, form)) };
}

function statementOf({ sid, actions, resources, conditions }: WrittenStatement, form: TemplateForm): Spelled {
  const block: Record<string, Record<string, Spelled>> = {};
  for (const { operator, key, values } of conditions)
    (block[operator] ??= {})[key] = values.map((value) => templateResource(value, form));
  return {
    ...(sid === '' ? {} : { Sid: sid }),
    Effect: 'Allow',
    Action: actions,
    Resource: resources.map((resource) => templateResource(resource, form)),
    ...(conditions.length === 0 ? {} : { Condition: block }),
  };
}
