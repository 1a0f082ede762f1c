import type { SourceRange } from '@leastwise/model';
import type { Register } from '../ir/operation.ts';
import type { Activation } from './activation.ts';
import type { Machine } from './machine.ts';
import { checkSinks } from './sinks.ts';
import type { Value } from './value.ts';

/** For results of `object[key]`: the key. */
const keys = new WeakMap<Activation, Map<Register, Value>>();

/** `object[key]` with a key that somebody else decides. */
export function rememberKey(machine: Machine, activation: Activation, result: Register, key: Value): void {
  if (machine.language !== 'javascript' || machine.labels(key).length === 0) return;
  const known = keys.get(activation) ?? new Map<Register, Value>();
  keys.set(activation, known);
  known.set(result, key);
}

/** `object[first][second] = value`: with `__proto__` first, every object has the member from now on. */
export function checkDeepKey(
  machine: Machine,
  activation: Activation,
  set: { readonly register: Register; readonly object: Value; readonly key: Value; readonly value: Value },
  at: SourceRange,
): void {
  const first = keys.get(activation)?.get(set.register);
  if (first === undefined) return;
  checkSinks(machine, 'operator#set-deep-key', {
    callee: set.object,
    receiver: undefined,
    arguments: [{ value: set.object }, { value: first }, { value: set.key }, { value: set.value }],
    style: 'call',
    at,
    method: undefined,
    language: machine.language,
  });
}
