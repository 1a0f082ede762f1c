import type { IrParameter } from '../ir/module.ts';
import type { CallbackSpec, PassedValue } from '../specs/spec.ts';
import { Cells } from './cells.ts';
import { joinAll } from './join.ts';
import { deeper, nextStep } from './label.ts';
import type { CallSite, Machine } from './machine.ts';
import { exactItemsOf, isListLike } from './members.ts';
import { wrapFunction } from './models/wrapped-function.ts';
import { valuesAt } from './places.ts';
import { checkSinks } from './sinks.ts';
import { heldTo } from './models/validated-model.ts';
import { transformBit } from './transforms.ts';
import { external, opaque, options, unknown, type FunctionValue, type NativeValue, type Value } from './value.ts';

type Callable = FunctionValue | NativeValue;

/** A library calls a function that it is given; undefined when it is given none. */
export function runCallback(machine: Machine, row: CallbackSpec, name: string, site: CallSite): Value | undefined {
  const functions = valuesAt(machine, site, row.function).flatMap((value) => callables(value));
  if (functions.length === 0) {
    // `promisify(exec)`: a wrapper of something outside is that.
    const [only, ...others] = row.result === 'same-function' ? valuesAt(machine, site, row.function) : [];
    return only?.kind === 'external' && others.length === 0 ? only : undefined;
  }
  if (row.result === 'same-function') {
    if (row.route === true) for (const one of functions) defer(machine, row, one, site);
    return joinAll(functions.map((one) => wrapFunction(machine, one, name, site)));
  }
  if (row.route === true) {
    for (const one of functions) defer(machine, row, one, site);
    return resultOf(machine, row, name, site, undefined);
  }
  const results = functions.map((one) => call(machine, row, one, site));
  return resultOf(machine, row, name, site, joinAll(results));
}

function callables(value: Value): readonly Callable[] {
  return options(value).flatMap((one): readonly Callable[] => {
    if (one.kind === 'function' || one.kind === 'native') return [one];
    if (one.kind === 'object' && isListLike(one.object)) {
      return (exactItemsOf(one) ?? []).flatMap((item) =>
        item.kind === 'function' || item.kind === 'native' ? [item] : [],
      );
    }
    return [];
  });
}

/** A way in: it runs for the entry, once everything around it is set up. */
function defer(machine: Machine, row: CallbackSpec, callee: Callable, site: CallSite): void {
  machine.defer(() => {
    call(machine, row, callee, site);
  });
}

function call(machine: Machine, row: CallbackSpec, callee: Callable, site: CallSite): Value {
  const { passes } = row;
  if (!isList(passes)) {
    const parameters = callee.kind === 'function' ? callee.function.parameters : [];
    const skipped =
      callee.kind === 'function' && callee.self !== undefined && callee.module.language === 'python' ? 1 : 0;
    const values = parameters
      .slice(skipped)
      .filter((one) => one.kind !== 'rest' && one.kind !== 'keywords')
      .map((one) => ofParameter(machine, passes.every, one, site));
    const result = machine.callNamed(
      callee,
      parameters.slice(skipped).filter((one) => one.kind !== 'rest' && one.kind !== 'keywords'),
      values,
      site.at,
    );
    return answered(machine, row, result, site);
  }
  let result: Value | undefined;
  const hasReturned = passes.some((one) => one.kind === 'returned');
  for (let round = 0; round < (hasReturned ? 2 : 1); round++) {
    const before = result;
    const values = passes.map((one) =>
      one.kind === 'returned' ? (before ?? firstReturned(machine, site)) : passedValue(machine, one, site),
    );
    const returned = machine.callback(callee, values, site.at);
    result = result === undefined ? returned : joinAll([result, returned]);
  }
  return answered(machine, row, result ?? unknown('what a callback returns'), site);
}

/** `every` is a method of lists too. */
function isList(passes: CallbackSpec['passes']): passes is readonly PassedValue[] {
  return Array.isArray(passes);
}

