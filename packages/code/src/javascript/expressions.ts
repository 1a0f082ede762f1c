import type * as t from '@babel/types';
import type { Register } from '../ir/index.ts';
import { lowerCall, lowerNew } from './calls.ts';
import { lowerClass } from './classes.ts';
import { lowerArgumentsList, lowerClosure, lowerFunctionExpression } from './functions.ts';
import { lowerElement } from './jsx.ts';
import { lowerArray, lowerBigInt, lowerObject, lowerTagged, lowerTemplate } from './literals.ts';
import type { Lowering } from './lowering.ts';
import { lowerMember, lowerOptional, lowerParent } from './members.ts';
import { lowerDynamicImport } from './module-calls.ts';
import { branchOn, lowerBinary, lowerConditional, lowerLogical, lowerUnary, operandsOf } from './operators.ts';
import { lowerAssignment, lowerUpdate } from './patterns.ts';
import { unwrapped } from './unwrap.ts';

export function lowerExpression(l: Lowering, node: t.Expression): Register {
  switch (node.type) {
    case 'Identifier':
      return lowerName(l, node);
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return l.constant(node.value, node);
    case 'NullLiteral':
      return l.constant(null, node);
    case 'BigIntLiteral':
      return lowerBigInt(l, node);
    case 'RegExpLiteral':
      return l.value((to) => ({ op: 'pattern', to, source: node.pattern, flags: node.flags }), node);
    case 'TemplateLiteral':
      return lowerTemplate(l, node);
    case 'TaggedTemplateExpression':
      return lowerTagged(l, node);
    case 'MemberExpression':
      return lowerMember(l, node);
    case 'CallExpression':
      return lowerCall(l, node);
    case 'OptionalMemberExpression':
      return lowerOptional(l, node, lowerMember);
    case 'OptionalCallExpression':
      return lowerOptional(l, node, lowerCall);
    case 'NewExpression':
      return lowerNew(l, node);
    case 'ImportExpression':
      return lowerDynamicImport(l, node.source, node);
    case 'ObjectExpression':
      return lowerObject(l, node);
    case 'ArrayExpression':
      return lowerArray(l, node);
    case 'ArrowFunctionExpression':
      return lowerClosure(l, node, { name: '', kind: 'arrow' });
    case 'FunctionExpression':
      return lowerFunctionExpression(l, node, '');
    case 'ClassExpression':
      return lowerClass(l, node, '');
    case 'AwaitExpression': {
      const value = l.expression(node.argument);
      return l.value((to) => ({ op: 'await', to, value }), node);
    }
    case 'YieldExpression':
      return lowerYield(l, node);
    case 'BinaryExpression':
      return lowerBinary(l, node);
    case 'LogicalExpression':
      return lowerLogical(l, node);
    case 'ConditionalExpression':
      return lowerConditional(l, node);
    case 'UnaryExpression':
      return lowerUnary(l, node);
    case 'AssignmentExpression':
      return lowerAssignment(l, node);
    case 'UpdateExpression':
      return lowerUpdate(l, node);
    case 'SequenceExpression':
      return lowerSequence(l, node);
    case 'ThisExpression':
      return l.value((to) => ({ op: 'this', to }), node);
    case 'Super':
      return lowerParent(l, node);
    case 'MetaProperty': {
      const name = `${node.meta.name}.${node.property.name}`;
      return l.value((to) => ({ op: 'global', to, name }), node);
    }
    case 'JSXElement':
    case 'JSXFragment':
      return lowerElement(l, node);
    default: {
      const inner = unwrapped(node);
      return inner === node ? l.value((to) => ({ op: 'unreadable', to }), node) : l.expression(inner);
    }
  }
}

function lowerName(l: Lowering, node: t.Identifier): Register {
  const { name } = node;
  const variable = l.scope.find(name);
  if (variable !== undefined) return l.load(variable, node);
  if (name === 'undefined') return l.constant(undefined, node);
  const list = name === 'arguments' ? lowerArgumentsList(l, node) : undefined;
  return list ?? l.value((to) => ({ op: 'global', to, name }), node);
}

function lowerYield(l: Lowering, node: t.YieldExpression): Register {
  const value = node.argument ? l.expression(node.argument) : undefined;
  if (l.frame.yieldAwaits && value !== undefined) return l.value((to) => ({ op: 'await', to, value }), node);
  return l.value(
    (to) => ({
      op: 'yield',
      to,
      ...(value === undefined ? {} : { value }),
      ...(node.delegate ? { delegate: true } : {}),
    }),
    node,
  );
}

function lowerSequence(l: Lowering, node: t.SequenceExpression): Register {
  const last = node.expressions.at(-1);
  for (const one of node.expressions.slice(0, -1)) l.effect(one);
  return last === undefined ? l.constant(undefined, node) : l.expression(last);
}

/** An expression for what it does: no variable holds a value that nobody reads. */
export function lowerEffect(l: Lowering, node: t.Expression): void {
  switch (node.type) {
    case 'LogicalExpression':
      // esbuild: `0 && (module.exports = { … })` is for tools that look for exports.
      if (node.operator === '&&' && node.left.type === 'NumericLiteral' && node.left.value === 0) break;
      if (node.operator !== '??') {
        const operands = operandsOf(node);
        const last = operands.pop();
        const [first] = operands;
        if (last === undefined || first === undefined) return;
        const test = operands.length === 1 ? first : node.left;
        const effect = (): void => l.effect(last);
        const isAnd = node.operator === '&&';
        branchOn(l, test, isAnd ? effect : undefined, isAnd ? undefined : effect, node);
      } else l.expression(node);
      break;
    case 'ConditionalExpression':
      branchOn(
        l,
        node.test,
        () => l.effect(node.consequent),
        () => l.effect(node.alternate),
        node,
      );
      break;
    case 'SequenceExpression':
      for (const one of node.expressions) l.effect(one);
      break;
    case 'NumericLiteral':
    case 'StringLiteral':
      break;
    default:
      l.expression(node);
  }
}

/** A function or class without a name of its own is known by what it is stored to. */
export function lowerNamed(l: Lowering, target: t.Node, node: t.Expression): Register {
  const inner = unwrapped(node);
  switch (inner.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ClassExpression': {
      const { name, nameNode } = nameOf(target);
      return l.nestedValue(inner, () => {
        if (inner.type === 'ClassExpression') return lowerClass(l, inner, name);
        if (inner.type === 'FunctionExpression' && inner.id) return lowerFunctionExpression(l, inner, name);
        return lowerClosure(l, inner, {
          name,
          kind: inner.type === 'ArrowFunctionExpression' ? 'arrow' : 'function',
          nameNode,
        });
      });
    }
    default:
      return l.expression(inner);
  }
}

function nameOf(target: t.Node): { readonly name: string; readonly nameNode?: t.Node } {
  switch (target.type) {
    case 'Identifier':
      return { name: target.name, nameNode: target };
    case 'StringLiteral':
      return { name: target.value, nameNode: target };
    case 'PrivateName':
      return { name: `#${target.id.name}`, nameNode: target };
    case 'MemberExpression':
      return target.computed && target.property.type !== 'StringLiteral' ? { name: '' } : nameOf(target.property);
    default:
      return { name: '' };
  }
}
