import { Cells } from '../cells.ts';
import { anyMember } from '../get-member.ts';
import { join, joinAll } from '../join.ts';
import { textOf } from '../join-text.ts';
import type { CallSite, Machine } from '../machine.ts';
import { exactItemsOf, isListLike, mapKeys } from '../members.ts';
import { positional } from '../native-call.ts';
import { constant, opaque, undefinedValue, unknown, type Value } from '../value.ts';
import type { ExternalModel } from './externals.ts';
import { asyncFlows } from './async-flow.ts';
import { emit, listen } from './event-emitter.ts';
import { hasKey } from './javascript-methods.ts';
import { exactKeys } from './python-methods.ts';

function each(names: readonly string[], model: ExternalModel): readonly (readonly [string, ExternalModel])[] {
  return names.map((name) => [name, model]);
}

export const javascriptExternals: ReadonlyMap<string, ExternalModel> = new Map<string, ExternalModel>([
  ['global#Object.assign', assign],
  ['global#Object.freeze', first],
  ['global#Object.seal', first],
  ['global#structuredClone', first],
  ['global#Object.entries', entries],
  ['global#Object.fromEntries', fromEntries],
  ['global#Object.keys', keys],
  ['global#Object.values', values],
  ['global#Object.create', create],
  ['global#Object.hasOwn', hasOwn],
  ['global#Object.prototype.hasOwnProperty.call', hasOwn],
  ['global#Object.defineProperty', defineProperty],
  ...each(['global#Promise.all', 'global#Promise.race', 'global#Promise.any', 'global#Promise.resolve'], promised),
  ['global#Promise.allSettled', allSettled],
  ['global#Promise.reject', reject],
  ['global#Promise', promise],
  ['global#Map', newMap],
  ['global#WeakMap', newMap],
  ['global#Set', newSet],
  ['global#WeakSet', newSet],
  ['global#Array', newArray],
  ['global#Array.of', newArray],
  ['global#Array.from', arrayFrom],
  ['global#Object', newObject],
  ['global#String', text],
  ['global#RegExp', pattern],
  ['util#promisify', promisify],
  ...each(
    ['on', 'once', 'addListener', 'prependListener'].map((method) => `events#EventEmitter().${method}`),
    listen,
  ),
  ['events#EventEmitter().emit', emit],
  ['global#Symbol', () => unknown('a symbol')],
  ['global#Reflect.construct', () => undefined],
  ['global#console.assert', () => undefinedValue],
  ['lodash#get', lodashGet],
  ...asyncFlows,
]);

function first(_: Machine, site: CallSite): Value | undefined {
  return positional(site, 0);
}

function assign(machine: Machine, site: CallSite): Value | undefined {
  const into = positional(site, 0);
  if (into === undefined) return undefined;
  if (into.kind === 'object') {
    for (const one of site.arguments.slice(1)) machine.copyMembers(one.value, into.object, site.at);
    return into;
  }
  const object = machine.newObject('plain', site.at);
  for (const one of site.arguments) machine.copyMembers(one.value, object, site.at);
  return { kind: 'object', object };
}

function entries(machine: Machine, site: CallSite): Value | undefined {
  const of = positional(site, 0);
  if (of === undefined) return undefined;
  if (of.kind === 'object' && !isListLike(of.object)) {
    const known = exactKeys(of.object);
    if (known !== undefined) {
      return machine.newList(
        known.map((key) =>
          machine.newList([constant(key), of.object.cells.values.get(key) ?? undefinedValue], site.at),
        ),
        site.at,
      );
    }
  }
  const any = machine.getUnknown(of, unknown('any key'), site.at);
  return machine.looseList(machine.newList([machine.keys(of, site.at), any], site.at), site.at);
}

function fromEntries(machine: Machine, site: CallSite): Value | undefined {
  const list = positional(site, 0);
  if (list === undefined) return undefined;
  const object = machine.newObject('plain', site.at);
  const result: Value = { kind: 'object', object };
  for (const pair of exactItemsOf(list) ?? [machine.items(list, site.at)]) {
    machine.setUnknown(result, machine.get(pair, '0', site.at), machine.get(pair, '1', site.at), site.at);
  }
  return result;
}

