import type { SourceRange } from '@leastwise/model';
import type { Machine } from './machine.ts';
import { checkSinks } from './sinks.ts';
import type { ExternalValue, Value } from './value.ts';

/** `context.body = text`: an assignment that a row may call dangerous. */
export function assignedMember(
  machine: Machine,
  object: ExternalValue,
  key: string,
  value: Value,
  at: SourceRange,
): void {
  checkSinks(machine, machine.specs.canonical(machine.language, `set#${object.name}.${key}`), {
    callee: object,
    receiver: undefined,
    arguments: [{ value }],
    style: 'call',
    at,
    method: undefined,
    language: machine.language,
  });
}
