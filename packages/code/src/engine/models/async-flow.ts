import { Cells } from '../cells.ts';
import { join } from '../join.ts';
import type { CallSite, Machine } from '../machine.ts';
import { exactItemsOf } from '../members.ts';
import { positional } from '../native-call.ts';
import { nullValue, options, undefinedValue, unknown, type Value } from '../value.ts';
import type { ExternalModel } from './externals.ts';

/** `async.waterfall([first, second], done)`: what one function gives its callback, the next is given. */
function waterfall(machine: Machine, site: CallSite): Value | undefined {
  const [tasks, done] = [positional(site, 0), positional(site, 1)];
  const steps = tasks === undefined ? undefined : exactItemsOf(tasks);
  if (steps === undefined) return undefined;
  let given: readonly Value[] = [];
  for (const step of steps) given = answersOf(machine, site, step, given).slice(1);
  if (done !== undefined) machine.callback(done, [nullValue, ...given], site.at);
  return given[0] ?? undefinedValue;
}

/** `async.series`, `async.parallel`: a list or map of tasks becomes one of what each gives its callback. */
function gather(machine: Machine, site: CallSite): Value | undefined {
  const tasks = positional(site, 0);
  const done = positional(site, 1);
  if (tasks?.kind !== 'object') return undefined;
  const results = machine.newObject(tasks.object.kind === 'list' ? 'list' : 'plain', site.at);
  for (const [key, task] of tasks.object.cells.values) {
    const value = key === '#' ? task : (answersOf(machine, site, task, [])[1] ?? undefinedValue);
    machine.journal.write(results.cells, key, value);
  }
  const result: Value = { kind: 'object', object: results };
  if (done !== undefined) machine.callback(done, [nullValue, result], site.at);
  return result;
}

/** `async.eachSeries(items, (item, next) => …, done)`, `async.map(…)`. */
function each(index: number): ExternalModel {
  return (machine, site) => {
    const [over, work, done] = [positional(site, 0), positional(site, index), positional(site, index + 1)];
    if (over === undefined || work === undefined) return undefined;
    const answers = answersOf(machine, site, work, [machine.items(over, site.at)]);
    const result = machine.looseList(answers[1] ?? undefinedValue, site.at);
    if (done !== undefined) machine.callback(done, [nullValue, result], site.at);
    return result;
  };
}

/** What a function gives the callback that is its last argument, joined over all the times that it calls it. */
function answersOf(machine: Machine, site: CallSite, task: Value, given: readonly Value[]): readonly Value[] {
  const held = new Cells(machine.journal.next());
  const next: Value = {
    kind: 'native',
    name: 'callback',
    call: (call) => {
      for (const [index, { value }] of call.arguments.entries()) {
        const before = held.values.get(index);
        machine.journal.write(held, index, before === undefined ? value : join(before, value));
      }
      return undefinedValue;
    },
  };
  for (const one of options(task)) {
    const returned = machine.callback(one, [...given, next], site.at);
    // An async function has no callback: it returns its answer.
    if (held.values.size === 0) machine.journal.write(held, 1, returned);
  }
  const count = Math.max(0, ...[...held.values.keys()].map(Number)) + 1;
  return Array.from({ length: count }, (_, index) => held.values.get(index) ?? unknown('what a callback is given'));
}

const named = (names: readonly string[], model: ExternalModel): readonly (readonly [string, ExternalModel])[] =>
  names.map((name) => [name, model]);

/** The flow functions of `async` and of the packages that have one of them. */
export const asyncFlows: readonly (readonly [string, ExternalModel])[] = [
  ...named(['async#waterfall', 'async-waterfall#', 'run-waterfall#'], waterfall),
  ...named(['async#series', 'async#parallel', 'run-series#', 'run-parallel#'], gather),
  ...named(
    ['each', 'eachSeries', 'forEach', 'forEachSeries', 'map', 'mapSeries', 'concat'].map((name) => `async#${name}`),
    each(1),
  ),
  ...named(
    ['eachLimit', 'forEachLimit', 'mapLimit'].map((name) => `async#${name}`),
    each(2),
  ),
];
