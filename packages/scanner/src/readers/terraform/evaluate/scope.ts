import type { Diagnostic, NodeId, Reference, SourceRange, SourceTree, Value } from '@leastwise/model';
import type { DeploymentPlace } from '../../cloudformation/pseudo-parameters.ts';
import type { Expression, Place } from '../syntax/hcl.ts';

/** Where an expression is evaluated. */
export interface Scope {
  readonly module: ModuleScope;
  /** The file whose offsets the expression carries. */
  readonly file: string;
  /** What loops, `each`, `count`, `self` and the variables of a template file stand for. */
  readonly names?: ReadonlyMap<string, Value>;
}

/** What one instance of a module answers to the expressions in it. Undefined: nothing of this name is declared. */
export interface ModuleScope {
  readonly session: Session;
  /** From the root of the tree. */
  readonly folder: string;
  /** The folder in which Terraform runs: relative paths are from there. */
  readonly rootFolder: string;
  /** What a person said of the deployment. */
  readonly place: DeploymentPlace;
  variable(name: string): Value | undefined;
  local(name: string): Value | undefined;
  /** A reference to the instances of a resource or data source, a list or a map of them. */
  resource(mode: 'managed' | 'data', type: string, name: string): Value | undefined;
  /** As `resource`, of a module call. */
  call(name: string): Value | undefined;
  /** `path.module` and `terraform.workspace`. */
  constant(root: 'path' | 'terraform', name: string): Value | undefined;
}

/** What one reading of an application shares. */
export interface Session {
  readonly tree: SourceTree;
  /** Counts a step and how deep it stands; false when either goes too far. Each is followed by `leave`. */
  enter(): boolean;
  leave(): void;
  /** Counts what a step makes; false when there is too much of it. */
  spend(amount: number): boolean;
  report(diagnostic: Diagnostic): void;
  evaluate(expression: Expression, scope: Scope): Value;
  /** An attribute of what a reference with an empty attribute names. */
  attribute(node: NodeId, name: string, at: SourceRange): Value;
  /** True when it is not known how many instances there are behind the node. */
  isOpenCollection(node: NodeId): boolean;
  /** Every output of a module instance as a map, or what is set of a resource. */
  members(node: NodeId, at: SourceRange): ReadonlyMap<string, Value>;
  /** The value that the configuration gives an attribute, followed to the end. */
  lookThrough(value: Value): Value;
}

export const rangeIn = (place: Place, file: string): SourceRange => ({ file, start: place.start, end: place.end });

/** A whole instance: a resource, a data source or a module. */
export function wholeOf(node: NodeId, origin: SourceRange): Reference {
  return { kind: 'reference', node, attribute: '', origin };
}

export function isWhole(value: Value): value is Reference {
  return value.kind === 'reference' && value.attribute === '';
}

export function withNames(scope: Scope, names: Iterable<readonly [string, Value]>): Scope {
  return { ...scope, names: new Map([...(scope.names ?? []), ...names]) };
}
