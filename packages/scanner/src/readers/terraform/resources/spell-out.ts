import { asList, asMap, type Value } from '@leastwise/model';
import { argument, isNothing } from './argument.ts';
import { known } from './read.ts';
import type { Read } from './row.ts';

const MAX_DEPTH = 24;

/** Blocks whose list CloudFormation calls by the plural. */
const plurals: Readonly<Record<string, string>> = {
  excluded_rule: 'ExcludedRules',
  rule_action_override: 'RuleActionOverrides',
};

/**
 * A block as CloudFormation nests it when the provider only changed the spelling: names in capitals, a list of one block as a
 * map. `kept` are blocks that stay lists.
 */
export function spelledOut(path: string, kept: readonly string[] = []): Read {
  return (scope) => {
    const value = argument(scope.block, path);
    return isNothing(value) ? undefined : spell(value, new Set(kept), '', 0);
  };
}

function spell(value: Value, kept: ReadonlySet<string>, name: string, depth: number): Value {
  if (depth > MAX_DEPTH) return value;
  const items = asList(value);
  if (items !== undefined) {
    const spelled = items.map((item) => spell(item, kept, '', depth + 1));
    const first = spelled[0];
    const isBlock = items.length === 1 && first !== undefined && asMap(first) !== undefined && !kept.has(name);
    return isBlock ? first : known(spelled, value.origin);
  }
  const map = asMap(value);
  if (map === undefined) return value;
  return known(
    new Map([...map].map(([key, inner]) => [plurals[key] ?? capitals(key), spell(inner, kept, key, depth + 1)])),
    value.origin,
  );
}

/** `dead_letter_config` → `DeadLetterConfig`. */
export function capitals(name: string): string {
  return name
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