function keys(machine: Machine, site: CallSite): Value | undefined {
  const of = positional(site, 0);
  if (of === undefined) return undefined;
  if (of.kind === 'object') {
    const known = exactKeys(of.object);
    if (known !== undefined && !isListLike(of.object))
      return machine.newList(
        known.map((key) => constant(key)),
        site.at,
      );
    return machine.looseList(mapKeys(of.object), site.at);
  }
  return machine.looseList(machine.keys(of, site.at), site.at);
}

function values(machine: Machine, site: CallSite): Value | undefined {
  const of = positional(site, 0);
  if (of === undefined) return undefined;
  const known = of.kind === 'object' ? exactKeys(of.object) : undefined;
  if (of.kind === 'object' && known !== undefined && !isListLike(of.object)) {
    return machine.newList(
      known.map((key) => of.object.cells.values.get(key) ?? undefinedValue),
      site.at,
    );
  }
  return machine.looseList(machine.getUnknown(of, unknown('any key'), site.at), site.at);
}

function create(machine: Machine, site: CallSite): Value {
  const prototype = positional(site, 0);
  const object = machine.newObject(
    'plain',
    site.at,
    prototype === undefined || prototype.kind === 'constant' ? {} : { prototype },
  );
  return { kind: 'object', object };
}

function hasOwn(machine: Machine, site: CallSite): Value | undefined {
  const [object, ...rest] = site.arguments;
  if (object?.value.kind !== 'object') return undefined;
  return hasKey(machine, { ...site, arguments: rest }, object.value.object);
}

function defineProperty(machine: Machine, site: CallSite): Value | undefined {
  const [object, key, descriptor] = [positional(site, 0), positional(site, 1), positional(site, 2)];
  if (object === undefined || key === undefined || descriptor === undefined) return undefined;
  const value = machine.get(descriptor, 'value', site.at);
  const getter = machine.get(descriptor, 'get', site.at);
  if (getter.kind === 'function')
    machine.setUnknown(object, key, machine.callback(getter, [], site.at, object), site.at);
  else machine.setUnknown(object, key, value, site.at);
  return object;
}

function promised(_: Machine, site: CallSite): Value {
  return positional(site, 0) ?? undefinedValue;
}

function allSettled(machine: Machine, site: CallSite): Value {
  const list = positional(site, 0) ?? undefinedValue;
  return machine.looseList(
    machine.newMap(
      { value: machine.items(list, site.at), status: opaque([], 'text'), reason: unknown('an error') },
      site.at,
    ),
    site.at,
  );
}

function reject(machine: Machine, site: CallSite): Value {
  machine.thrown(positional(site, 0) ?? unknown('an error'));
  return undefinedValue;
}

/** `new Promise((resolve, reject) => …)` is what `resolve` is called with. */
function promise(machine: Machine, site: CallSite): Value | undefined {
  const executor = positional(site, 0);
  if (executor === undefined) return undefined;
  const held = new Cells(machine.journal.next());
  const resolve: Value = {
    kind: 'native',
    name: 'resolve',
    call: (call) => {
      const value = call.arguments[0]?.value ?? undefinedValue;
      const before = held.values.get('value');
      machine.journal.write(held, 'value', before === undefined ? value : join(before, value));
      return undefinedValue;
    },
  };
  const rejected: Value = {
    kind: 'native',
    name: 'reject',
    call: (call) => {
      machine.thrown(call.arguments[0]?.value ?? unknown('an error'));
      return undefinedValue;
    },
  };
  machine.callback(executor, [resolve, rejected], site.at);
  return held.values.get('value') ?? unknown('what a promise holds');
}

function newMap(machine: Machine, site: CallSite): Value {
  const object = machine.newObject('map', site.at);
  const result: Value = { kind: 'object', object };
  const given = positional(site, 0);
  if (given === undefined || given.kind === 'constant') return result;
  for (const pair of exactItemsOf(given) ?? [machine.items(given, site.at)]) {
    const key = machine.get(pair, '0', site.at);
    const value = machine.get(pair, '1', site.at);
    machine.setUnknown(result, key, value, site.at);
  }
  return result;
}

