import { applySanitizers } from '../sanitizers.ts';
import { addStep, unionLabels, type Labels } from '../label.ts';
import type { CallSite, Machine } from '../machine.ts';
import { runCallback } from '../run-callback.ts';
import { checkMethodSinks } from '../sinks.ts';
import { callGivenFunctions } from '../call-given.ts';
import { opaque, type Value } from '../value.ts';
import { javascriptMethod } from './javascript-methods.ts';
import { pythonMethod } from './python-methods.ts';
import { callFunctionMethod } from './function-methods.ts';

/** A method of a text, a list, a map or of data that is not known further; undefined when there is no receiver. */
export function callMethodModel(machine: Machine, site: CallSite): Value | undefined {
  const { receiver, method } = site;
  if (receiver === undefined || method === undefined) return undefined;
  if (receiver.kind === 'function' || receiver.kind === 'native' || receiver.kind === 'class') {
    const called = callFunctionMethod(machine, site, receiver, method);
    if (called !== undefined) return called;
  }
  const modelled =
    site.language === 'python' ? pythonMethod(machine, site, method) : javascriptMethod(machine, site, method);
  if (modelled !== undefined) return modelled;
  checkMethodSinks(machine, site);
  const rows = machine.specs.callbacks(site.language, `*#${method}`);
  for (const row of rows) {
    const result = runCallback(machine, row, method, site);
    if (result !== undefined) return result;
  }
  const cleaned = applySanitizers(machine, `*#${method}`, site);
  if (cleaned !== undefined) return cleaned;
  return propagated(machine, site, receiver, method, rows.length > 0);
}

/** A method that is not known: data of the receiver and of the arguments may be in the result. */
function propagated(machine: Machine, site: CallSite, receiver: Value, method: string, hasCalled: boolean): Value {
  const own = machine.labels(receiver);
  let given: Labels = [];
  for (const { value } of site.arguments) given = unionLabels(given, machine.labels(value));
  if (!hasCalled) callGivenFunctions(machine, site.arguments, unionLabels(own, given), site);
  const rows = machine.specs.propagators(site.language, `*#${method}`);
  if (rows.some((row) => row.moves === false)) return opaque([], 'any', `the result of ${method}`);
  const transform = rows.find((row) => row.transform !== undefined)?.transform;
  const labels = unionLabels(own, given);
  const said =
    transform === undefined
      ? addStep(labels, site.at, `passes through ${method}`)
      : machine.transformed(labels, transform, site.at, `goes through ${method}`);
  return opaque(said, 'any', `the result of ${method}`);
}
