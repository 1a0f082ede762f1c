import type { SourceRange, SourceTree } from '@leastwise/model';
import type { CodeEntry } from '../facts/entry.ts';
import type { FunctionFacts } from '../facts/function-facts.ts';
import { createMachine, type RunningMachine } from './create-machine.ts';
import { defaultSpecs } from './default-specs.ts';
import { Facts } from './facts-recorder.ts';
import { finishFacts } from './finish-facts.ts';
import { defaultLimits, type Limits } from './machine.ts';
import { readProgram, type Program } from './program.ts';
import { checkSinks } from './sinks.ts';
import { sentData } from './sends/sent-data.ts';
import { indexSpecs, type SpecIndex, type Specs } from './spec-index.ts';
import { scanModule } from './unsafe/scan-module.ts';
import { external, options, undefinedValue, type Value } from './value.ts';

export interface AnalyseOptions {
  readonly tree: SourceTree;
  readonly entries: readonly CodeEntry[];
  readonly specs?: Specs;
  readonly limits?: Partial<Limits>;
}

/**
 * What the code of each function does, in the order of the entries. Each file is read and lowered once, each module's own
 * body runs once; then each handler is interpreted over what the modules set up, and undone before the next.
 */
export function analyseCode(given: AnalyseOptions): readonly FunctionFacts[] {
  const specs = indexSpecs(given.specs ?? defaultSpecs);
  const limits: Limits = { ...defaultLimits, ...given.limits };
  const program = readProgram(given.tree);
  const facts: FunctionFacts[] = [];
  for (const group of linkedAlike(given.entries)) {
    const [first] = group;
    if (first === undefined) continue;
    const machine = createMachine(program, specs, limits, first.entry);
    for (const { entry, index } of group) facts[index] = analyseEntry(machine, program, specs, limits, entry);
    // What another group reads too is lowered again: less time than holding all of a large tree takes memory.
    program.forget(machine.modules.files());
  }
  return facts;
}

interface Placed {
  readonly entry: CodeEntry;
  readonly index: number;
}

/** Modules are shared only by entries that link the same way. */
function linkedAlike(entries: readonly CodeEntry[]): Iterable<readonly Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const [index, entry] of entries.entries()) {
    const key = [entry.codeRoot, ...entry.layers].join('\0');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ entry, index }]);
    else group.push({ entry, index });
  }
  return groups.values();
}

function analyseEntry(
  machine: RunningMachine,
  program: Program,
  specs: SpecIndex,
  limits: Limits,
  entry: CodeEntry,
): FunctionFacts {
  const facts = new Facts();
  machine.facts = facts;
  machine.frame = { name: '', at: { file: entry.file, start: 0, end: 0 }, before: undefined, depth: 0 };
  machine.language = entry.language;
  machine.modules.entry = entry;
  machine.sources = entry.sources;
  machine.entryEvent = entry.sources[0] ?? specs.schemas([])[0]?.source ?? 'unknown';
  machine.exhausted = false;
  machine.steps = limits.steps;
  machine.running.clear();
  machine.runs.clear();
  machine.deferred.length = 0;

  const begin = machine.journal.length;
  try {
    return interpret(machine, program, limits, entry, facts);
  } catch (error) {
    // Code that is nested deeper than the stack of the interpreter: a cap like any other.
    if (!(error instanceof RangeError)) throw error;
    machine.modules.recover();
    machine.tries.length = 0;
    machine.handlers.length = 0;
    machine.journal.rollBack(begin);
    facts.lacks({ reason: 'cap', message: 'The code is nested too deep to be followed to its end.' });
    return finishFacts(entry, facts);
  }
}

