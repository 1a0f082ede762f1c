import type { Block, Operation } from '../ir/operation.ts';
import { rangeOf, valueOf, type Activation, type Exit, type LoopContext } from './activation.ts';
import type { CellKey, Delta } from './cells.ts';
import { executeBlock } from './execute-block.ts';
import { deltaOf, freezeExits } from './exits.ts';
import type { Interpreter } from './interpreter.ts';
import { joinAll } from './join.ts';
import { guardKey } from './label.ts';
import { applyJoined, applyRound, joinOptional } from './merge-states.ts';
import { settledDelta } from './settle-returned.ts';
import { joinTests, learnedWhen, truthOf } from './truth.ts';
import { constant, external, undefinedValue, type Value } from './value.ts';

type OperationOf<K extends Operation['op']> = Extract<Operation, { op: K }>;

/** Runs both arms unless the condition is known, and joins what they wrote; an arm that leaves says nothing of the rest. */
export function executeBranch(machine: Interpreter, activation: Activation, operation: OperationOf<'branch'>): boolean {
  const condition = valueOf(activation, operation.condition);
  const truth = truthOf(condition);
  if (truth !== undefined) return executeBlock(machine, activation, truth ? operation.then : operation.otherwise);

  const { journal } = machine;
  const mark = journal.length;
  const born = journal.next();
  const whenTrue = learnedWhen(condition, true);
  const whenFalse = learnedWhen(condition, false);

  machine.learn(whenTrue);
  const isThenAlive = executeBlock(machine, activation, operation.then);
  const thenDelta = isThenAlive ? settledDelta(machine, journal.delta(mark)) : undefined;
  freezeExits(machine, activation);
  journal.rollBack(mark);
  machine.learn(whenFalse);
  const isElseAlive = executeBlock(machine, activation, operation.otherwise);
  freezeExits(machine, activation);
  if (thenDelta === undefined) {
    if (!isElseAlive) journal.rollBack(mark);
    return isElseAlive;
  }
  if (!isElseAlive) {
    journal.rollBack(mark);
    applyJoined(journal, [thenDelta], born);
    return true;
  }
  const elseDelta = settledDelta(machine, journal.delta(mark));
  journal.rollBack(mark);
  applyJoined(journal, [thenDelta, elseDelta], born, (values, key) => {
    const [a, b] = values;
    if (typeof key !== 'number' || a === undefined || b === undefined) return joinOptional(values);
    // The condition's own value is true in the first arm and false in the second.
    return (
      joinTests([
        { value: a === condition ? constant(true) : a, known: whenTrue },
        { value: b === condition ? constant(false) : b, known: whenFalse },
      ]) ?? joinOptional(values)
    );
  });
  return true;
}

export function executeLoop(machine: Interpreter, activation: Activation, operation: OperationOf<'loop'>): boolean {
  const isEndless = operation.condition === undefined;
  return repeat(machine, activation, operation.label, isEndless, () => {
    if (!executeBlock(machine, activation, operation.before)) return { body: false };
    if (operation.condition !== undefined) {
      const condition = valueOf(activation, operation.condition);
      if (truthOf(condition) === false) return { body: false, isOver: true };
      machine.learn(learnedWhen(condition, true));
    }
    return { body: executeBlock(machine, activation, operation.body), update: operation.update };
  });
}

export function executeIterate(
  machine: Interpreter,
  activation: Activation,
  operation: OperationOf<'iterate'>,
): boolean {
  const at = rangeOf(activation, operation);
  const over = valueOf(activation, operation.over);
  const exact = operation.keys ? undefined : machine.exactItems(over);
  if (exact !== undefined && exact.length <= 6) {
    // The items are known: run the body for each of them, as the program does.
    let isAlive = true;
    for (const item of exact) {
      const mark = machine.journal.length;
      const born = machine.journal.next();
      const context: LoopContext = { label: operation.label, mark, breaks: [], continues: [] };
      activation.loops.push(context);
      activation.registers[operation.item] = item;
      isAlive = executeBlock(machine, activation, operation.body);
      activation.loops.pop();
      const ends = [...context.continues, ...context.breaks];
      if (ends.length > 0) {
        if (isAlive) ends.push(machine.journal.delta(mark));
        freezeExits(machine, activation);
        machine.journal.rollBack(mark);
        applyJoined(machine.journal, ends, born);
        isAlive = true;
      }
      if (!isAlive || machine.exhausted) break;
    }
    return isAlive;
  }
  const item = operation.keys ? machine.keys(over, at) : machine.items(over, at);
  activation.registers[operation.item] = item;
  const itemKeys = machine.labels(item).map((label) => guardKey(label));
  const learned = new Map<CellKey, Value>();
  const alive = repeat(
    machine,
    activation,
    operation.label,
    false,
    () => {
      const isAlive = executeBlock(machine, activation, operation.body);
      if (isAlive) {
        for (const key of itemKeys) {
          const bits = machine.known.values.get(key);
          if (bits !== undefined) learned.set(key, bits);
        }
      }
      return { body: isAlive };
    },
    (context) => context.breaks.length > 0 && learned.clear(),
  );
  // What holds for each item holds for all of them after the loop, also when there was none.
  for (const [key, bits] of learned) machine.journal.write(machine.known, key, bits);
  return alive;
}

interface Round {
  readonly body: boolean;
  readonly update?: Block;
  readonly isOver?: boolean;
}

const maxRounds = 3;

