import type { SourceRange } from '@leastwise/model';
import { ancestors } from './class-members.ts';
import type { Machine } from './machine.ts';
import { validatedFields } from './models/validated-model.ts';
import type { ClassValue, ObjectValue, PassedArgument, Value } from './value.ts';

/** `new Order(…)`, `Order(…)`. */
export function construct(
  machine: Machine,
  type: ClassValue,
  given: readonly PassedArgument[],
  at: SourceRange,
): Value {
  const instance: ObjectValue = { kind: 'object', object: machine.newObject('instance', at, { type }) };
  initialise(machine, type, instance, given, at);
  return instance;
}

/** Runs the fields and the constructor of a class on an instance; `super(…)` begins here too. */
export function initialise(
  machine: Machine,
  type: ClassValue,
  instance: ObjectValue,
  given: readonly PassedArgument[],
  at: SourceRange,
): void {
  const own = type.construct ?? (type.language === 'python' ? inheritedConstruct(type) : undefined);
  const [base] = type.bases;
  if (own === undefined && type.language === 'javascript') {
    // Without a constructor the base's runs with the same arguments.
    superConstruct(machine, base, instance, given, at);
    runInitialisers(machine, type, instance, at);
    return;
  }
  if (own === undefined) {
    validatedFields(machine, type, instance, given, at);
    return;
  }
  if (type.language === 'python') {
    machine.callFunction({ ...own, self: instance }, instance, given, at);
    return;
  }
  if (base === undefined) runInitialisers(machine, type, instance, at);
  machine.callFunction(own, instance, given, at);
}

/** `super(…)` in a constructor: first the base, then the fields of the class itself. */
export function superConstruct(
  machine: Machine,
  base: Value | undefined,
  instance: ObjectValue,
  given: readonly PassedArgument[],
  at: SourceRange,
): void {
  if (base?.kind === 'class') initialise(machine, base, instance, given, at);
  else if (base?.kind === 'function') machine.callFunction(base, instance, given, at);
  else if (base?.kind === 'external') {
    machine.call({
      callee: base,
      receiver: undefined,
      arguments: given,
      style: 'new',
      at,
      method: undefined,
      language: machine.language,
    });
  }
}

export function runInitialisers(machine: Machine, type: ClassValue, instance: ObjectValue, at: SourceRange): void {
  for (const { key, function: initialiser } of type.initialisers) {
    const value = machine.callFunction(initialiser, instance, [], at);
    machine.journal.write(instance.object.cells, key, value);
  }
}

function inheritedConstruct(type: ClassValue): ClassValue['construct'] {
  return ancestors(type).find((one) => one.construct !== undefined)?.construct;
}
