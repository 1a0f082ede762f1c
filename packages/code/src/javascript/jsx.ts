import type * as t from '@babel/types';
import type { ObjectEntry, Register } from '../ir/index.ts';
import type { Lowering } from './lowering.ts';
import { literalText } from './module-calls.ts';

type Element = t.JSXElement | t.JSXFragment;
type Child = Element['children'][number];

/**
 * `<Order id={id}>…</Order>` calls the component with its properties, children among them. A tag of HTML is
 * `jsx('div', properties)`, with `jsx` a global.
 */
export function lowerElement(l: Lowering, node: Element): Register {
  const entries = node.type === 'JSXElement' ? lowerAttributes(l, node.openingElement) : [];
  const children = lowerChildren(l, node);
  if (children !== undefined) entries.push({ kind: 'entry', key: 'children', value: children });
  const name = node.type === 'JSXElement' ? node.openingElement.name : undefined;
  const component = name && componentOf(l, name);
  const properties = l.value((to) => ({ op: 'object', to, entries }), node);
  if (component !== undefined) {
    return l.value(
      (to) => ({ op: 'call', to, callee: component, arguments: [{ value: properties }], style: 'call' }),
      node,
    );
  }
  const callee = l.value((to) => ({ op: 'global', to, name: 'jsx' }), node);
  const tag = l.constant(name === undefined ? '' : tagText(name), name ?? node);
  const given = [{ value: tag }, { value: properties }];
  return l.value((to) => ({ op: 'call', to, callee, arguments: given, style: 'call' }), node);
}

type TagName = t.JSXOpeningElement['name'];

function componentOf(l: Lowering, name: TagName): Register | undefined {
  if (name.type === 'JSXNamespacedName') return undefined;
  const path: t.JSXIdentifier[] = [];
  let first: t.JSXMemberExpression | t.JSXIdentifier = name;
  while (first.type === 'JSXMemberExpression') {
    path.unshift(first.property);
    first = first.object;
  }
  if (path.length === 0 && /^[a-z]/.test(first.name)) return undefined;
  const { name: root } = first;
  const variable = l.scope.find(root);
  let value =
    root === 'this'
      ? l.value((to) => ({ op: 'this', to }), first)
      : variable === undefined
        ? l.value((to) => ({ op: 'global', to, name: root }), first)
        : l.load(variable, first);
  for (const part of path) {
    const object = value;
    value = l.value((to) => ({ op: 'get', to, object, key: part.name, access: 'member' }), part);
  }
  return value;
}

function tagText(name: TagName): string {
  if (name.type === 'JSXIdentifier') return name.name;
  return name.type === 'JSXNamespacedName' ? `${name.namespace.name}:${name.name.name}` : '';
}

function lowerAttributes(l: Lowering, node: t.JSXOpeningElement): ObjectEntry[] {
  return node.attributes.map((attribute): ObjectEntry => {
    if (attribute.type === 'JSXSpreadAttribute') return { kind: 'spread', value: l.expression(attribute.argument) };
    const key = tagText(attribute.name);
    const { value } = attribute;
    return { kind: 'entry', key, value: value ? lowerChild(l, value) : l.constant(true, attribute) };
  });
}

function lowerChildren(l: Lowering, node: Element): Register | undefined {
  const items = node.children
    .filter((child) => !isBlank(child))
    .map((child) => ({ value: lowerChild(l, child), spread: child.type === 'JSXSpreadChild' }));
  const [first] = items;
  if (first === undefined) return undefined;
  return items.length === 1 && !first.spread
    ? first.value
    : l.value((to) => ({ op: 'list', to, kind: 'list', items }), node);
}

function isBlank(child: Child): boolean {
  if (child.type === 'JSXText') return child.value.trim() === '';
  return child.type === 'JSXExpressionContainer' && child.expression.type === 'JSXEmptyExpression';
}

function lowerChild(l: Lowering, child: Child | t.StringLiteral): Register {
  switch (child.type) {
    case 'JSXText':
      return l.constant(child.value.trim(), child);
    case 'JSXSpreadChild':
    case 'JSXExpressionContainer':
      return child.expression.type === 'JSXEmptyExpression'
        ? l.constant(undefined, child)
        : l.expression(child.expression);
    case 'StringLiteral':
      return l.constant(literalText(child), child);
    default:
      return l.expression(child);
  }
}
