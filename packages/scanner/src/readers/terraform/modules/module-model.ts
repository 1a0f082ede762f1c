import type { SourceRange, Unknown, Value } from '@leastwise/model';
import type { DeploymentPlace } from '../../cloudformation/pseudo-parameters.ts';
import type { ModuleScope, Scope } from '../evaluate/scope.ts';
import type { OpenSession } from '../session.ts';
import type { Declaration, ModuleSource, ModuleStore } from './module-source.ts';
import type { ProviderTable } from './providers.ts';
import type { MadeElsewhere, ResourceInstance } from './resource-instance.ts';

/** What every module of an application is given. */
export interface Surroundings {
  readonly session: OpenSession;
  readonly store: ModuleStore;
  readonly rootFolder: string;
  readonly place: DeploymentPlace;
  readonly workspace: Value;
  /** Where the code of a module that is not called by a local path stands, when it was fetched into the tree. */
  fetched(address: string): string | undefined;
  /** Makes the instances of a module that is known although its code is not there. */
  adapt(call: CallInstance): AdaptedModule | undefined;
}

/** What a registry module comes to. */
export interface AdaptedModule {
  readonly resources: readonly ResourceInstance[];
  output(name: string, at: SourceRange): Value | undefined;
  readonly unknowns: readonly Unknown[];
}

/** A module call with its key. */
export interface CallInstance {
  readonly declaration: Declaration;
  /** `module.api["x"]`. */
  readonly path: string;
  readonly source: string;
  /** The scope of the caller, with `each` and `count`. */
  readonly scope: Scope;
  readonly parent: ModuleInstance;
  readonly around: Surroundings;
  readonly open: Unknown | undefined;
}

export interface ModuleInstance extends ModuleScope {
  readonly path: string;
  readonly source: ModuleSource;
  readonly place: DeploymentPlace;
  readonly providers: ProviderTable;
  /** Folders from the root module to this one. */
  readonly chain: readonly string[];
  readonly around: Surroundings;
  /** The value where the output writes it, or as it appears at a place that asks for it. */
  output(name: string, at?: SourceRange): Value | undefined;
  /** Everything that this module declares itself. */
  resources(): readonly ResourceInstance[];
  children(): readonly ChildModule[];
  readonly unknowns: readonly Unknown[];
}

export type ChildModule =
  | { readonly kind: 'module'; readonly call: CallInstance; readonly module: ModuleInstance }
  | { readonly kind: 'adapted'; readonly call: CallInstance; readonly module: AdaptedModule }
  | { readonly kind: 'open'; readonly call: CallInstance; readonly why: Unknown };

export interface ModuleBirth {
  readonly source: ModuleSource;
  readonly path: string;
  readonly chain: readonly string[];
  /** What the caller or the person gives a variable; undefined when nobody does. */
  input(name: string, takesText: boolean, scope: Scope): Value | undefined;
  readonly isRoot: boolean;
  readonly parentProviders?: ProviderTable;
  /** `providers = { aws = aws.east }` of the call. */
  readonly providersGiven?: ReadonlyMap<string, string>;
  /** Opens the module behind a call. */
  open(call: CallInstance): ChildModule;
  /** Set for a registry module: then a variable that it does not declare is what the call gives, else null. */
  readonly made?: MadeElsewhere;
}