function repeat(
  machine: Interpreter,
  activation: Activation,
  label: string | undefined,
  isEndless: boolean,
  runBody: () => Round,
  afterRound?: (context: LoopContext) => void,
): boolean {
  const { journal } = machine;
  const breaks: Delta[] = [];
  const begin = journal.length;
  const bornBefore = journal.next();
  for (let round = 0; round < maxRounds && !machine.exhausted; round++) {
    const mark = journal.length;
    const born = journal.next();
    const context: LoopContext = { label, mark, breaks: [], continues: [] };
    activation.loops.push(context);
    const { body: isAlive, update, isOver } = runBody();
    freezeExits(machine, activation);
    let ends: Delta[] = isAlive ? [journal.delta(mark), ...context.continues] : [...context.continues];
    if (ends.length > 0 && update !== undefined && update.length > 0) {
      journal.rollBack(mark);
      applyJoined(journal, ends, born);
      ends = executeBlock(machine, activation, update) ? [journal.delta(mark)] : [];
    }
    activation.loops.pop();
    afterRound?.(context);
    journal.rollBack(mark);
    // A break leaves with what all rounds before it wrote.
    for (const one of context.breaks) breaks.push(mergeOnto(journal.delta(begin), one));
    if (isOver === true || ends.length === 0) break;
    let hasChanged = false;
    if (ends.length === 1 && ends[0] !== undefined) {
      hasChanged = applyRound(journal, ends[0], born, round === maxRounds - 1);
    } else {
      applyJoined(journal, ends, born);
      const joined = journal.delta(mark);
      journal.rollBack(mark);
      hasChanged = applyRound(journal, joined, born, round === maxRounds - 1);
    }
    if (!hasChanged) break;
  }
  if (breaks.length > 0) {
    const normal = journal.delta(begin);
    journal.rollBack(begin);
    applyJoined(journal, isEndless ? breaks : [normal, ...breaks], bornBefore);
  }
  return !isEndless || breaks.length > 0 || machine.exhausted;
}

function mergeOnto(first: Delta, second: Delta): Delta {
  const merged = new Map(first);
  for (const [cells, keys] of second) {
    const before = merged.get(cells);
    merged.set(cells, before === undefined ? keys : new Map([...before, ...keys]));
  }
  return merged;
}

/** An exception can leave the body anywhere: a handler sees each value that stood in a place while the body ran. */
export function executeTry(machine: Interpreter, activation: Activation, operation: OperationOf<'try'>): boolean {
  const { journal } = machine;
  const mark = journal.length;
  const born = journal.next();
  const context = { thrown: [] as Value[], deltas: [] as Delta[], mark };
  machine.tries.push(context);
  const isBodyAlive = executeBlock(machine, activation, operation.body);
  freezeExits(machine, activation);
  machine.tries.pop();

  const ends: Delta[] = [];
  if (isBodyAlive) ends.push(journal.delta(mark));
  const history = journal.history(mark);
  journal.rollBack(mark);
  const enterHandler = (): void => {
    for (const [cells, keys] of history) {
      if (cells.kind === 'known') continue;
      for (const [key, values] of keys) {
        if (key === '#') journal.write(cells, key, undefined);
        else journal.write(cells, key, joinAll(values.filter((one) => one !== undefined)));
      }
    }
    for (const delta of context.deltas) {
      for (const [cells, keys] of delta) {
        if (cells.kind === 'known') continue;
        for (const [key, value] of keys) {
          const before = cells.values.get(key);
          if (value !== undefined) journal.write(cells, key, before === undefined ? value : joinAll([before, value]));
        }
      }
    }
  };
  for (const handler of operation.handlers) {
    enterHandler();
    if (handler.error !== undefined) {
      const raised = external(activation.module.language === 'python' ? 'builtins#Exception()' : 'global#Error()');
      machine.store(activation, handler.error, joinAll([raised, ...context.thrown]));
    }
    machine.handlers.push(operation);
    if (executeBlock(machine, activation, handler.body)) ends.push(journal.delta(mark));
    freezeExits(machine, activation);
    machine.handlers.pop();
    journal.rollBack(mark);
  }
  if (operation.handlers.length === 0) machine.tries.at(-1)?.thrown.push(...context.thrown);
  if (ends.length > 0) {
    applyJoined(journal, ends, born);
    return executeBlock(machine, activation, operation.final);
  }
  if (operation.final.length > 0) {
    enterHandler();
    executeBlock(machine, activation, operation.final);
    freezeExits(machine, activation);
    journal.rollBack(mark);
  }
  return false;
}

/** What is known on a way, as the cells of guards say. */
export function knownIn(
  delta: Delta,
  machine: Interpreter,
): readonly { readonly key: string; readonly bits: number }[] {
  const known = delta.get(machine.known);
  if (known === undefined) return [];
  const result: { key: string; bits: number }[] = [];
  for (const [key, value] of known) {
    if (value?.kind === 'constant' && typeof value.value === 'number')
      result.push({ key: String(key), bits: value.value });
  }
  return result;
}

/** What a function returns: the values of all its ways out. */
export function joinExits(machine: Interpreter, exits: readonly Exit[]): Value {
  const [first] = exits;
  if (first === undefined) return undefinedValue;
  const test = joinTests(exits.map((exit) => ({ value: exit.value, known: knownIn(deltaOf(exit), machine) })));
  if (test !== undefined) return test;
  return exits.length === 1 ? first.value : joinAll(exits.map((exit) => exit.value));
}
