import type { AdaptedModule, CallInstance } from '../modules/module-instance.ts';

/** The resources that a well-known module of the registry makes, when its code is not in the tree. */
export function adaptModule(_call: CallInstance): AdaptedModule | undefined {
  return undefined;
}
