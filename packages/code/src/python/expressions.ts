import type { Argument, ListItem, ObjectEntry, Register } from '../ir/index.ts';
import { lowerComprehension } from './comprehensions.ts';
import { lowerLambda } from './functions.ts';
import { itemKey } from './item-key.ts';
import type { Lowering } from './lowering.ts';
import { lowerBinary, lowerComparison, lowerConditional, lowerLogical } from './operators.ts';
import type {
  AttributeAccess,
  Call,
  CallArgument,
  Dictionary,
  Expression,
  Sequence,
  Slice,
  Subscript,
} from './syntax.ts';
import { lowerFormatted } from './text.ts';

export function lowerExpression(l: Lowering, node: Expression): Register {
  switch (node.type) {
    case 'name':
      return l.loadName(node.name, node);
    case 'literal':
      return l.constant(node.value, node);
    case 'attribute':
    case 'subscript':
    case 'call':
      return lowerPostfix(l, node);
    case 'formatted':
      return lowerFormatted(l, node);
    case 'binary':
      return lowerBinary(l, node);
    case 'unary':
      return lowerUnary(l, node.operator, node);
    case 'logical':
      return lowerLogical(l, node);
    case 'comparison':
      return lowerComparison(l, node);
    case 'conditional':
      return lowerConditional(l, node);
    case 'lambda':
      return lowerLambda(l, node, '');
    case 'sequence':
      return lowerSequence(l, node);
    case 'dictionary':
      return lowerDictionary(l, node);
    case 'comprehension':
      return lowerComprehension(l, node);
    case 'await': {
      const value = l.expression(node.value);
      return l.value((to) => ({ op: 'await', to, value }), node);
    }
    case 'yield': {
      const value = node.value === undefined ? undefined : l.expression(node.value);
      const about = { ...(value === undefined ? {} : { value }), ...(node.isDelegated ? { delegate: true } : {}) };
      return l.value((to) => ({ op: 'yield', to, ...about }), node);
    }
    case 'starred':
      return l.expression(node.value);
    case 'walrus': {
      const value = l.expression(node.value);
      l.storeName(node.target.name, value, node.target);
      return value;
    }
    case 'slice':
      return lowerSlice(l, node);
    case 'unreadable':
      return l.value((to) => ({ op: 'unreadable', to }), node);
    default:
      return node satisfies never;
  }
}

function lowerUnary(l: Lowering, operator: string, node: Expression & { readonly type: 'unary' }): Register {
  const operand = node.value;
  if (operator === '-' && operand.type === 'literal') {
    if (typeof operand.value === 'number' || typeof operand.value === 'bigint') return l.constant(-operand.value, node);
  }
  const value = l.expression(operand);
  return l.value((to) => ({ op: 'unary', to, operator, value }), node);
}

/** `a.b[c](d)` leans to the left as far as it is long: it is walked, not descended. */
function lowerPostfix(l: Lowering, node: AttributeAccess | Subscript | Call): Register {
  const chain: (AttributeAccess | Subscript | Call)[] = [];
  let base: Expression = node;
  while (base.type === 'attribute' || base.type === 'subscript' || base.type === 'call') {
    chain.push(base);
    base = base.type === 'call' ? base.callee : base.object;
  }
  let value = l.expression(base);
  let receiver: Register | undefined;
  for (let index = chain.length - 1; index >= 0; index--) {
    const link = chain[index] as AttributeAccess | Subscript | Call;
    const object = value;
    if (link.type === 'call') value = lowerCall(l, link, object, receiver);
    else if (link.type === 'attribute') {
      const key = link.name;
      value = l.value((to) => ({ op: 'get', to, object, key, access: 'member' }), link);
    } else {
      const key = itemKey(l, link.key);
      value = l.value((to) => ({ op: 'get', to, object, key, access: 'item' }), link);
    }
    receiver = link.type === 'attribute' ? object : undefined;
  }
  return value;
}

function lowerCall(l: Lowering, node: Call, callee: Register, receiver: Register | undefined): Register {
  const list = lowerArguments(l, node.arguments);
  return l.value(
    (to) => ({
      op: 'call',
      to,
      callee,
      ...(receiver === undefined ? {} : { receiver }),
      arguments: list,
      style: 'call',
    }),
    node,
  );
}

export function lowerArguments(l: Lowering, list: readonly CallArgument[]): Argument[] {
  return list.map(({ value, name, spread }) => ({
    value: l.expression(value),
    ...(name === undefined ? {} : { name }),
    ...(spread === undefined ? {} : { spread }),
  }));
}

/** `x[a:b]` asks for the item `slice(a, b)`, as Python itself does; a part that is left out is `None`. */
function lowerSlice(l: Lowering, node: Slice): Register {
  const list = node.parts.map((part) => ({ value: part === undefined ? l.constant(null, node) : l.expression(part) }));
  const callee = l.value((to) => ({ op: 'global', to, name: 'slice' }), node);
  return l.value((to) => ({ op: 'call', to, callee, arguments: list, style: 'call' }), node);
}

function lowerSequence(l: Lowering, node: Sequence): Register {
  const items = node.items.map((item): ListItem => ({ value: l.expression(item), spread: item.type === 'starred' }));
  return l.value((to) => ({ op: 'list', to, kind: node.kind, items }), node);
}

function lowerDictionary(l: Lowering, node: Dictionary): Register {
  const entries = node.entries.map(({ key, value }): ObjectEntry => {
    if (key === undefined) return { kind: 'spread', value: l.expression(value) };
    const name = itemKey(l, key);
    return { kind: 'entry', key: name, value: l.expression(value) };
  });
  return l.value((to) => ({ op: 'object', to, entries }), node);
}