function newSet(machine: Machine, site: CallSite): Value {
  const given = positional(site, 0);
  if (given === undefined || given.kind === 'constant') return machine.newList([], site.at, 'set');
  const exact = exactItemsOf(given);
  if (exact !== undefined) return machine.newList(exact, site.at, 'set');
  return machine.looseList(machine.items(given, site.at), site.at, 'set');
}

function newArray(machine: Machine, site: CallSite): Value {
  const items = site.arguments.map((one) => one.value);
  const [only] = items;
  if (items.length === 1 && only?.kind === 'constant' && typeof only.value === 'number')
    return machine.looseList(undefinedValue, site.at);
  return machine.newList(items, site.at);
}

function arrayFrom(machine: Machine, site: CallSite): Value | undefined {
  const from = positional(site, 0);
  const callee = positional(site, 1);
  if (from === undefined) return undefined;
  if (from.kind === 'object' && from.object.kind === 'plain') return machine.looseList(anyMember(from.object), site.at);
  const exact = exactItemsOf(from);
  if (callee !== undefined) {
    const results = (exact ?? [machine.items(from, site.at)]).map((one) => machine.callback(callee, [one], site.at));
    return exact === undefined ? machine.looseList(joinAll(results), site.at) : machine.newList(results, site.at);
  }
  return exact === undefined
    ? machine.looseList(machine.items(from, site.at), site.at)
    : machine.newList(exact, site.at);
}

function newObject(machine: Machine, site: CallSite): Value {
  return positional(site, 0) ?? { kind: 'object', object: machine.newObject('plain', site.at) };
}

function text(machine: Machine, site: CallSite): Value | undefined {
  const value = positional(site, 0);
  if (value === undefined) return constant('');
  if (value.kind === 'constant') return constant(String(value.value));
  if (value.kind === 'text') return value;
  const labels = machine.labels(value);
  if (labels.length === 0) return textOf(machine, [value], site.at);
  return opaque(machine.transformed(labels, 'text-only', site.at, 'is made a text'), 'text', 'computed at run time');
}

function pattern(_: Machine, site: CallSite): Value | undefined {
  const [source, flags] = [positional(site, 0), positional(site, 1)];
  if (source?.kind === 'pattern') return source;
  if (source?.kind !== 'constant' || typeof source.value !== 'string') return undefined;
  return { kind: 'pattern', source: source.value, flags: flags?.kind === 'constant' ? String(flags.value ?? '') : '' };
}

/** A function that gives its result to a callback becomes one that returns it. */
function promisify(machine: Machine, site: CallSite): Value | undefined {
  const callee = positional(site, 0);
  if (callee === undefined) return undefined;
  if (callee.kind === 'external') return callee;
  return {
    kind: 'native',
    name: 'promisified',
    call: (call) => {
      const held = new Cells(machine.journal.next());
      const done: Value = {
        kind: 'native',
        name: 'callback',
        call: (answer) => {
          machine.journal.write(held, 'value', answer.arguments[1]?.value ?? undefinedValue);
          return undefinedValue;
        },
      };
      call.machine.call({
        callee,
        receiver: call.receiver,
        arguments: [...call.arguments, { value: done }],
        style: 'call',
        at: call.at,
        method: undefined,
        language: 'javascript',
      });
      return held.values.get('value') ?? unknown('what a callback is given');
    },
  };
}

function lodashGet(machine: Machine, site: CallSite): Value | undefined {
  const [object, path] = [positional(site, 0), positional(site, 1)];
  if (object === undefined || path?.kind !== 'constant' || typeof path.value !== 'string') return undefined;
  let value = object;
  for (const part of path.value.replaceAll(/\[(\w+)\]/g, '.$1').split('.')) value = machine.get(value, part, site.at);
  const fallback = positional(site, 2);
  return fallback === undefined ? value : join(value, fallback);
}