function interpret(
  machine: RunningMachine,
  program: Program,
  limits: Limits,
  entry: CodeEntry,
  facts: Facts,
): FunctionFacts {
  const inline = program.inlineModule(entry);
  const module = machine.modules.load(inline?.file ?? entry.file, inline?.module);
  if (module === undefined) {
    facts.lacks({ reason: 'missing-file', message: `The code of ${entry.id} could not be read: ${entry.file}.` });
    return finishFacts(entry, facts);
  }
  // What the handler and its modules do from here on is undone before the next entry.
  const mark = machine.journal.length;
  machine.runs.clear();
  machine.steps = limits.steps;
  const at = module.instance.place(0, 0);
  const handler = exportedValue(machine, entry, at);
  if (handler === undefined) {
    facts.lacks({ reason: 'missing-file', message: `${entry.file} exports no ${entry.export}.`, at });
  } else runHandler(machine, handler, at);

  const reached = [...module.reaches].sort();
  for (const file of reached) {
    for (const route of machine.modules.get(file)?.routes ?? []) {
      if (machine.exhausted) break;
      route();
    }
  }
  for (let run = machine.deferred.shift(); run !== undefined && !machine.exhausted; run = machine.deferred.shift())
    run();
  if (machine.exhausted) {
    facts.lacks({
      reason: 'cap',
      message: `The handler takes more than ${limits.steps} steps to interpret; what comes after them is not followed.`,
      at,
    });
  }
  machine.journal.rollBack(mark);
  const isAuthorizer = entry.sources.some((source) => source.startsWith('authorizer'));
  for (const file of reached) {
    const one = machine.modules.get(file);
    if (one !== undefined) {
      facts.addAll(one.facts);
      for (const setting of scanModule(one.instance.ir, isAuthorizer, one.instance.place)) facts.unsafeSetting(setting);
    }
    facts.modules.add(file);
  }
  return finishFacts(entry, facts);
}

/** `handler`, `default`, `app.lambda_handler`, `Orders.handle`. */
function exportedValue(machine: RunningMachine, entry: CodeEntry, at: SourceRange): Value | undefined {
  const file = entry.inline === undefined ? entry.file : `${entry.file}#${entry.inline.at.start}`;
  const module = machine.modules.get(file);
  if (module === undefined) return undefined;
  const [first = '', ...rest] = entry.export.split('.');
  const isPython = module.instance.language === 'python';
  const lookUp = (name: string): Value | undefined =>
    isPython
      ? machine.modules.pythonAttribute(module, name)
      : (machine.modules.exported(module, name, at, 0) ?? defaultMember(machine, module.instance.file, name, at));
  let value = lookUp(first) ?? (rest.length === 0 ? undefined : lookUp(rest.at(-1) ?? ''));
  if (value === undefined || (value.kind === 'constant' && value.value === undefined)) return undefined;
  if (lookUp(first) !== undefined) for (const part of rest) value = machine.get(value, part, at);
  return value;
}

/** `export default { handler }`, `module.exports = handler`. */
function defaultMember(machine: RunningMachine, file: string, name: string, at: SourceRange): Value | undefined {
  const module = machine.modules.get(file);
  if (module === undefined) return undefined;
  const whole = machine.modules.exported(module, 'default', at, 0);
  if (whole === undefined) return undefined;
  const member = machine.get(whole, name, at);
  return member.kind === 'constant' && member.value === undefined ? undefined : member;
}

/** Calls the handler as the platform does, and looks at what it answers. */
function runHandler(machine: RunningMachine, handler: Value, at: SourceRange): void {
  const event = machine.eventOf(undefined, at);
  const answer = (value: Value): void => {
    if (machine.sources.includes('state-machine')) machine.facts.returned(sentData(machine, value, '', at));
    checkSinks(machine, 'return#response', {
      callee: handler,
      receiver: undefined,
      arguments: [{ value }],
      style: 'call',
      at: value.kind === 'object' ? value.object.at : at,
      method: undefined,
      language: machine.language,
    });
  };
  const callback: Value = {
    kind: 'native',
    name: 'callback',
    call: (call) => {
      const second = call.arguments[1];
      if (second !== undefined) answer(second.value);
      return undefinedValue;
    },
  };
  for (const one of options(handler)) {
    const isPython = machine.language === 'python';
    const values = [event, external('lambda#Context'), ...(isPython ? [] : [callback])];
    machine.neverReturned = false;
    answer(machine.callback(one, values, at));
    machine.neverReturned = false;
  }
}
