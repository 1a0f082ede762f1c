import type * as t from '@babel/types';
import type { Register } from '../ir/index.ts';
import { lowerLogicalAssignment, isSurelyText } from './operators.ts';
import type { Lowering } from './lowering.ts';
import { declaredKey, memberKey } from './members.ts';
import { unwrapped } from './unwrap.ts';

/** `declare`: the first store of what a declaration binds. */
type Mode = 'declare' | 'assign';

/** Puts a value where a pattern says. */
export function assignPattern(l: Lowering, target: t.Node, value: Register, mode: Mode): void {
  switch (target.type) {
    case 'Identifier':
      return assignName(l, target, value, mode);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return assignMember(l, target, value);
    case 'ObjectPattern':
      return l.nested(target, () => assignMembers(l, target, value, mode));
    case 'ArrayPattern':
      return l.nested(target, () => assignElements(l, target, value, mode));
    case 'AssignmentPattern':
      return assignPattern(l, target.left, lowerDefault(l, target, value), mode);
    case 'TSParameterProperty':
      return assignPattern(l, target.parameter, value, mode);
    case 'RestElement':
      return assignPattern(l, target.argument, value, mode);
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TypeCastExpression':
      return assignPattern(l, unwrapped(target), value, mode);
    default:
      l.emit({ op: 'unreadable' }, target);
  }
}

function assignName(l: Lowering, target: t.Identifier, value: Register, mode: Mode): void {
  const variable = l.scope.find(target.name);
  if (variable === undefined) l.emit({ op: 'set-global', name: target.name, value }, target);
  else if (mode === 'declare') l.initialise(variable, value, target);
  else {
    variable.isReassigned = true;
    l.store(variable, value, target);
  }
}

function assignMember(l: Lowering, target: t.MemberExpression | t.OptionalMemberExpression, value: Register): void {
  const object =
    target.object.type === 'Super' ? l.value((to) => ({ op: 'this', to }), target.object) : l.expression(target.object);
  const key = memberKey(l, target);
  l.emit({ op: 'set', object, key, access: 'member', value }, target);
}

function assignMembers(l: Lowering, pattern: t.ObjectPattern, object: Register, mode: Mode): void {
  const taken: (string | { readonly register: Register })[] = [];
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      // A copy without what was taken before.
      const rest = l.value((to) => ({ op: 'object', to, entries: [{ kind: 'spread', value: object }] }), property);
      for (const key of taken) l.emit({ op: 'delete', object: rest, key, access: 'member' }, property);
      assignPattern(l, property.argument, rest, mode);
    } else {
      const key = declaredKey(l, property);
      taken.push(key);
      const value = l.value((to) => ({ op: 'get', to, object, key, access: 'member' }), property);
      assignPattern(l, property.value, value, mode);
    }
  }
}

function assignElements(l: Lowering, pattern: t.ArrayPattern, list: Register, mode: Mode): void {
  for (const [index, element] of pattern.elements.entries()) {
    if (element === null) continue;
    if (element.type === 'RestElement') {
      const callee = l.value((to) => ({ op: 'get', to, object: list, key: 'slice', access: 'member' }), element);
      const from = { value: l.constant(index, element) };
      const rest = l.value(
        (to) => ({ op: 'call', to, callee, receiver: list, arguments: [from], style: 'call' }),
        element,
      );
      assignPattern(l, element.argument, rest, mode);
    } else {
      const key = String(index);
      const value = l.value((to) => ({ op: 'get', to, object: list, key, access: 'member' }), element);
      assignPattern(l, element, value, mode);
    }
  }
}

/** `limit = 10`: the default where the value is undefined. */
export function lowerDefault(l: Lowering, pattern: t.AssignmentPattern, value: Register): Register {
  const result = l.temporary('default');
  const nothing = l.constant(undefined, pattern);
  const isMissing = l.value((to) => ({ op: 'binary', to, operator: '===', left: value, right: nothing }), pattern);
  l.branch(
    isMissing,
    () => l.store(result, l.named(pattern.left, pattern.right), pattern.right),
    () => l.store(result, value, pattern.left),
    pattern,
  );
  return l.load(result, pattern);
}

export function lowerAssignment(l: Lowering, node: t.AssignmentExpression): Register {
  if (node.operator === '=') {
    const value = l.named(node.left, node.right);
    assignPattern(l, node.left, value, 'assign');
    return value;
  }
  const place = readPlace(l, node.left);
  if (node.operator === '&&=' || node.operator === '||=' || node.operator === '??=') {
    return lowerLogicalAssignment(l, node, place.before, place.assign);
  }
  const operator = node.operator.slice(0, -1);
  const right = l.expression(node.right);
  const left = place.before;
  const value =
    operator === '+' && isSurelyText(node.right)
      ? l.value((to) => ({ op: 'join', to, parts: [left, right] }), node)
      : l.value((to) => ({ op: 'binary', to, operator, left, right }), node);
  place.assign(value);
  return value;
}

/** `count++`: the old value, or the new one when it stands before. */
export function lowerUpdate(l: Lowering, node: t.UpdateExpression): Register {
  const place = readPlace(l, node.argument);
  const one = l.constant(1, node);
  const operator = node.operator === '++' ? '+' : '-';
  const after = l.value((to) => ({ op: 'binary', to, operator, left: place.before, right: one }), node);
  place.assign(after);
  return node.prefix ? after : place.before;
}

interface Place {
  readonly before: Register;
  readonly assign: (value: Register) => void;
}

/** Reads what stands at a place that is assigned next; the object and the key are evaluated once. */
function readPlace(l: Lowering, written: t.Node): Place {
  const target = unwrapped(written as t.Expression);
  if (target.type === 'MemberExpression' || target.type === 'OptionalMemberExpression') {
    const isSuper = target.object.type === 'Super';
    const object = isSuper
      ? l.value((to) => ({ op: 'this', to }), target)
      : l.expression(target.object as t.Expression);
    const key = memberKey(l, target);
    const before = l.value((to) => ({ op: 'get', to, object, key, access: 'member' }), target);
    return { before, assign: (value) => l.emit({ op: 'set', object, key, access: 'member', value }, target) };
  }
  const before = l.expression(target);
  return { before, assign: (value) => assignPattern(l, target, value, 'assign') };
}
