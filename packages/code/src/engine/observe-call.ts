import type { Labels } from './label.ts';
import type { CallSite, Machine } from './machine.ts';
import type { ExternalValue } from './value.ts';

/** Facts that do not depend on data from outside; labels when the result holds data of its own. */
export function observeCall(machine: Machine, name: string, callee: ExternalValue, site: CallSite): Labels | undefined {
  void machine;
  void name;
  void callee;
  void site;
  return undefined;
}
