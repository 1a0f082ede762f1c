import type { CallSite, Machine } from '../machine.ts';
import type { ExternalValue, Value } from '../value.ts';
import { javascriptExternals } from './javascript-externals.ts';
import { pythonExternals } from './python-externals.ts';

export type ExternalModel = (machine: Machine, site: CallSite, callee: ExternalValue) => Value | undefined;

/** Functions of the languages' own libraries that the engine carries out; undefined when it has no answer. */
export function runExternalModel(
  machine: Machine,
  name: string,
  callee: ExternalValue,
  site: CallSite,
): Value | undefined {
  const table = site.language === 'python' ? pythonExternals : javascriptExternals;
  return table.get(name)?.(machine, site, callee);
}
