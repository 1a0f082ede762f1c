import type { IrExport, IrFunction, IrModule, IrParameter } from './module.ts';
import type { Block, VariableId } from './operation.ts';
import { operationPrinter, type NameVariable } from './print-operation.ts';

/**
 * A module as text, one operation a line, for snapshots and for eyes: `r1 = get r0.body`. Positions are left out, so that a
 * snapshot says what the code does and not where. A variable is printed by its name, with its id where the name is not unique.
 */
export function printIr(module: IrModule): string {
  const variable = variableNames(module);
  const lines = module.functions.flatMap((one) => functionLines(one, variable));
  const about = [
    ...module.exports.map((one) => exportLine(one, variable)),
    ...module.problems.map((problem) => `problem ${problem.start}-${problem.end}: ${problem.message}`),
  ];
  return [...lines, ...about].map((line) => `${line}\n`).join('');
}

function variableNames(module: IrModule): NameVariable {
  const seen = new Map<string, number>();
  for (const { name } of module.variables) seen.set(name, (seen.get(name) ?? 0) + 1);
  return (id: VariableId) => {
    const name = module.variables[id]?.name;
    if (name === undefined) return `?${id}`;
    return seen.get(name) === 1 ? name : `${name}~${id}`;
  };
}

function functionLines(one: IrFunction, variable: NameVariable): string[] {
  const words = [
    ...(one.isAsync ? ['async'] : []),
    one.kind === 'module' || one.kind === 'class-body' ? one.kind : `${one.kind}${one.isGenerator ? '*' : ''}`,
    ...(one.name === '' ? [] : [one.name]),
  ];
  const parameters = one.kind === 'module' ? '' : `(${one.parameters.map(parameterText).join(', ')})`;
  const parent = one.parent === undefined || one.parent === 0 ? '' : ` in f${one.parent}`;
  const head = `f${one.id} ${words.join(' ')}${parameters}${parent}:`;
  return [head, ...blockLines(one.body, variable, '  ')];
}

function parameterText(one: IrParameter): string {
  const mark = { positional: '', 'positional-only': '/', 'keyword-only': '=', rest: '...', keywords: '**' }[one.kind];
  const name = one.name === undefined ? '' : ` ${one.name}`;
  const type = one.type === undefined ? '' : `: ${one.type}`;
  return `${mark}r${one.register}${name}${one.hasDefault ? '?' : ''}${type}`;
}

function blockLines(block: Block, variable: NameVariable, indent: string): string[] {
  const print = operationPrinter(variable);
  return block.flatMap((operation) => {
    const { line, blocks } = print(operation);
    return [
      `${indent}${line}`,
      ...blocks
        .filter(({ block: inner, isOptional }) => !isOptional || inner.length > 0)
        .flatMap(({ title, block: inner }) => [
          ...(title === undefined ? [] : [`${indent}${title}`]),
          ...blockLines(inner, variable, `${indent}  `),
        ]),
    ];
  });
}

function exportLine(one: IrExport, variable: NameVariable): string {
  if (one.kind === 'local') return `export ${one.name} = ${variable(one.variable)}`;
  if (one.kind === 'all') return `export * from ${JSON.stringify(one.specifier)}`;
  return `export ${one.name} = ${one.imported} from ${JSON.stringify(one.specifier)}`;
}
