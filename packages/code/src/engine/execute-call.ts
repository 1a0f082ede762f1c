import type { Operation } from '../ir/operation.ts';
import { rangeOf, valueOf, type Activation } from './activation.ts';
import type { Interpreter } from './interpreter.ts';
import { joinAll } from './join.ts';
import type { CallSite } from './machine.ts';
import type { PassedArgument, Value } from './value.ts';

type Call = Extract<Operation, { op: 'call' }>;

/** One call as it is written: the callee, what it is called on and what it is given. */
export function executeCall(machine: Interpreter, activation: Activation, operation: Call): Value {
  const at = rangeOf(activation, operation);
  const receiver = operation.receiver === undefined ? undefined : valueOf(activation, operation.receiver);
  const method = methodName(machine, activation, operation);
  const given = operation.arguments.map((argument): PassedArgument => {
    const value = valueOf(activation, argument.value);
    return {
      value,
      ...(argument.name === undefined ? {} : { name: argument.name }),
      ...(argument.spread === undefined ? {} : { spread: argument.spread }),
    };
  });
  const callee = valueOf(activation, operation.callee);
  const site: CallSite = {
    callee,
    receiver,
    arguments: given,
    style: operation.style,
    at,
    method,
    language: activation.module.language,
  };
  if (callee.kind === 'external' && callee.name === 'builtins#super' && activation.homeClass !== undefined) {
    return {
      kind: 'super',
      type: activation.homeClass,
      from: 'bases',
      self: activation.selfOfMethod ?? activation.self,
    };
  }
  if (operation.style !== 'super' && receiver?.kind === 'union' && method !== undefined) {
    // Each object that it may be called on has a method of its own.
    const results: Value[] = [];
    for (const one of receiver.options) {
      if (one.kind === 'constant' && (one.value === undefined || one.value === null)) continue;
      results.push(machine.call({ ...site, receiver: one, callee: machine.get(one, method, at) }));
    }
    return joinAll(results);
  }
  return machine.call(site);
}

function methodName(machine: Interpreter, activation: Activation, operation: Call): string | undefined {
  if (operation.receiver === undefined) return undefined;
  const made = machine.definition(activation, operation.callee);
  if (made?.op === 'get') {
    if (typeof made.key === 'string') return made.key;
    const key = valueOf(activation, made.key.register);
    return key.kind === 'constant' ? String(key.value) : undefined;
  }
  return undefined;
}
