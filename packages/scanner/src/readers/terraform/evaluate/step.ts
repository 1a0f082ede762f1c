import type { SourceRange, Value } from '@leastwise/model';
import { invalid, movedTo, overChoice } from '../../cloudformation/values.ts';
import { isEncodedText } from './encoded-text.ts';
import type { Scope } from './scope.ts';

/** The member of a value: of a map by name, of a list by number, of a resource its attribute. */
export function step(of: Value, key: string | number, scope: Scope, origin: SourceRange): Value {
  return overChoice(of, (value) => stepInto(value, key, scope, origin));
}

function stepInto(of: Value, key: string | number, scope: Scope, origin: SourceRange): Value {
  switch (of.kind) {
    case 'unknown': {
      const { name, ...rest } = of;
      return { ...rest, origin, ...(name === undefined ? {} : { name: `${name}.${key}` }) };
    }
    case 'reference': {
      const { session } = scope.module;
      if (of.attribute !== '') return { ...of, attribute: `${of.attribute}.${key}`, origin };
      if (session.isOpenCollection(of.node) && isPosition(key)) return { ...of, origin };
      if (typeof key === 'number') return invalid('This is one thing, not a list of them.', origin);
      return session.attribute(of.node, key, origin);
    }
    case 'text':
    case 'absent':
      return invalid(`A text has no member ${key}.`, origin);
    case 'choice':
      return of;
    case 'known':
      break;
  }
  const data = of.value;
  if (data === null) return invalid(`null has no member ${key}.`, origin);
  if (typeof data !== 'object' || isEncodedText(of)) return invalid(`A text or a number has no member ${key}.`, origin);
  const found =
    data instanceof Map
      ? data.get(String(key))
      : (data as readonly Value[])[positionOf(key, (data as readonly Value[]).length)];
  if (found === undefined) return invalid(`There is no member ${key}.`, origin);
  if (found.kind === 'reference' && found.attribute === '') return { ...found, origin };
  const through = of.via === undefined ? [] : of.via.slice(0, 2);
  return movedTo(found, origin, found.origin, ...through);
}

/** A key that cannot be an attribute, so it picks an instance. */
const isPosition = (key: string | number): boolean => typeof key === 'number' || !/^[a-z_][a-z0-9_]*$/.test(key);

function positionOf(key: string | number, length: number): number {
  const index = typeof key === 'number' ? key : /^\d+$/.test(key) ? Number(key) : -1;
  return Number.isInteger(index) && index < length ? index : -1;
}
