import { observeHost } from './hosts/observe-host.ts';
import type { Labels } from './label.ts';
import type { CallSite, Machine } from './machine.ts';
import { observeSdkCall } from './sdk/observe-sdk.ts';

/** Facts that do not depend on data from outside; labels when the result holds data of its own. */
export function observeCall(machine: Machine, name: string, site: CallSite): Labels | undefined {
  return observeSdkCall(machine, name, site) ?? observeHost(machine, name, site);
}
