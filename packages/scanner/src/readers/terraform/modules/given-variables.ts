import type { Diagnostic, SourceTree, Value } from '@leastwise/model';
import { known } from '../../cloudformation/values.ts';
import { decodePieces } from '../evaluate/encoded-text.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Scope } from '../evaluate/scope.ts';
import type { TerraformInputs } from '../inputs.ts';
import type { Expression } from '../syntax/hcl.ts';
import { readHcl, readHclExpression } from '../syntax/read-hcl.ts';

/** The values of root variables that stand outside of the configuration. */
export interface GivenVariables {
  /** `takesText`: the variable is a string, so what is given is one as it stands. */
  of(name: string, takesText: boolean, scope: Scope): Value | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence */
export function givenVariables(tree: SourceTree, folder: string, inputs: TerraformInputs): GivenVariables {
  const diagnostics: Diagnostic[] = [];
  const written = new Map<string, { readonly file: string; readonly value: Expression } | Value>();
  for (const file of variableFiles(tree, folder, inputs)) {
    const read = tree.read(file);
    if (!('text' in read)) continue;
    if (file.endsWith('.json')) {
      const whole = { file, start: 0, end: read.text.length };
      const values = decodePieces([{ text: read.text, file, start: 0, end: read.text.length }], whole, 'json');
      if (values?.kind === 'known' && values.value instanceof Map)
        for (const [name, value] of values.value as ReadonlyMap<string, Value>) written.set(name, value);
      continue;
    }
    const parsed = readHcl(read.text, file);
    diagnostics.push(...parsed.diagnostics);
    for (const attribute of parsed.body.attributes) written.set(attribute.name, { file, value: attribute.value });
  }
  return {
    diagnostics,
    of(name, takesText, scope) {
      const text = inputs.parameters.get(name);
      if (text !== undefined) {
        const at = { file: scope.file, start: 0, end: 0 };
        const expression = takesText ? undefined : readHclExpression(text);
        if (expression === undefined || expression.kind === 'name') return known(text, at);
        return { ...evaluate(expression, scope), origin: at };
      }
      const found = written.get(name);
      if (found === undefined || 'kind' in found) return found;
      return evaluate(found.value, { ...scope, file: found.file });
    },
  };
}

const STAGE_FOLDERS = [
  '',
  'env',
  'envs',
  'environment',
  'environments',
  'vars',
  'tfvars',
  'config',
  'configs',
  'stages',
  'workspaces',
  'workspace',
];

/** Files of values, the one that counts most last. */
function variableFiles(tree: SourceTree, folder: string, { stage, parameterFile }: TerraformInputs): readonly string[] {
  const path = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
  const names = tree.list(folder).flatMap(({ name, kind }) => (kind === 'file' ? [name] : []));
  const files = ['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name)).map(path);
  files.push(
    ...names
      .filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name))
      .sort()
      .map(path),
  );
  if (stage !== undefined && /^[\w.-]+$/.test(stage)) {
    const candidates = STAGE_FOLDERS.flatMap((inner) => {
      const prefix = inner === '' ? '' : `${inner}/`;
      return [
        `${prefix}${stage}.tfvars`,
        `${prefix}${stage}.tfvars.json`,
        `${prefix}terraform.${stage}.tfvars`,
        `${prefix}${stage}/terraform.tfvars`,
        `${prefix}${stage}/${stage}.tfvars`,
      ];
    });
    const found = candidates.map(path).find((file) => tree.stat(file) === 'file');
    if (found !== undefined) files.push(found);
  }
  if (parameterFile !== undefined && /\.tfvars(?:\.json)?$/.test(parameterFile)) files.push(parameterFile);
  return files;
}
