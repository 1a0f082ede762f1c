import { join, joinAll } from '../join.ts';
import { textOf } from '../join-text.ts';
import { learned } from '../guards.ts';
import type { CallSite, Machine } from '../machine.ts';
import { exactItemsOf, isListLike } from '../members.ts';
import { keyword, positional } from '../native-call.ts';
import { testValue } from '../truth.ts';
import type { Transform } from '../../specs/spec.ts';
import { constant, opaque, options, undefinedValue, type Value } from '../value.ts';
import type { ExternalModel } from './externals.ts';
import { without } from './replaced-text.ts';
import { patternMatch } from './pattern-match.ts';
import { wrapsDecorator } from './python-decorators.ts';
import { eventParser, parse, validate } from './python-validation.ts';

export const pythonExternals: ReadonlyMap<string, ExternalModel> = new Map<string, ExternalModel>([
  ['builtins#dict', newDict],
  ['builtins#list', newList],
  ['builtins#tuple', newList],
  ['builtins#set', newList],
  ['builtins#frozenset', newList],
  ['builtins#sorted', same],
  ['builtins#reversed', same],
  ['builtins#iter', same],
  ['builtins#map', mapped],
  ['builtins#filter', filtered],
  ['builtins#zip', zipped],
  ['builtins#enumerate', enumerated],
  ['builtins#next', next],
  ['builtins#isinstance', isInstance],
  ['builtins#getattr', getAttribute],
  ['builtins#setattr', setAttribute],
  ['builtins#str', text],
  ['builtins#repr', text],
  ['builtins#len', () => opaque([], 'number')],
  ['builtins#any', tested],
  ['builtins#all', tested],
  ['os#getenv', environment],
  ['os#environ.get', environment],
  ['os#environ.setdefault', environment],
  ['functools#partial', partial],
  ['functools#reduce', reduced],
  ['functools#wraps', wrapsDecorator],
  ['functools#lru_cache', passThrough],
  ['functools#cache', passThrough],
  ['contextlib#contextmanager', passThrough],
  ['contextlib#asynccontextmanager', passThrough],
  ['dataclasses#dataclass', passThrough],
  ['dataclasses#asdict', asMap],
  ['copy#deepcopy', same],
  ['copy#copy', same],
  ['asyncio#run', same],
  ['asyncio#gather', gathered],
  ['asyncio#create_task', same],
  ['asyncio#wait_for', same],
  ['asyncio#get_event_loop().run_until_complete', same],
  ['asyncio#new_event_loop().run_until_complete', same],
  ['asyncio#to_thread', runIn],
  ['concurrent.futures#ThreadPoolExecutor().submit', runIn],
  ['concurrent.futures#ProcessPoolExecutor().submit', runIn],
  ['concurrent.futures#ThreadPoolExecutor().map', mapped],
  ['concurrent.futures#ProcessPoolExecutor().map', mapped],
  ['concurrent.futures#as_completed', same],
  ['re#compile', compiled],
  ['re#match', matched],
  ['re#fullmatch', matched],
  ['re#search', matched],
  ['re#sub', substituted],
  ['typing#cast', cast],
  ...['model_validate', 'model_validate_json', 'parse_obj', 'parse_raw', 'from_orm', 'validate'].map(
    (method) => [`pydantic#BaseModel.${method}`, validate] as const,
  ),
  ...['model_validate', 'model_validate_json', 'parse_obj', 'parse_raw'].map(
    (method) => [`aws_lambda_powertools.utilities.parser#BaseModel.${method}`, validate] as const,
  ),
  ['aws_lambda_powertools.utilities.parser#parse', parse],
  ['aws_lambda_powertools.utilities.parser#event_parser', eventParser],
]);

function same(_: Machine, site: CallSite): Value | undefined {
  return positional(site, 0);
}

function cast(_: Machine, site: CallSite): Value | undefined {
  return positional(site, 1);
}

/** A decorator of the language's library that keeps the function: with or without options. */
function passThrough(_: Machine, site: CallSite): Value | undefined {
  const given = positional(site, 0);
  if (given !== undefined && (given.kind === 'function' || given.kind === 'class' || given.kind === 'native'))
    return given;
  return { kind: 'native', name: 'decorator', call: (call) => positional(call, 0) ?? undefinedValue };
}

