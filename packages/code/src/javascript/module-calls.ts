import type * as t from '@babel/types';
import type { ImportStyle, Register } from '../ir/index.ts';
import type { Lowering } from './lowering.ts';
import { unwrapped } from './unwrap.ts';

/** `require('./orders')` where `require` is Node's own, or undefined. */
export function lowerRequire(l: Lowering, node: t.CallExpression): Register | undefined {
  const specifier = requiredSpecifier(l, node);
  return specifier === undefined ? undefined : lowerImport(l, specifier, '*', 'require', node);
}

/** The specifier of a `require` call with a literal. */
export function requiredSpecifier(l: Lowering, written: t.Node | undefined): string | undefined {
  const node = written?.type === 'TSAsExpression' ? unwrapped(written) : written;
  if (node?.type !== 'CallExpression' || node.arguments.length === 0 || !isRequire(l, node.callee)) return undefined;
  return literalText(node.arguments[0]);
}

function isRequire(l: Lowering, callee: t.Node): boolean {
  if (callee.type === 'Identifier') {
    const variable = l.scope.find(callee.name);
    return variable === undefined ? callee.name === 'require' : variable.isRequire === true;
  }
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.computed) return false;
  const isModule = callee.object.name === 'module' && l.scope.find('module') === undefined;
  return isModule && callee.property.type === 'Identifier' && callee.property.name === 'require';
}

/** `createRequire(import.meta.url)`: what ES modules call `require`. */
export function isCreateRequire(node: t.Node | null | undefined): boolean {
  if (node?.type !== 'CallExpression') return false;
  const { callee } = node;
  const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property : callee;
  return name.type === 'Identifier' && name.name === 'createRequire';
}

/** `import('./orders')`; with anything but a literal it is a call that the engine cannot follow. */
export function lowerDynamicImport(l: Lowering, source: t.Node | undefined, node: t.Node): Register {
  const specifier = literalText(source);
  if (specifier !== undefined) return lowerImport(l, specifier, '*', 'dynamic', node);
  const callee = l.value((to) => ({ op: 'global', to, name: 'import' }), node);
  const value = source === undefined ? [] : [{ value: l.expression(source as t.Expression) }];
  return l.value((to) => ({ op: 'call', to, callee, arguments: value, style: 'call' }), node);
}

export function lowerImport(l: Lowering, specifier: string, name: string, style: ImportStyle, node: t.Node): Register {
  l.imported(specifier);
  return l.value((to) => ({ op: 'import', to, specifier, name, style }), node);
}

export function literalText(node: t.Node | null | undefined): string | undefined {
  if (node?.type === 'StringLiteral') return node.value;
  if (node?.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}
