import type * as t from '@babel/types';
import type { Handler } from '../ir/index.ts';
import { lowerClass } from './classes.ts';
import { boundNames } from './declared-names.ts';
import { lowerBlock } from './hoisting.ts';
import { lowerBreakable, lowerJump } from './jumps.ts';
import { lowerDoWhile, lowerFor, lowerForEach, lowerWhile } from './loops.ts';
import type { Lowering } from './lowering.ts';
import { isCreateRequire, requiredSpecifier } from './module-calls.ts';
import { lowerExport, lowerModuleAssignment } from './modules.ts';
import { branchOn } from './operators.ts';
import { assignPattern } from './patterns.ts';
import { lowerSwitch } from './switch.ts';
import { lowerEnum, lowerImportEquals, lowerNamespace } from './typescript.ts';

export function lowerStatement(l: Lowering, node: t.Statement): void {
  switch (node.type) {
    case 'ExpressionStatement':
      return isUndefinedExport(node.expression) ? undefined : l.effect(node.expression);
    case 'VariableDeclaration':
      return lowerVariables(l, node);
    case 'ReturnStatement': {
      const value = node.argument ? l.expression(node.argument) : undefined;
      return l.emit(value === undefined ? { op: 'return' } : { op: 'return', value }, node);
    }
    case 'IfStatement':
      return lowerIf(l, node);
    case 'BlockStatement':
      return lowerBlock(l, node.body);
    case 'ThrowStatement': {
      const value = l.expression(node.argument);
      return l.emit({ op: 'throw', value }, node);
    }
    case 'TryStatement':
      return lowerTry(l, node);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'SwitchStatement':
    case 'LabeledStatement':
      return lowerLabelled(l, node);
    case 'BreakStatement':
    case 'ContinueStatement':
      return lowerJump(l, node);
    case 'ClassDeclaration':
      return lowerClassDeclaration(l, node);
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportAllDeclaration':
      return lowerExport(l, node);
    case 'TSEnumDeclaration':
    case 'EnumDeclaration':
      return lowerEnum(l, node);
    case 'TSModuleDeclaration':
      return lowerNamespace(l, node);
    case 'TSImportEqualsDeclaration':
      return lowerImportEquals(l, node);
    case 'TSExportAssignment':
      return lowerModuleAssignment(l, node);
    case 'WithStatement':
      l.effect(node.object);
      l.problem('The names in a with statement cannot be told from the members of its object.', node.object);
      return l.statement(node.body);
    default:
      // Functions are hoisted, imports come first, types and empty statements do nothing.
      return undefined;
  }
}

function lowerVariables(l: Lowering, node: t.VariableDeclaration): void {
  if (node.declare) return;
  for (const { id, init } of node.declarations) {
    if (!init) {
      // In a loop a new turn has a new variable; elsewhere nothing was stored before.
      if (node.kind !== 'var' && l.frame.targets.length > 0) forget(l, id);
      continue;
    }
    if (id.type === 'Identifier') {
      const variable = l.scope.find(id.name);
      if (variable !== undefined) {
        const specifier = requiredSpecifier(l, init) ?? requiredInside(l, init);
        if (specifier !== undefined) variable.required = specifier;
        if (isCreateRequire(init)) variable.isRequire = true;
      }
    }
    assignPattern(l, id, l.named(id, init), 'declare');
  }
}

function requiredInside(l: Lowering, init: t.Expression): string | undefined {
  return init.type === 'CallExpression' ? requiredSpecifier(l, init.arguments[0]) : undefined;
}

function forget(l: Lowering, id: t.Node): void {
  boundNames(id, (name) => {
    const variable = l.scope.find(name);
    if (variable !== undefined) l.initialise(variable, l.constant(undefined, id), id);
  });
}

/** `else if` as often as it is written: walked, and after many of them no longer inside each other. */
const longestNesting = 60;

function lowerIf(l: Lowering, first: t.IfStatement): void {
  let depth = 0;
  const lower = (node: t.IfStatement): t.IfStatement | undefined => {
    let rest: t.IfStatement | undefined;
    const { alternate } = node;
    const otherwise = alternate
      ? (): void => {
          if (alternate.type !== 'IfStatement') l.statement(alternate);
          else if (depth++ < longestNesting) rest = lower(alternate);
        }
      : undefined;
    branchOn(l, node.test, () => l.statement(node.consequent), otherwise, node);
    return rest ?? (alternate?.type === 'IfStatement' && depth > longestNesting ? alternate : undefined);
  };
  for (let rest = lower(first); rest !== undefined;) {
    depth = 0;
    rest = lower(rest);
  }
}

function lowerTry(l: Lowering, node: t.TryStatement): void {
  const { builder } = l.frame;
  const body = builder.block(() => lowerBlock(l, node.block.body));
  const handlers = node.handler ? [lowerCatch(l, node.handler)] : [];
  const { finalizer } = node;
  const final = finalizer ? builder.block(() => lowerBlock(l, finalizer.body)) : [];
  l.emit({ op: 'try', body, handlers, final }, node);
}

function lowerCatch(l: Lowering, node: t.CatchClause): Handler {
  const { param } = node;
  let handler: Handler = { types: [], body: [] };
  l.inScope(() => {
    if (param) boundNames(param, (name) => l.declare(name));
    const error = param?.type === 'Identifier' ? l.scope.own(param.name) : param ? l.temporary('error') : undefined;
    if (error !== undefined) error.isInitialised = true;
    const body = l.frame.builder.block(() => {
      if (param && error !== undefined && param.type !== 'Identifier') {
        assignPattern(l, param, l.load(error, param), 'declare');
      }
      lowerBlock(l, node.body.body);
    });
    handler = { types: [], ...(error === undefined ? {} : { error: error.id }), body };
  });
  return handler;
}

function lowerLabelled(l: Lowering, node: t.Statement): void {
  const labels: string[] = [];
  let inner = node;
  while (inner.type === 'LabeledStatement') {
    labels.push(inner.label.name);
    inner = inner.body;
  }
  switch (inner.type) {
    case 'ForStatement':
      return lowerFor(l, inner, labels);
    case 'ForInStatement':
    case 'ForOfStatement':
      return lowerForEach(l, inner, labels);
    case 'WhileStatement':
      return lowerWhile(l, inner, labels);
    case 'DoWhileStatement':
      return lowerDoWhile(l, inner, labels);
    case 'SwitchStatement':
      return lowerSwitch(l, inner, labels);
    default: {
      const statement = inner;
      return lowerBreakable(l, 'block', labels, node, () => l.statement(statement));
    }
  }
}

function lowerClassDeclaration(l: Lowering, node: t.ClassDeclaration): void {
  const variable = node.declare || !node.id ? undefined : l.scope.find(node.id.name);
  if (node.id && variable !== undefined) l.initialise(variable, lowerClass(l, node, node.id.name), node.id);
}

/** `exports.place = exports.cancel = void 0`: compiled code announces its exports, the values come later. */
function isUndefinedExport(node: t.Expression): boolean {
  let value: t.Expression = node;
  while (value.type === 'AssignmentExpression' && value.operator === '=') {
    const { left } = value;
    if (left.type !== 'MemberExpression' || left.object.type !== 'Identifier' || left.object.name !== 'exports') {
      return false;
    }
    value = value.right;
  }
  return value !== node && value.type === 'UnaryExpression' && value.operator === 'void';
}
