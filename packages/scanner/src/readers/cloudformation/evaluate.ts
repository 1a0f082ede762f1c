import type { Value } from '@leastwise/model';
import type { ListNode, MapNode, ScalarNode, SyntaxNode } from '../syntax/syntax-node.ts';
import { expandEntries, substituted } from './expand-entries.ts';
import { functions } from './functions/index.ts';
import { intrinsicOf } from './intrinsic.ts';
import { rangeOf, type Scope } from './scope.ts';
import { textValue } from './text-value.ts';
import { invalid, known, unknown } from './values.ts';

/** The value of a piece of template, every intrinsic resolved as far as the text allows. Never throws. */
export function evaluate(node: SyntaxNode, scope: Scope): Value {
  if (node.kind === 'scalar' && node.tag === undefined) return scalar(node, scope);
  try {
    return scope.stack.enter() ? structure(node, scope) : tooComplex(node, scope);
  } finally {
    scope.stack.leave();
  }
}

function structure(node: SyntaxNode, scope: Scope): Value {
  const call = intrinsicOf(node);
  if (call !== undefined) {
    const apply = functions.get(call.name);
    if (apply !== undefined) return apply(call.argument, scope, rangeOf(node, scope));
    return unknownFunction(node, call.name, scope);
  }
  switch (node.kind) {
    case 'scalar':
      return scalar(node, scope);
    case 'list':
      return list(node, scope);
    case 'map':
      return map(node, scope);
  }
}

function scalar(node: ScalarNode, scope: Scope): Value {
  if (node.resolved !== undefined) return node.resolved;
  const origin = rangeOf(node, scope);
  if (typeof node.value !== 'string') return known(node.value, origin);
  const text = scope.locals === undefined ? node.value : substituted(node.value, scope.locals);
  return text.includes('{{resolve:') ? textValue([text], origin) : known(text, origin);
}

/** Members that are `AWS::NoValue` are not there. */
function list(node: ListNode, scope: Scope): Value {
  const items: Value[] = [];
  for (const item of node.items) {
    const value = evaluate(item, scope);
    if (value.kind !== 'absent') items.push(value);
  }
  return known(items, rangeOf(node, scope));
}

function map(node: MapNode, scope: Scope): Value {
  const members = new Map<string, Value>();
  if (!node.entries.some((entry) => entry.key.startsWith('Fn::')) && scope.locals === undefined) {
    for (const entry of node.entries) {
      const value = evaluate(entry.value, scope);
      if (value.kind !== 'absent' || scope.keepsNoValue === true) members.set(entry.key, value);
    }
    return known(members, rangeOf(node, scope));
  }
  const { entries, open } = expandEntries(node, scope);
  for (const entry of entries) {
    const value = evaluate(entry.node, entry.scope);
    if (value.kind !== 'absent' || scope.keepsNoValue === true) members.set(entry.key, value);
  }
  // What a macro adds beside known members may be anything, so only the transform itself is lost.
  for (const unresolved of open) members.set(unresolved.name ?? 'Fn::Transform', unresolved);
  return known(members, rangeOf(node, scope));
}

function unknownFunction(node: SyntaxNode, name: string, scope: Scope): Value {
  const range = rangeOf(node, scope);
  const written = node.tag ?? name;
  scope.stack.report({
    code: 'intrinsic-unknown',
    message: `CloudFormation has no function ${written}, so its value is not known.`,
    range,
    hint: 'Check the spelling of the function.',
    effect: 'note',
  });
  return invalid(`CloudFormation has no function ${written}.`, range);
}

function tooComplex(node: SyntaxNode, scope: Scope): Value {
  const range = rangeOf(node, scope);
  scope.stack.report({
    code: 'template-too-complex',
    message: 'What stands here leads to so many other values that it was not followed to the end.',
    range,
    hint: 'Write the values out, or split the template.',
    effect: 'incomplete',
  });
  return unknown('limit', 'What stands here leads to more values than are followed.', range);
}
