import { spellings } from '../specs/carriers.ts';
import type { CallbackSpec } from '../specs/spec.ts';
import { callGivenFunctions } from './call-given.ts';
import { Cells } from './cells.ts';
import { requestLabels } from './external-members.ts';
import { joinAll } from './join.ts';
import { addStep, unionLabels, type Labels } from './label.ts';
import type { CallSite, Machine } from './machine.ts';
import { runExternalModel } from './models/externals.ts';
import { observeCall } from './observe-call.ts';
import { valuesAt } from './places.ts';
import { runCallback } from './run-callback.ts';
import { applySanitizers, rowsOf } from './sanitizers.ts';
import { checkSinks, shownName } from './sinks.ts';
import { observeUnsafe } from './unsafe/observe-unsafe.ts';
import { opaque, options, type ExternalValue, type Value } from './value.ts';

const longestName = 160;

/** A call of something that is not the scanned code: what the tables and the models say of it. */
export function callExternal(machine: Machine, callee: ExternalValue, site: CallSite): Value {
  const name = machine.specs.canonical(site.language, callee.name);
  const modelled = runExternalModel(machine, name, callee, site);
  checkSinks(machine, name, site);
  observeUnsafe(machine, name, site);
  const observed = observeCall(machine, name, site);
  if (modelled !== undefined) return modelled;

  const callbacks = rowsOf(machine.specs.callbacks, site, name);
  const fromCallback = callbacks.length === 0 ? undefined : runCallbacks(machine, callbacks, name, site);
  if (fromCallback !== undefined) return fromCallback;

  const guard = applySanitizers(machine, name, site);
  if (guard !== undefined) return spelling(guard, name, site);
  const through = callThrough(machine, callee, site);

  const given = argumentLabels(machine, site);
  if (callbacks.length === 0) callGivenFunctions(machine, site.arguments, given, site);
  const labels = observed ?? resultLabels(machine, name, callee, site, given);
  const result = resultOf(machine, name, callee, site, labels);
  return through === undefined ? result : joinAll([through, result]);
}

/** Keeps the object behind its JSON. */
function spelling(result: Value, name: string, site: CallSite): Value {
  const [first] = site.arguments;
  if (result.kind !== 'opaque' || first === undefined || !spellings.ofArgument.has(`${name}()`)) return result;
  return { ...result, spells: first.value };
}

/** A wrapper of a library that is not known gives back something that calls the function it was given. */
function callThrough(machine: Machine, callee: ExternalValue, site: CallSite): Value | undefined {
  if (callee.made === undefined || !callee.name.endsWith(')')) return undefined;
  const results: Value[] = [];
  for (const { value } of callee.made.arguments) {
    for (const one of options(value)) {
      if (one.kind === 'function' || one.kind === 'native') results.push(machine.call({ ...site, callee: one }));
    }
  }
  return results.length === 0 ? undefined : joinAll(results);
}

function runCallbacks(
  machine: Machine,
  rows: readonly CallbackSpec[],
  name: string,
  site: CallSite,
): Value | undefined {
  let result: Value | undefined;
  for (const row of rows) {
    const one = runCallback(machine, row, name, site);
    if (one !== undefined) result = result === undefined ? one : joinAll([result, one]);
  }
  return result;
}

function argumentLabels(machine: Machine, site: CallSite): Labels {
  let labels: Labels = [];
  for (const { value } of site.arguments) labels = unionLabels(labels, machine.labels(value));
  return labels;
}

/** What data of the arguments is in the result; data that goes elsewhere is put there. */
function resultLabels(machine: Machine, name: string, callee: ExternalValue, site: CallSite, given: Labels): Labels {
  const input = machine.specs.input(site.language, `${name}()`);
  if (input !== undefined) return requestLabels(machine, input, name, site.at);
  const rows = rowsOf(machine.specs.propagators, site, name);
  const message = `passes through ${shownName(name)}`;
  const receiver = site.receiver === undefined ? callee.labels : machine.labels(site.receiver);
  if (rows.length === 0) {
    if (given.length > 0 && site.receiver !== undefined) taint(machine, site.receiver, given);
    return addStep(unionLabels(receiver, given), site.at, message);
  }
  let labels: Labels = [];
  for (const row of rows) {
    if (row.moves === false) continue;
    let moved: Labels = [];
    for (const value of valuesAt(machine, site, row.from)) moved = unionLabels(moved, machine.labels(value));
    if (moved.length === 0) continue;
    const said =
      row.transform === undefined
        ? addStep(moved, site.at, message)
        : machine.transformed(moved, row.transform, site.at, describe(row.transform, name));
    if (row.to === undefined || row.to === 'result') labels = unionLabels(labels, said);
    else for (const target of valuesAt(machine, site, row.to)) taint(machine, target, said);
  }
  return labels;
}

function describe(transform: string, name: string): string {
  switch (transform) {
    case 'json-parsed':
      return 'is parsed as JSON';
    case 'json-encoded':
      return 'becomes JSON';
    case 'url-decoded':
      return 'is URL-decoded';
    case 'base64-decoded':
      return 'is decoded from base64';
    case 'decompressed':
      return 'is decompressed';
    default:
      return `goes through ${shownName(name)}`;
  }
}

/** Puts data into something that can hold it. */
export function taint(machine: Machine, target: Value, labels: Labels): void {
  if (labels.length === 0) return;
  const held = opaque(labels, 'any', 'put in by a call');
  const write = (cells: Cells, key: string): void => {
    const before = cells.values.get(key);
    machine.journal.write(cells, key, before === undefined ? held : joinAll([before, held]));
  };
  if (target.kind === 'external' && target.members !== undefined) write(target.members, '*');
  else if (target.kind === 'object') write(target.object.cells, target.object.kind === 'list' ? '[]' : '*');
}

function resultOf(machine: Machine, name: string, callee: ExternalValue, site: CallSite, labels: Labels): Value {
  const called = callName(machine, name, site);
  if (rowsOf(machine.specs.propagators, site, name).some((row) => row.transform === 'json-parsed')) {
    const members = new Cells(machine.journal.next());
    return { ...opaque(labels, 'any', `the result of ${shownName(name)}`), members };
  }
  if (called.length > longestName) return opaque(labels, 'any', `the result of ${shownName(name)}`);
  // Chains keep what they are made of: `new S3({…}).getObject(…).promise()`.
  const isChain = callee.made !== undefined && site.receiver?.kind === 'external' && name.endsWith('.promise');
  return {
    kind: 'external',
    name: machine.specs.canonical(site.language, called),
    labels,
    made:
      isChain && callee.made !== undefined
        ? callee.made
        : { arguments: site.arguments, receiver: site.receiver, at: site.at },
    ...(site.receiver === undefined ? {} : { owner: site.receiver }),
    members: new Cells(machine.journal.next()),
  };
}

/** `boto3#client(s3)` where the table says so, `x#y()` otherwise. */
export function callName(machine: Machine, name: string, site: CallSite): string {
  if (!machine.specs.isNamedCall(name)) return `${name}()`;
  const [first] = valuesAt(machine, site, { index: 0, name: 'service_name' });
  return first?.kind === 'constant' && typeof first.value === 'string' ? `${name}(${first.value})` : `${name}()`;
}
