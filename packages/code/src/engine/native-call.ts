import type { SourceRange } from '@leastwise/model';
import type { Machine } from './machine.ts';
import type { PassedArgument, Value } from './value.ts';

/** A call that the engine itself answers. */
export interface NativeCall {
  readonly machine: Machine;
  /** What stands before the dot; undefined for a plain call. */
  readonly receiver: Value | undefined;
  readonly arguments: readonly PassedArgument[];
  readonly style: 'call' | 'new' | 'super';
  readonly at: SourceRange;
}

/** The positional argument at an index; spread ones before it make it unknown. */
export function positional(call: { readonly arguments: readonly PassedArgument[] }, index: number): Value | undefined {
  let position = 0;
  for (const argument of call.arguments) {
    if (argument.name !== undefined || argument.spread !== undefined) continue;
    if (position === index) return argument.value;
    position++;
  }
  return undefined;
}

export function keyword(call: { readonly arguments: readonly PassedArgument[] }, name: string): Value | undefined {
  return call.arguments.find((one) => one.name === name)?.value;
}
