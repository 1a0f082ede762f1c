import type { Operation } from '../ir/operation.ts';
import { rangeOf, valueOf, type Activation } from './activation.ts';
import { binaryValue } from './binary.ts';
import { makeClass } from './classes.ts';
import { checkDeepKey, rememberKey } from './deep-key.ts';
import { executeCall } from './execute-call.ts';
import { addExit } from './exits.ts';
import { executeBranch, executeIterate, executeLoop, executeTry } from './execute-control.ts';
import { joinText } from './join-text.ts';
import { makeList, makeObject } from './literals.ts';
import type { Interpreter } from './interpreter.ts';
import { joinAll } from './join.ts';
import { unaryValue } from './unary.ts';
import { settleReturned } from './settle-returned.ts';
import { constant, undefinedValue, unknown } from './value.ts';

/** Does what one operation says; false when the way ends. */
export function executeOperation(machine: Interpreter, activation: Activation, operation: Operation): boolean {
  const { registers } = activation;
  switch (operation.op) {
    case 'constant':
      registers[operation.to] = constant(operation.value);
      return true;
    case 'pattern':
      registers[operation.to] = { kind: 'pattern', source: operation.source, flags: operation.flags };
      return true;
    case 'join':
      registers[operation.to] = joinText(machine, activation, operation);
      return true;
    case 'load':
      registers[operation.to] = machine.load(activation.scope, activation, operation.variable);
      return true;
    case 'store':
      machine.store(activation, operation.variable, valueOf(activation, operation.value));
      return true;
    case 'global':
      registers[operation.to] = machine.global(activation, operation.name);
      return true;
    case 'set-global':
      machine.setGlobal(activation, operation.name, valueOf(activation, operation.value));
      return true;
    case 'get': {
      const at = rangeOf(activation, operation);
      const object = valueOf(activation, operation.object);
      const { key } = operation;
      if (typeof key === 'string') registers[operation.to] = machine.get(object, key, at, operation.access);
      else {
        const computed = valueOf(activation, key.register);
        registers[operation.to] = machine.getUnknown(object, computed, at);
        rememberKey(machine, activation, operation.to, computed);
      }
      return true;
    }
    case 'set': {
      const at = rangeOf(activation, operation);
      const object = valueOf(activation, operation.object);
      const value = valueOf(activation, operation.value);
      const { key } = operation;
      if (typeof key === 'string') machine.set(object, key, value, at, operation.access);
      else {
        const computed = valueOf(activation, key.register);
        machine.setUnknown(object, computed, value, at);
        checkDeepKey(machine, activation, { register: operation.object, object, key: computed, value }, at);
      }
      return true;
    }
    case 'delete': {
      const object = valueOf(activation, operation.object);
      const key =
        typeof operation.key === 'string' ? constant(operation.key) : valueOf(activation, operation.key.register);
      if (object.kind === 'object' && key.kind === 'constant') {
        machine.journal.write(object.object.cells, String(key.value), undefined);
      }
      return true;
    }
    case 'call':
      machine.neverReturned = false;
      registers[operation.to] = executeCall(machine, activation, operation);
      if (!machine.neverReturned) return true;
      machine.neverReturned = false;
      return false;
    case 'function':
      registers[operation.to] = machine.closure(activation, operation.function);
      return true;
    case 'class':
      registers[operation.to] = makeClass(machine, activation, operation);
      return true;
    case 'object':
      registers[operation.to] = makeObject(machine, activation, operation);
      return true;
    case 'list':
      registers[operation.to] = makeList(machine, activation, operation);
      return true;
    case 'unary':
      registers[operation.to] = unaryValue(operation.operator, valueOf(activation, operation.value));
      return true;
    case 'binary':
      registers[operation.to] = binaryValue(machine, activation, operation);
      return true;
    case 'import':
      registers[operation.to] = machine.import(
        activation,
        operation.specifier,
        operation.name,
        operation.style,
        operation,
      );
      return true;
    case 'this':
      registers[operation.to] = activation.self ?? undefinedValue;
      return true;
    case 'await':
      registers[operation.to] = valueOf(activation, operation.value);
      return true;
    case 'yield':
      yieldValue(machine, activation, operation);
      return true;
    case 'choose':
      registers[operation.to] = joinAll(operation.values.map((one) => valueOf(activation, one)));
      return true;
    case 'branch':
      return executeBranch(machine, activation, operation);
    case 'loop':
      return executeLoop(machine, activation, operation);
    case 'iterate':
      return executeIterate(machine, activation, operation);
    case 'try':
      return executeTry(machine, activation, operation);
    case 'return':
      addExit(
        machine,
        activation,
        operation.value === undefined ? undefinedValue : settleReturned(machine, valueOf(activation, operation.value)),
      );
      return false;
    case 'throw':
      machine.thrown(operation.value === undefined ? unknown('an exception') : valueOf(activation, operation.value));
      return false;
    case 'break':
    case 'continue': {
      const loop =
        operation.label === undefined
          ? activation.loops.at(-1)
          : (activation.loops.findLast((one) => one.label === operation.label) ?? activation.loops.at(-1));
      if (loop !== undefined) {
        const ends = operation.op === 'break' ? loop.breaks : loop.continues;
        ends.push(machine.journal.delta(loop.mark));
      }
      return false;
    }
    case 'unreadable':
      machine.facts.lacks({
        reason: 'unreadable',
        message: `A part of ${activation.module.file} could not be read as code.`,
        at: rangeOf(activation, operation),
      });
      if (operation.to !== undefined) registers[operation.to] = unknown('text that could not be read');
      return true;
    default:
      return operation satisfies never;
  }
}

function yieldValue(
  machine: Interpreter,
  activation: Activation,
  operation: Extract<Operation, { op: 'yield' }>,
): void {
  const value = operation.value === undefined ? undefinedValue : valueOf(activation, operation.value);
  const item = operation.delegate === true ? machine.items(value, rangeOf(activation, operation)) : value;
  activation.yields.push(item);
  activation.registers[operation.to] = unknown('sent to the generator');
}