function newDict(machine: Machine, site: CallSite): Value {
  const object = machine.newObject('plain', site.at);
  const result: Value = { kind: 'object', object };
  for (const one of site.arguments) {
    if (one.name !== undefined) machine.set(result, one.name, one.value, site.at, 'item');
    else if (one.value.kind === 'object' && isListLike(one.value.object)) {
      for (const pair of exactItemsOf(one.value) ?? [machine.items(one.value, site.at)]) {
        machine.setUnknown(result, machine.get(pair, '0', site.at), machine.get(pair, '1', site.at), site.at);
      }
    } else machine.copyMembers(one.value, object, site.at);
  }
  return result;
}

function newList(machine: Machine, site: CallSite, callee: { readonly name: string }): Value {
  const kind = callee.name.endsWith('set') ? 'set' : callee.name.endsWith('tuple') ? 'tuple' : 'list';
  const from = positional(site, 0);
  if (from === undefined) return machine.newList([], site.at, kind);
  const exact = exactItemsOf(from);
  return exact === undefined
    ? machine.looseList(machine.items(from, site.at), site.at, kind)
    : machine.newList(exact, site.at, kind);
}

function mapped(machine: Machine, site: CallSite): Value | undefined {
  const [callee, ...lists] = site.arguments.filter((one) => one.name === undefined).map((one) => one.value);
  const [list] = lists;
  if (callee === undefined || list === undefined) return undefined;
  const exact = lists.length === 1 ? exactItemsOf(list) : undefined;
  if (exact !== undefined && exact.length <= 12) {
    return machine.newList(
      exact.map((one) => machine.callback(callee, [one], site.at)),
      site.at,
    );
  }
  const result = machine.callback(
    callee,
    lists.map((one) => machine.items(one, site.at)),
    site.at,
  );
  return machine.looseList(result, site.at);
}

function filtered(machine: Machine, site: CallSite): Value | undefined {
  const [callee, list] = [positional(site, 0), positional(site, 1)];
  if (callee === undefined || list === undefined) return undefined;
  const item = machine.items(list, site.at);
  if (callee.kind === 'function') machine.callback(callee, [item], site.at);
  return machine.looseList(item, site.at);
}

function zipped(machine: Machine, site: CallSite): Value {
  const items = site.arguments.map((one) => machine.items(one.value, site.at));
  return machine.looseList(machine.newList(items, site.at, 'tuple'), site.at);
}

function enumerated(machine: Machine, site: CallSite): Value | undefined {
  const list = positional(site, 0);
  if (list === undefined) return undefined;
  return machine.looseList(
    machine.newList([opaque([], 'number'), machine.items(list, site.at)], site.at, 'tuple'),
    site.at,
  );
}

function next(machine: Machine, site: CallSite): Value | undefined {
  const [list, fallback] = [positional(site, 0), positional(site, 1)];
  if (list === undefined) return undefined;
  const item = machine.items(list, site.at);
  return fallback === undefined ? item : join(item, fallback);
}

const instanceTypes: Readonly<Record<string, Transform>> = {
  'builtins#str': 'text-only',
  'builtins#int': 'number',
  'builtins#float': 'number',
  'builtins#bool': 'boolean',
};

function isInstance(machine: Machine, site: CallSite): Value | undefined {
  const [value, type] = [positional(site, 0), positional(site, 1)];
  if (value === undefined || type === undefined) return undefined;
  const types = exactItemsOf(type) ?? options(type);
  const transforms = types.map((one) => (one.kind === 'external' ? instanceTypes[one.name] : undefined));
  const [first] = transforms;
  const isOne = first !== undefined && transforms.every((one) => one === first || one === 'number');
  return testValue(isOne ? learned(machine, value, first) : []);
}

function getAttribute(machine: Machine, site: CallSite): Value | undefined {
  const [object, name, fallback] = [positional(site, 0), positional(site, 1), positional(site, 2)];
  if (object === undefined || name === undefined || name.kind !== 'constant') return undefined;
  const found = machine.get(object, String(name.value), site.at);
  return fallback === undefined ? found : join(found, fallback);
}

function setAttribute(machine: Machine, site: CallSite): Value | undefined {
  const [object, name, value] = [positional(site, 0), positional(site, 1), positional(site, 2)];
  if (object === undefined || name === undefined || value === undefined) return undefined;
  if (object.kind === 'object') machine.setUnknown(object, name, value, site.at);
  return undefined;
}

function text(machine: Machine, site: CallSite): Value | undefined {
  const value = positional(site, 0);
  if (value === undefined) return constant('');
  if (value.kind === 'constant') return constant(value.value === null ? 'None' : String(value.value));
  if (value.kind === 'text' || value.kind === 'environment') return value;
  const labels = machine.labels(value);
  if (labels.length === 0) return textOf(machine, [value], site.at);
  return opaque(machine.transformed(labels, 'text-only', site.at, 'is made a text'), 'text', 'computed at run time');
}

