import type { SourceRange, Value } from '@leastwise/model';
import { invalid, known, movedTo, overChoice, unknown } from '../../cloudformation/values.ts';
import type { Expression, MapExpression, NameExpression } from '../syntax/hcl.ts';
import { chooseBetween, isMistake, truthOf } from './conditions.ts';
import { callFunction } from './functions/index.ts';
import { evaluateFor, evaluateSplat } from './loops.ts';
import { arithmetic, comparison, logical } from './operators.ts';
import { rangeIn, type Scope } from './scope.ts';
import { step } from './step.ts';
import { evaluateTemplate } from './template.ts';
import { keyText } from './texts.ts';
import { tooMuch } from './too-much.ts';

/** What an expression comes to. Never throws; a mistake of the configuration is an unknown with the cause `invalid`. */
export function evaluate(expression: Expression, scope: Scope): Value {
  if (expression.kind === 'literal') return known(expression.value, rangeIn(expression, scope.file));
  const { session } = scope.module;
  const origin = rangeIn(expression, scope.file);
  try {
    if (!session.enter()) return tooMuch(origin);
    return evaluateKind(expression, scope, origin);
  } finally {
    session.leave();
  }
}

function evaluateKind(expression: Exclude<Expression, { kind: 'literal' }>, scope: Scope, origin: SourceRange): Value {
  switch (expression.kind) {
    case 'template':
      return evaluateTemplate(expression, scope, origin);
    case 'name':
      return nameValue(expression, scope, origin);
    case 'attribute':
      return (
        rooted(expression.of, expression.name, scope, origin) ??
        step(evaluate(expression.of, scope), expression.name, scope, origin)
      );
    case 'index': {
      const of = evaluate(expression.of, scope);
      return overChoice(evaluate(expression.key, scope), (key) => indexed(of, key, scope, origin));
    }
    case 'splat':
      return evaluateSplat(expression, scope, origin);
    case 'call': {
      const args = expression.args.map((arg) => evaluate(arg, scope));
      return callFunction(expression, args, scope, origin);
    }
    case 'list':
      return known(
        expression.items.map((item) => evaluate(item, scope)),
        origin,
      );
    case 'map':
      return mapValue(expression, scope, origin);
    case 'for':
      return evaluateFor(expression, scope, origin);
    case 'conditional': {
      const condition = evaluate(expression.condition, scope);
      const truth = truthOf(condition, scope);
      if (truth !== undefined) return evaluate(truth ? expression.whenTrue : expression.otherwise, scope);
      // A mistake in the condition is one of the whole, and `try` goes on to the next.
      if (isMistake(condition)) return { ...condition, origin };
      return chooseBetween(
        condition,
        expression.condition,
        evaluate(expression.whenTrue, scope),
        evaluate(expression.otherwise, scope),
        scope,
        origin,
      );
    }
    case 'binary': {
      const left = evaluate(expression.left, scope);
      const right = evaluate(expression.right, scope);
      if (expression.operator === '&&' || expression.operator === '||')
        return logical(expression.operator, left, right, scope, origin);
      if (expression.operator === '==' || expression.operator === '!=')
        return comparison(expression.operator, left, right, scope, origin);
      return arithmetic(expression.operator, left, right, scope, origin);
    }
    case 'unary': {
      const operand = evaluate(expression.operand, scope);
      if (expression.operator === '-') return arithmetic('-', known(0, origin), operand, scope, origin);
      return overChoice(operand, (single) => {
        const truth = truthOf(single, scope);
        if (truth === undefined)
          return single.kind === 'unknown' ? { ...single, origin } : openCondition(single, origin);
        return {
          ...known(!truth, origin),
          ...(single.kind === 'known' && single.assumed !== undefined ? { assumed: single.assumed } : {}),
        };
      });
    }
  }
}

const openCondition = (value: Value, origin: SourceRange): Value =>
  value.kind === 'known'
    ? invalid('A truth value is expected here.', origin)
    : unknown('attribute', 'This is known only to a deployment.', origin);

/** `var.x`, `local.x`, `module.x`, `data.t.n`, `aws_t.n`: two or three names that mean one thing. */
function rooted(of: Expression, name: string, scope: Scope, origin: SourceRange): Value | undefined {
  const { module } = scope;
  if (of.kind === 'name') {
    if (scope.names?.has(of.name) === true) return undefined;
    switch (of.name) {
      case 'var':
        return found(module.variable(name), `The module declares no variable ${name}.`, origin);
      case 'local':
        return found(module.local(name), `The module declares no local value ${name}.`, origin);
      case 'module':
        return found(module.call(name), `The module makes no call ${name}.`, origin);
      case 'path':
      case 'terraform':
        return found(module.constant(of.name, name), `There is no ${of.name}.${name}.`, origin);
      case 'data':
      case 'resource':
      case 'each':
      case 'count':
      case 'self':
      case 'ephemeral':
        return undefined;
      default:
        return found(
          module.resource('managed', of.name, name),
          `The module declares no resource ${of.name}.${name}.`,
          origin,
        );
    }
  }
  if (of.kind !== 'attribute' || of.of.kind !== 'name') return undefined;
  if (of.of.name === 'data')
    return found(
      module.resource('data', of.name, name),
      `The module declares no data source ${of.name}.${name}.`,
      origin,
    );
  if (of.of.name === 'resource')
    return found(
      module.resource('managed', of.name, name),
      `The module declares no resource ${of.name}.${name}.`,
      origin,
    );
  return undefined;
}

function found(value: Value | undefined, problem: string, origin: SourceRange): Value {
  if (value === undefined) return invalid(problem, origin);
  return value.kind === 'reference' && value.attribute === ''
    ? { ...value, origin }
    : movedTo(value, origin, value.origin);
}

function nameValue({ name }: NameExpression, scope: Scope, origin: SourceRange): Value {
  const value = scope.names?.get(name);
  if (value !== undefined)
    return value.kind === 'known'
      ? { ...value, origin, via: [value.origin, ...(value.via ?? [])].slice(0, 8) }
      : { ...value, origin };
  return invalid(`${name} stands for nothing here.`, origin);
}

function indexed(of: Value, key: Value, scope: Scope, origin: SourceRange): Value {
  const text = keyText(key, scope);
  if (text !== undefined) return step(of, text, scope, origin);
  if (of.kind === 'unknown') return { ...of, origin };
  if (key.kind === 'known') return invalid('null or a list cannot pick a member.', origin);
  if (key.kind === 'unknown') return { ...key, origin };
  return unknown('attribute', 'Which member is taken here is known only to a deployment.', origin);
}

function mapValue(expression: MapExpression, scope: Scope, origin: SourceRange): Value {
  const entries = new Map<string, Value>();
  for (const entry of expression.entries) {
    const key = evaluate(entry.key, scope);
    const text = keyText(key, scope);
    if (text === undefined) return key.kind === 'unknown' ? { ...key, origin } : openKey(origin);
    entries.set(String(text), evaluate(entry.value, scope));
  }
  return known(entries, origin);
}

const openKey = (origin: SourceRange): Value =>
  unknown('attribute', 'A key of this map is known only to a deployment.', origin);
