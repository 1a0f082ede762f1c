import type { Choice, SourceRange, Value } from '@leastwise/model';
import { unknown } from '../../cloudformation/values.ts';
import type { Expression } from '../syntax/hcl.ts';
import type { Scope } from './scope.ts';

/** Whether a condition holds; undefined when that is not known. */
export function truthOf(value: Value, scope: Scope): boolean | undefined {
  const settled = scope.module.session.lookThrough(value);
  if (settled.kind !== 'known') return undefined;
  if (typeof settled.value === 'boolean') return settled.value;
  if (settled.value === 'true') return true;
  return settled.value === 'false' ? false : undefined;
}

/** A mistake of the configuration: what `try` and `can` catch. */
export function isMistake(value: Value, depth = 0): boolean {
  if (value.kind === 'unknown') return value.cause === 'invalid';
  if (value.kind !== 'known' || depth > 6) return false;
  const data = value.value;
  if (data instanceof Map) return [...data.values()].some((inner) => isMistake(inner, depth + 1));
  return Array.isArray(data) && (data as readonly Value[]).some((inner) => isMistake(inner, depth + 1));
}

/** How many values one expression may be open between. */
export const MAX_OPTIONS = 16;

/** Both branches of a conditional whose condition is open. */
export function chooseBetween(
  condition: Value,
  written: Expression,
  then: Value,
  otherwise: Value,
  scope: Scope,
  origin: SourceRange,
): Value {
  if (isSame(then, otherwise)) return { ...then, origin };
  const when = shownCondition(written, scope);
  const options = [...optionsOf(then, when), ...optionsOf(otherwise, `not ${when}`)];
  if (options.length > MAX_OPTIONS)
    return unknown('limit', 'This has more possible values than are looked at.', origin);
  const via = [condition.origin, ...(condition.via ?? [])].slice(0, 4);
  const choice: Choice = { kind: 'choice', options, origin, via };
  return choice;
}

function optionsOf(value: Value, when: string): Choice['options'] {
  if (value.kind !== 'choice') return [{ when, value }];
  return value.options.map((option) => ({ when: `${when}, ${option.when}`, value: option.value }));
}

function isSame(one: Value, other: Value): boolean {
  if (one.kind === 'known' && other.kind === 'known') return one.value === other.value && typeof one.value !== 'object';
  return (
    one.kind === 'reference' &&
    other.kind === 'reference' &&
    one.node === other.node &&
    one.attribute === other.attribute
  );
}

/** The condition as written, on one line. */
export function shownCondition(written: Expression, scope: Scope): string {
  const read = scope.module.session.tree.read(scope.file);
  const text = 'text' in read ? read.text.slice(written.start, Math.min(written.end, written.start + 200)) : '';
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 77)}...` : line || 'the condition holds';
}
