import type { Choice, Data, Known, SourceRange, Unknown, UnknownCause, Value } from '@leastwise/model';

export function known(value: Data, origin: SourceRange): Known {
  return { kind: 'known', value, origin };
}

export function unknown(
  cause: UnknownCause,
  reason: string,
  origin: SourceRange,
  more: Pick<Unknown, 'name' | 'settleWith' | 'sensitive' | 'about'> = {},
): Unknown {
  return { kind: 'unknown', cause, reason, origin, ...more };
}

export const invalid = (reason: string, origin: SourceRange): Unknown => unknown('invalid', reason, origin);

/** How many definitions a value may name; longer chains say nothing more to a person. */
const MAX_VIA = 8;

/** The value as it appears at `origin`, computed through its own place and what that came through. */
export function movedTo<V extends Value>(value: V, origin: SourceRange, ...through: readonly SourceRange[]): V {
  const via = [...through, ...(value.via ?? [])].slice(0, MAX_VIA);
  return via.length === 0 ? { ...value, origin } : { ...value, origin, via };
}

/** Applies `step` to a value, or to each option of a choice. */
export function overChoice(value: Value, step: (single: Value) => Value): Value {
  if (value.kind !== 'choice') return step(value);
  const choice: Choice = {
    ...value,
    options: value.options.map((option) => ({ when: option.when, value: step(option.value) })),
  };
  return choice;
}

/** True when two settled scalars are the same to CloudFormation, which compares their text. */
export function scalarText(value: Value): string | undefined {
  if (value.kind !== 'known') return undefined;
  const data = value.value;
  if (data === null) return '';
  return typeof data === 'object' ? undefined : String(data);
}
