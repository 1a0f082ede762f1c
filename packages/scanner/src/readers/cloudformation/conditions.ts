import type { Diagnostic, SourceRange, Value } from '@leastwise/model';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import { argumentsOf, conditionCallOf, intrinsicOf } from './intrinsic.ts';
import { rangeOf, type Entry, type Scope } from './scope.ts';
import { spelled } from './spelled.ts';
import { scalarText } from './values.ts';
import type { VariableSeed, World } from './variables.ts';

export interface Conditions {
  truth(name: string, at: SourceRange): boolean;
  holds(node: SyntaxNode, scope: Scope): boolean;
  /** The variable behind a node that is nothing but a `Ref` to a parameter or pseudo parameter. */
  directSeed(node: SyntaxNode, scope: Scope): VariableSeed | undefined;
}

export interface ConditionSource {
  readonly world: World;
  /** Tells the stacks of an application apart. */
  readonly stackKey: string;
  entries(): ReadonlyMap<string, Entry>;
  seed(name: string): VariableSeed | undefined;
  report(diagnostic: Diagnostic): void;
}

/** The truth of the conditions of one stack in one world. What nothing settles is a variable of the world. */
export function createConditions(source: ConditionSource): Conditions {
  const { world, stackKey } = source;
  const settled = new Map<string, boolean | 'in-progress'>();

  function truth(name: string, at: SourceRange): boolean {
    const present = settled.get(name);
    if (typeof present === 'boolean') return present;
    const entry = source.entries().get(name);
    if (present === 'in-progress' || entry === undefined) {
      source.report(present === undefined ? missingCondition(name, at) : cyclicCondition(name, at));
      return free(`condition ${stackKey}${name}`, name);
    }
    settled.set(name, 'in-progress');
    const result = followed(name, entry);
    settled.set(name, result);
    return result;
  }

  /** A chain of conditions may be longer than the call stack. */
  function followed(name: string, entry: Entry): boolean {
    try {
      return world.enter() ? holds(entry.node, entry.scope) : free(`condition ${stackKey}${name}`, name);
    } finally {
      world.leave();
    }
  }

  function free(key: string, label: string): boolean {
    const seed: VariableSeed = {
      key,
      label,
      initial: () => [
        { shown: '=false', truth: false },
        { shown: '=true', truth: true },
      ],
    };
    return world.chosen(seed, true)?.truth === true;
  }

  function holds(node: SyntaxNode, scope: Scope): boolean {
    const call = conditionCallOf(node);
    if (call === undefined) {
      const literal = node.kind === 'scalar' ? String(node.value).toLowerCase() : undefined;
      if (literal === 'true' || literal === 'false') return literal === 'true';
      return opaque(node, scope);
    }
    const parts = argumentsOf(call.argument);
    switch (call.name) {
      case 'Condition': {
        const name = call.argument.kind === 'scalar' ? call.argument.text : undefined;
        return name === undefined ? holds(call.argument, scope) : truth(name, rangeOf(node, scope));
      }
      // Every part is evaluated, so that what a later one hangs on is found in each world.
      case 'Fn::And':
        return parts.map((part) => holds(part, scope)).every(Boolean);
      case 'Fn::Or':
        return parts.map((part) => holds(part, scope)).some(Boolean);
      case 'Fn::Not':
        return parts[0] === undefined ? opaque(node, scope) : !holds(parts[0], scope);
      case 'Fn::Equals':
        return parts[0] === undefined || parts[1] === undefined
          ? opaque(node, scope)
          : equals(parts[0], parts[1], scope);
      default: {
        const text = scalarText(world.tracked(() => scope.stack.evaluate(node, scope)).result)?.toLowerCase();
        return text === 'true' || text === 'false' ? text === 'true' : opaque(node, scope);
      }
    }
  }

  const opaque = (node: SyntaxNode, scope: Scope): boolean =>
    free(`part ${stackKey}${scope.file}:${node.start}`, 'a condition that cannot be read');

  function equals(left: SyntaxNode, right: SyntaxNode, scope: Scope): boolean {
    const a = operand(left, scope);
    const b = operand(right, scope);
    offer(a, b);
    offer(b, a);
    if (isAnother(a, b) || isAnother(b, a)) return false;
    const same = compare(a.value, b.value, stackKey);
    if (same !== undefined) return same;
    const names = [name(a.value, left, scope), name(b.value, right, scope)];
    return free(`equal ${[...names].sort().join('\n')}`, names.join('='));
  }

  interface Operand {
    readonly value: Value;
    readonly seed: VariableSeed | undefined;
    readonly seeds: ReadonlySet<VariableSeed>;
  }

  function operand(node: SyntaxNode, scope: Scope): Operand {
    const { result, seeds } = world.tracked(() => scope.stack.evaluate(node, scope));
    return { value: result, seed: directSeed(node, scope), seeds };
  }

  /** A literal that a variable is compared with is one of its interesting values. */
  function offer(variable: Operand, literal: Operand): void {
    const text = scalarText(literal.value);
    if (variable.seed !== undefined && text !== undefined && literal.seeds.size === 0) {
      world.variables.suggest(variable.seed, text);
    }
  }

  /** True when a variable stands at "none of the literals", and the other side is one of them. */
  function isAnother(variable: Operand, literal: Operand): boolean {
    if (variable.seed === undefined || literal.seeds.size > 0 || scalarText(literal.value) === undefined) return false;
    const candidate = world.chosen(variable.seed, true);
    return candidate !== undefined && candidate.text === undefined && candidate.truth === undefined;
  }

  function name(value: Value, node: SyntaxNode, scope: Scope): string {
    return spelled(value, stackKey) ?? `${scope.file}:${node.start}`;
  }

  function directSeed(node: SyntaxNode, scope: Scope): VariableSeed | undefined {
    const call = intrinsicOf(node);
    if (call?.name !== 'Ref' || call.argument.kind !== 'scalar' || scope.locals?.has(call.argument.text) === true)
      return undefined;
    return source.seed(call.argument.text);
  }

  return { truth, holds, directSeed };
}

