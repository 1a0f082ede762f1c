import type { Machine } from '../machine.ts';
import { options, type Value } from '../value.ts';

/**
 * The attributes that an update writes: `SET #n = :name` writes what stands at `:name` to the attribute that `#n` names. One
 * whose attribute the expression does not tell may be any: `*`.
 */
export function updatedAttributes(
  machine: Machine,
  at: (path: string) => readonly Value[],
): readonly (readonly [attribute: string, value: Value])[] {
  const written = new Map<string, string>();
  const names = at('ExpressionAttributeNames').flatMap(options);
  for (const expression of at('UpdateExpression').flatMap(options)) {
    if (expression.kind !== 'constant') continue;
    for (const [, attribute = '', value = ''] of String(expression.value).matchAll(
      /(#?[\w.#]{1,200})\s*=[^=:,]{0,80}(:\w{1,100})/g,
    )) {
      written.set(
        value,
        attribute
          .split('.')
          .map((part) => nameOf(machine, names, part))
          .join('.'),
      );
    }
  }
  return at('ExpressionAttributeValues')
    .flatMap(options)
    .flatMap((values): (readonly [string, Value])[] => {
      if (values.kind !== 'object') return [['*', values]];
      return [...values.object.cells.values].flatMap(([key, value]) =>
        typeof key === 'string' && key !== '#' && key !== 'keys *' ? [[written.get(key) ?? '*', value] as const] : [],
      );
    });
}

function nameOf(machine: Machine, names: readonly Value[], part: string): string {
  if (!part.startsWith('#')) return part;
  for (const one of names) {
    if (one.kind !== 'object') continue;
    const value = one.object.cells.values.get(part);
    if (value?.kind === 'constant' && typeof value.value === 'string') return value.value;
  }
  return '*';
}