function firstReturned(machine: Machine, site: CallSite): Value {
  const [, second] = site.arguments;
  if (second !== undefined) return second.value;
  return site.receiver === undefined ? unknown('nothing yet') : machine.items(site.receiver, site.at);
}

function answered(machine: Machine, row: CallbackSpec, result: Value, site: CallSite): Value {
  if (row.returns !== undefined) {
    checkSinks(machine, row.returns, {
      ...site,
      receiver: undefined,
      method: undefined,
      arguments: [{ value: result }],
    });
  }
  return result;
}

/** A parameter that a framework fills by its name and type: `order_id: int` holds a number. */
function ofParameter(machine: Machine, passed: PassedValue, parameter: IrParameter, site: CallSite): Value {
  const value =
    passed.kind === 'input' && parameter.name !== undefined
      ? passedValue(
          machine,
          { ...passed, source: { ...passed.source, path: named(passed.source.path, parameter.name) } },
          site,
        )
      : passedValue(machine, passed, site);
  return parameter.type === undefined ? value : heldTo(machine, value, parameter.type, site.at);
}

function named(path: string, name: string): string {
  return path.endsWith('*') ? path.slice(0, -1) + name : path === '' ? name : `${path}.${name}`;
}

/** What a library passes to a function of ours. */
export function passedValue(machine: Machine, passed: PassedValue, site: CallSite): Value {
  switch (passed.kind) {
    case 'argument':
      return valuesAt(machine, site, passed.place)[0] ?? unknown('an argument that is not given');
    case 'items': {
      const values = valuesAt(machine, site, passed.of);
      if (values.length === 0) return unknown('an item');
      return joinAll(values.map((value) => itemOrResult(machine, value, site)));
    }
    case 'keys': {
      const values = valuesAt(machine, site, passed.of);
      return values.length === 0 ? unknown('a key') : joinAll(values.map((value) => machine.keys(value, site.at)));
    }
    case 'instance':
      return { kind: 'external', name: passed.name, labels: [], members: new Cells(machine.journal.next()) };
    case 'input': {
      const { source } = passed;
      return opaque(
        [
          {
            source: { event: machine.entryEvent, path: source.path, trust: source.trust, confidence: 'high' },
            transforms: (source.transforms ?? []).reduce((all, one) => all | transformBit(one), 0),
            step: nextStep(undefined, site.at, `${source.path} comes from the caller`),
          },
        ],
        'any',
        'given by the caller',
      );
    }
    case 'event':
      return machine.eventOf(passed.source, site.at);
    case 'context':
      return external('lambda#Context');
    case 'clean':
    case 'returned':
      return opaque([], 'any', 'given by a library');
    case 'unknown':
      return unknown('given by a library');
    default:
      return passed satisfies never;
  }
}

/** An item of a list; of anything else what a promise or stream of it holds: the same data. */
function itemOrResult(machine: Machine, value: Value, site: CallSite): Value {
  if (site.method === 'then' || site.method === 'finally' || site.method === 'tap') return value;
  if (value.kind === 'object' || value.kind === 'input' || value.kind === 'union') return machine.items(value, site.at);
  if (value.kind === 'external') {
    return { ...value, name: `${value.name}[]`, labels: deeper(value.labels, '[]') };
  }
  return machine.items(value, site.at);
}

function resultOf(
  machine: Machine,
  row: CallbackSpec,
  name: string,
  site: CallSite,
  returned: Value | undefined,
): Value | undefined {
  switch (row.result) {
    case 'returned':
      return returned;
    case 'list': {
      const list = machine.newList([], site.at);
      machine.journal.write(list.object.cells, '#', undefined);
      if (returned !== undefined) machine.journal.write(list.object.cells, '[]', returned);
      return list;
    }
    case 'receiver':
      return site.receiver;
    case 'argument-items':
    case 'nothing':
    case 'same-function':
      return undefined;
    default:
      return row.result satisfies never;
  }
}
