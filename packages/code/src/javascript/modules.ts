import type * as t from '@babel/types';
import type { IrExport } from '../ir/index.ts';
import { boundNames, isTypeOnly } from './declared-names.ts';
import { lowerClass } from './classes.ts';
import type { Lowering } from './lowering.ts';
import { lowerImport } from './module-calls.ts';

/** Imports happen before anything else in a module. */
export function lowerImports(l: Lowering, statements: readonly t.Statement[]): void {
  for (const node of statements) {
    if (node.type !== 'ImportDeclaration' || isTypeOnly(node.importKind)) continue;
    const specifier = node.source.value;
    const bound = node.specifiers.filter((one) => one.type !== 'ImportSpecifier' || !isTypeOnly(one.importKind));
    if (bound.length === 0 && node.specifiers.length > 0) continue;
    if (bound.length === 0) lowerImport(l, specifier, '*', 'import', node);
    for (const one of bound) {
      const variable = l.declare(one.local.name);
      l.initialise(variable, lowerImport(l, specifier, importedName(one), 'import', one), one);
    }
  }
}

function importedName(node: t.ImportDeclaration['specifiers'][number]): string {
  if (node.type === 'ImportDefaultSpecifier') return 'default';
  return node.type === 'ImportNamespaceSpecifier' ? '*' : nameOf(node.imported);
}

function nameOf(node: t.Identifier | t.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

type Export = t.ExportNamedDeclaration | t.ExportDefaultDeclaration | t.ExportAllDeclaration;

export function lowerExport(l: Lowering, node: Export): void {
  if (node.type === 'ExportDefaultDeclaration') return lowerDefault(l, node);
  if (isTypeOnly(node.exportKind)) return;
  if (node.type === 'ExportAllDeclaration') {
    l.imported(node.source.value);
    return add(l, { kind: 'all', specifier: node.source.value }, node);
  }
  if (node.declaration) {
    l.statement(node.declaration);
    declaredNames(node.declaration, (name) => addLocal(l, name, name, node));
  }
  for (const one of node.specifiers) {
    if (one.type === 'ExportSpecifier' && isTypeOnly(one.exportKind)) continue;
    const name = nameOf(one.exported);
    if (!node.source) {
      if (one.type === 'ExportSpecifier') addLocal(l, name, nameOf(one.local), one);
      continue;
    }
    const specifier = node.source.value;
    l.imported(specifier);
    const imported =
      one.type === 'ExportSpecifier' ? nameOf(one.local) : one.type === 'ExportNamespaceSpecifier' ? '*' : 'default';
    add(l, { kind: 'from', name, specifier, imported }, one);
  }
}

function declaredNames(node: t.Declaration, into: (name: string) => void): void {
  if (node.type === 'VariableDeclaration') for (const { id } of node.declarations) boundNames(id, into);
  else if ('id' in node && node.id?.type === 'Identifier') into(node.id.name);
}

function addLocal(l: Lowering, name: string, local: string, node: t.Node): void {
  const variable = l.scope.find(local);
  // A type, an ambient declaration.
  if (variable !== undefined) add(l, { kind: 'local', name, variable: variable.id }, node);
}

type WithoutSpan<T> = T extends IrExport ? Omit<T, 'start' | 'end'> : never;

function add(l: Lowering, draft: WithoutSpan<IrExport>, node: t.Node): void {
  const { start, end } = l.at(node);
  l.exports.push({ ...draft, start, end });
}

function lowerDefault(l: Lowering, node: t.ExportDefaultDeclaration): void {
  const { declaration } = node;
  switch (declaration.type) {
    case 'TSDeclareFunction':
      return;
    case 'FunctionDeclaration':
      // Hoisted; one without a name was stored to `default`.
      return addLocal(l, 'default', declaration.id?.name ?? 'default', node);
    case 'ClassDeclaration': {
      const name = declaration.id?.name ?? 'default';
      const variable = l.declare(name);
      l.initialise(variable, lowerClass(l, declaration, name), declaration);
      return addLocal(l, 'default', name, node);
    }
    default: {
      // An interface is an export of the type only; Babel has it under the same roof.
      if (declaration.type.startsWith('TSInterface')) return;
      const value = l.named({ ...node, type: 'Identifier', name: 'default' } as t.Identifier, declaration);
      l.initialise(l.declare('default'), value, node);
      addLocal(l, 'default', 'default', node);
    }
  }
}

/** `export = handler`. */
export function lowerModuleAssignment(l: Lowering, node: t.TSExportAssignment): void {
  const object = l.value((to) => ({ op: 'global', to, name: 'module' }), node);
  const value = l.expression(node.expression);
  l.emit({ op: 'set', object, key: 'exports', access: 'member', value }, node);
}