/** `any(bad(x) for x in items)`, `all(ok(x) for x in items)`: the items are tests already. */
function tested(machine: Machine, site: CallSite, callee: { readonly name: string }): Value | undefined {
  const list = positional(site, 0);
  if (list === undefined) return undefined;
  const item = machine.items(list, site.at);
  if (item.kind !== 'test') return testValue([]);
  return callee.name.endsWith('all') ? testValue(item.whenTrue) : testValue([], item.whenFalse);
}

/** `os.getenv('TABLE', 'orders')`. */
function environment(machine: Machine, site: CallSite): Value | undefined {
  const name = positional(site, 0) ?? keyword(site, 'key');
  if (name?.kind !== 'constant' || typeof name.value !== 'string') return undefined;
  machine.facts.readEnvironment(name.value, site.at);
  const set = machine.environment.values.get(name.value);
  if (set !== undefined) return set;
  const fallback = positional(site, 1) ?? keyword(site, 'default');
  const hasFallback = fallback !== undefined && !(fallback.kind === 'constant' && fallback.value === null);
  return { kind: 'environment', name: name.value, ...(hasFallback ? { fallback } : {}) };
}

function partial(machine: Machine, site: CallSite): Value | undefined {
  const [callee] = site.arguments;
  if (callee === undefined) return undefined;
  const bound = site.arguments.slice(1);
  return {
    kind: 'native',
    name: 'partial',
    call: (call) =>
      machine.call({
        ...site,
        callee: callee.value,
        receiver: undefined,
        method: undefined,
        arguments: [...bound, ...call.arguments],
        at: call.at,
      }),
  };
}

function reduced(machine: Machine, site: CallSite): Value | undefined {
  const [callee, list, initial] = [positional(site, 0), positional(site, 1), positional(site, 2)];
  if (callee === undefined || list === undefined) return undefined;
  const item = machine.items(list, site.at);
  let result = initial ?? item;
  for (let round = 0; round < 2; round++) result = join(result, machine.callback(callee, [result, item], site.at));
  return result;
}

function gathered(machine: Machine, site: CallSite): Value {
  const values = site.arguments.map((one) => (one.spread === 'items' ? machine.items(one.value, site.at) : one.value));
  const isSpread = site.arguments.some((one) => one.spread !== undefined);
  return isSpread ? machine.looseList(joinAll(values), site.at) : machine.newList(values, site.at);
}

function runIn(machine: Machine, site: CallSite): Value | undefined {
  const [callee, ...rest] = site.arguments;
  if (callee === undefined) return undefined;
  const result = machine.call({
    ...site,
    callee: callee.value,
    receiver: undefined,
    method: undefined,
    arguments: rest,
  });
  const future: Value = { kind: 'native', name: 'result', call: () => result };
  const object = machine.newMap({ result: future }, site.at);
  return object;
}

function asMap(machine: Machine, site: CallSite): Value | undefined {
  const value = positional(site, 0);
  if (value?.kind !== 'object') return undefined;
  const object = machine.newObject('plain', site.at);
  machine.copyMembers(value, object, site.at);
  return { kind: 'object', object };
}

function compiled(_: Machine, site: CallSite): Value | undefined {
  const source = positional(site, 0);
  if (source?.kind !== 'constant' || typeof source.value !== 'string') return undefined;
  return { kind: 'pattern', source: source.value, flags: '' };
}

function substituted(machine: Machine, site: CallSite): Value | undefined {
  const [source, by, text] = [positional(site, 0), positional(site, 1), positional(site, 2)];
  if (text === undefined || source === undefined) return undefined;
  const pattern = source.kind === 'pattern' ? source.source : source.kind === 'constant' ? String(source.value) : '(';
  return without(machine, site, text, pattern, by);
}

function matched(machine: Machine, site: CallSite, callee: { readonly name: string }): Value | undefined {
  const [source, value] = [positional(site, 0), positional(site, 1)];
  if (source === undefined || value === undefined) return undefined;
  const pattern: Value | undefined =
    source.kind === 'constant' && typeof source.value === 'string'
      ? { kind: 'pattern', source: source.value, flags: '' }
      : source;
  if (pattern.kind !== 'pattern') return undefined;
  return patternMatch(machine, pattern, value, callee.name.slice(callee.name.indexOf('#') + 1), site);
}
