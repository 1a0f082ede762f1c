import type { SourceRange, Value } from '@leastwise/model';
import { known, unknown } from '../../cloudformation/values.ts';
import type { ForExpression, SplatExpression } from '../syntax/hcl.ts';
import { truthOf } from './conditions.ts';
import { iterate } from './iterate.ts';
import { rangeIn, withNames, type Scope } from './scope.ts';
import { step } from './step.ts';
import { keyText } from './texts.ts';
import { tooMuch } from './too-much.ts';

export function evaluateFor(loop: ForExpression, scope: Scope, origin: SourceRange): Value {
  const over = scope.module.session.evaluate(loop.over, scope);
  if (over.kind === 'choice') {
    return {
      ...over,
      origin,
      options: over.options.map(({ when, value }) => ({ when, value: runLoop(loop, value, scope, origin) })),
    };
  }
  return runLoop(loop, over, scope, origin);
}

function runLoop(loop: ForExpression, over: Value, scope: Scope, origin: SourceRange): Value {
  const items = iterate(over, scope);
  if (items === undefined) {
    return over.kind === 'unknown'
      ? { ...over, origin }
      : unknown('attribute', 'What this loop runs over is known only to a deployment.', origin);
  }
  if (!scope.module.session.spend(items.length)) return tooMuch(origin);
  const list: Value[] = [];
  const map = new Map<string, Value>();
  const groups = new Map<string, Value[]>();
  for (const [key, value] of items) {
    const inner = withNames(
      scope,
      loop.keyName === undefined
        ? [[loop.valueName, value]]
        : [
            [loop.keyName, key],
            [loop.valueName, value],
          ],
    );
    if (loop.condition !== undefined) {
      const truth = truthOf(scope.module.session.evaluate(loop.condition, inner), scope);
      if (truth === false) continue;
      // Which members there are is open then, and all of them may be there.
    }
    const made = scope.module.session.evaluate(loop.value, inner);
    if (loop.key === undefined) {
      list.push(made);
      continue;
    }
    const name = scope.module.session.evaluate(loop.key, inner);
    const text = keyText(name, scope);
    if (text === undefined) {
      return name.kind === 'unknown'
        ? { ...name, origin }
        : unknown('attribute', 'A key of this map is known only to a deployment.', origin);
    }
    if (!loop.groups) map.set(String(text), made);
    else groups.set(String(text), [...(groups.get(String(text)) ?? []), made]);
  }
  if (loop.key === undefined) return known(list, origin);
  for (const [key, values] of groups) map.set(key, known(values, origin));
  return known(sorted(map), origin);
}

/** A map is in the order of its keys to Terraform. */
function sorted(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

export function evaluateSplat(splat: SplatExpression, scope: Scope, origin: SourceRange): Value {
  const of = scope.module.session.evaluate(splat.of, scope);
  const one = (value: Value): Value =>
    splat.steps.reduce((current, each) => {
      if ('name' in each)
        return step(current, each.name, scope, rangeIn({ start: splat.start, end: each.end }, scope.file));
      const key = keyText(scope.module.session.evaluate(each.key, scope), scope);
      return key === undefined
        ? unknown('attribute', 'Which member is taken here is not known.', origin)
        : step(current, key, scope, origin);
    }, value);
  if (of.kind === 'choice') {
    return {
      ...of,
      origin,
      options: of.options.map(({ when, value }) => ({ when, value: known(itemsOf(value).map(one), origin) })),
    };
  }
  if (of.kind === 'unknown') return { ...of, origin };
  if (of.kind === 'reference' && of.attribute !== '') return { ...one(of), origin };
  const items = itemsOf(of);
  return scope.module.session.spend(items.length) ? known(items.map(one), origin) : tooMuch(origin);
}

/** What a splat runs over: a list as it is, null as nothing, anything else as a list of one. */
function itemsOf(value: Value): readonly Value[] {
  if (value.kind !== 'known') return [value];
  if (value.value === null) return [];
  return Array.isArray(value.value) ? (value.value as readonly Value[]) : [value];
}