/** Whether two values are equal; undefined when only a deployment knows. */
export function compare(a: Value, b: Value, stackKey: string): boolean | undefined {
  const left = scalarText(a);
  const right = scalarText(b);
  if (left !== undefined && right !== undefined) return left === right;
  const one = spelled(a, stackKey);
  if (one !== undefined && one === spelled(b, stackKey)) return true;
  if (left !== undefined && cannotBe(b, left)) return false;
  if (right !== undefined && cannotBe(a, right)) return false;
  return undefined;
}

/** True when a value with holes can never be this literal. What a resource refers to is never empty. */
function cannotBe(value: Value, literal: string): boolean {
  if (value.kind === 'reference') return literal === '';
  if (value.kind !== 'text') return false;
  const first = value.parts[0];
  const last = value.parts.at(-1);
  if (typeof first === 'string' && !literal.startsWith(first)) return true;
  if (typeof last === 'string' && !literal.endsWith(last)) return true;
  return literal === '' && value.parts.some((part) => typeof part !== 'string' && part.kind === 'reference');
}

const missingCondition = (name: string, at: SourceRange): Diagnostic => ({
  code: 'condition-unknown',
  message: `There is no condition ${JSON.stringify(name)}; both outcomes are looked at.`,
  range: at,
  hint: 'Add the condition, or correct its name.',
  effect: 'note',
});

const cyclicCondition = (name: string, at: SourceRange): Diagnostic => ({
  code: 'condition-cycle',
  message: `The condition ${JSON.stringify(name)} depends on itself; both outcomes are looked at.`,
  range: at,
  hint: 'Break the cycle; CloudFormation refuses this template.',
  effect: 'note',
});
