import type { SourceRange } from '@leastwise/model';
import type { Activation } from './activation.ts';
import { bindArguments } from './bind-arguments.ts';
import { Cells } from './cells.ts';
import { executeBlock } from './execute-block.ts';
import { joinExits } from './execute-control.ts';
import { addExit, deltaOf, freezeExits, isSeenAfter } from './exits.ts';
import type { Interpreter } from './interpreter.ts';
import { joinAll } from './join.ts';
import { unionLabels, type Labels } from './label.ts';
import { applyJoined } from './merge-states.ts';
import { isTruthValue } from './truth.ts';
import { opaque, undefinedValue, type FunctionValue, type PassedArgument, type Scope, type Value } from './value.ts';

/** How often one function may stand on the stack: the second time sees what the first passes on. */
const maxRecursion = 2;

/** Runs a function of the scanned code and returns what it returns. */
export function callFunction(
  machine: Interpreter,
  callee: FunctionValue,
  receiver: Value | undefined,
  given: readonly PassedArgument[],
  at: SourceRange,
): Value {
  const { function: code, module } = callee;
  const all = callee.boundArguments === undefined ? given : [...callee.boundArguments, ...given];
  const running = machine.running.get(code) ?? 0;
  const runs = (machine.runs.get(code) ?? 0) + 1;
  machine.runs.set(code, runs);
  if (running >= maxRecursion || machine.exhausted) return throughUnfollowed(machine, callee, all);
  if (machine.frame.depth >= machine.limits.callDepth) {
    machine.facts.lacks({
      reason: 'cap',
      message: `Calls are followed ${machine.limits.callDepth} deep; the call of ${nameOf(callee)} is deeper.`,
      at,
    });
    return throughUnfollowed(machine, callee, all);
  }
  if (runs > machine.limits.callsOfOneFunction) {
    machine.facts.lacks({
      reason: 'cap',
      message: `${nameOf(callee)} is called in more than ${machine.limits.callsOfOneFunction} ways; the others are not followed.`,
      at: module.place(code.start, code.end),
    });
    return throughUnfollowed(machine, callee, all);
  }

  const isPython = module.language === 'python';
  const self = code.kind === 'arrow' || callee.self !== undefined ? callee.self : receiver;
  const withSelf = isPython && callee.self !== undefined ? [{ value: callee.self }, ...all] : all;
  const outerLanguage = machine.language;
  const outerFrame = machine.frame;
  machine.language = module.language;
  const values = bindArguments(machine, code, withSelf, at);
  machine.frame = { name: nameOf(callee), at, before: outerFrame, depth: outerFrame.depth + 1 };
  machine.running.set(code, running + 1);

  const scope: Scope = { function: code, parent: callee.scope, cells: new Cells(machine.journal.next()) };
  const activation: Activation = {
    function: code,
    module,
    scope,
    registers: [],
    self: isPython ? undefined : self,
    homeClass: callee.homeClass,
    selfOfMethod: isPython ? values[0] : undefined,
    mark: machine.journal.length,
    born: machine.journal.next(),
    exits: [],
    yields: [],
    loops: [],
  };
  for (const [index, parameter] of code.parameters.entries()) activation.registers[parameter.register] = values[index];
  const isAlive = executeBlock(machine, activation, code.body);
  const result = leaveFunction(machine, activation, isAlive);
  if (!isSeenAfter(activation)) scope.cells.isOver = true;

  machine.running.set(code, running);
  machine.frame = outerFrame;
  machine.language = outerLanguage;
  return code.isGenerator || activation.yields.length > 0 ? generator(machine, activation, result, at) : result;
}

/** Joins the states of all ways out, and their values. */
function leaveFunction(machine: Interpreter, activation: Activation, isAlive: boolean): Value {
  const { journal } = machine;
  const { exits, mark, born } = activation;
  if (isAlive) addExit(machine, activation, undefinedValue);
  const [only] = exits;
  if (only === undefined) {
    journal.rollBack(mark);
    machine.neverReturned = !machine.exhausted;
    return undefinedValue;
  }
  const isJournalRight = exits.length === 1 && only.delta === undefined && only.journalLength === journal.length;
  if (!isJournalRight || isTruthValue(only.value)) freezeExits(machine, activation);
  const value = joinExits(machine, exits);
  if (!isJournalRight) {
    journal.rollBack(mark);
    applyJoined(journal, exits.map(deltaOf), born);
  }
  return value;
}

function generator(machine: Interpreter, activation: Activation, result: Value, at: SourceRange): Value {
  const list = machine.newList([], at);
  machine.journal.write(list.object.cells, '#', undefined);
  if (activation.yields.length > 0) machine.journal.write(list.object.cells, '[]', joinAll(activation.yields));
  machine.journal.write(list.object.cells, 'returned', result);
  return list;
}

/** A call that is not followed: what goes in may come out. */
function throughUnfollowed(machine: Interpreter, callee: FunctionValue, given: readonly PassedArgument[]): Value {
  let labels: Labels = [];
  for (const { value } of given) labels = unionLabels(labels, machine.labels(value));
  if (callee.self !== undefined && callee.module.language === 'javascript' && callee.function.kind !== 'arrow') {
    labels = unionLabels(labels, machine.labels(callee.self));
  }
  return opaque(labels, 'any', `the result of ${nameOf(callee)}, which is not followed further`);
}

function nameOf(callee: FunctionValue): string {
  return callee.function.name === '' ? 'a function' : callee.function.name;
}
