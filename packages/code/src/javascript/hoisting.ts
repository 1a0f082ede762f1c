import type * as t from '@babel/types';
import { lexicalNames } from './declared-names.ts';
import type { Lowering } from './lowering.ts';

/** The statements of a function or module: its names are declared in the scope at hand, functions exist before all else. */
export function lowerBody(l: Lowering, statements: readonly t.Statement[]): void {
  lexicalNames(statements, (name) => l.declare(name));
  for (const statement of statements) {
    const node = functionIn(statement);
    if (node !== undefined) l.hoist(node);
  }
  for (const statement of statements) l.statement(statement);
}

/** A block, with a scope of its own where it declares something. */
export function lowerBlock(l: Lowering, statements: readonly t.Statement[]): void {
  let declares = false;
  lexicalNames(statements, () => (declares = true));
  if (declares) l.inScope(() => lowerBody(l, statements));
  else for (const statement of statements) l.statement(statement);
}

function functionIn(statement: t.Statement): t.FunctionDeclaration | undefined {
  if (statement.type === 'FunctionDeclaration') return statement;
  if (statement.type !== 'ExportNamedDeclaration' && statement.type !== 'ExportDefaultDeclaration') return undefined;
  return statement.declaration?.type === 'FunctionDeclaration' ? statement.declaration : undefined;
}
