import type * as t from '@babel/types';

/** The names that a pattern binds: `{ id, lines: [first, ...rest] }` → id, first, rest. */
export function boundNames(pattern: t.Node | null, into: (name: string) => void): void {
  const open: (t.Node | null)[] = [pattern];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    switch (node?.type) {
      case 'Identifier':
        into(node.name);
        break;
      case 'ObjectPattern':
        for (const property of node.properties.toReversed()) open.push(property);
        break;
      case 'ObjectProperty':
        open.push(node.value);
        break;
      case 'ArrayPattern':
        for (const element of node.elements.toReversed()) open.push(element);
        break;
      case 'AssignmentPattern':
        open.push(node.left);
        break;
      case 'RestElement':
        open.push(node.argument);
        break;
      case 'TSParameterProperty':
        open.push(node.parameter);
        break;
      default:
    }
  }
}

/** The names that `var` binds anywhere in a function's statements, functions inside it left out. */
export function varNames(statements: readonly t.Statement[], into: (name: string) => void): void {
  const open: (t.Node | null | undefined)[] = statements.toReversed();
  while (open.length > 0) {
    const node = open.pop();
    switch (node?.type) {
      case 'VariableDeclaration':
        if (node.kind !== 'var' || node.declare) break;
        for (const { id } of node.declarations) boundNames(id, into);
        break;
      case 'IfStatement':
        open.push(node.alternate, node.consequent);
        break;
      case 'BlockStatement':
        for (let index = node.body.length - 1; index >= 0; index--) open.push(node.body[index]);
        break;
      case 'ForStatement':
        open.push(node.body, node.init);
        break;
      case 'ForInStatement':
      case 'ForOfStatement':
        open.push(node.body, node.left);
        break;
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'LabeledStatement':
      case 'WithStatement':
        open.push(node.body);
        break;
      case 'TryStatement':
        open.push(node.finalizer, node.handler?.body, node.block);
        break;
      case 'SwitchStatement':
        for (const one of node.cases.toReversed()) open.push(...one.consequent.toReversed());
        break;
      case 'ExportNamedDeclaration':
        open.push(node.declaration);
        break;
      default:
    }
  }
}

/** The names that the statements of one block declare for that block: `let`, `const`, classes, functions, TypeScript's own. */
export function lexicalNames(statements: readonly t.Statement[], into: (name: string) => void): void {
  for (const statement of statements) {
    const node =
      (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration') &&
      statement.declaration
        ? statement.declaration
        : statement;
    switch (node.type) {
      case 'VariableDeclaration':
        if (node.kind === 'var' || node.declare) break;
        for (const { id } of node.declarations) boundNames(id, into);
        break;
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        if (node.id && !node.declare) into(node.id.name);
        break;
      case 'TSEnumDeclaration':
      case 'EnumDeclaration':
        if (!('declare' in node && node.declare)) into(node.id.name);
        break;
      case 'TSModuleDeclaration':
        if (!node.declare && node.id.type === 'Identifier') into(node.id.name);
        break;
      case 'TSImportEqualsDeclaration':
        if (node.importKind !== 'type') into(node.id.name);
        break;
      case 'ImportDeclaration':
        if (isTypeOnly(node.importKind)) break;
        for (const specifier of node.specifiers) into(specifier.local.name);
        break;
      default:
    }
  }
}

export function isTypeOnly(kind: string | null | undefined): boolean {
  return kind === 'type' || kind === 'typeof';
}
