import type { Assignment, Edge, EdgeVerb, EstateNode, Fragment, NodeId, Unknown, Value } from '@leastwise/model';
import type { FacetByKind, Kind } from './facets/index.ts';

export type NodeOf<K extends Kind> = EstateNode<K, FacetByKind[K]>;
export type AnyNode = { [K in Kind]: NodeOf<K> }[Kind];

/**
 * The graph of one application under one assignment of its conditions. Built once, then only asked.
 * Nodes keep the order of the templates.
 */
export interface Estate {
  readonly application: string;
  readonly assignment: Assignment;
  readonly fragments: readonly Fragment[];
  readonly nodes: ReadonlyMap<NodeId, AnyNode>;
  /** All nodes of a kind: `estate.of('bucket')`. */
  of<K extends Kind>(kind: K): readonly NodeOf<K>[];
  /** The node with this id, when it has that kind. */
  get<K extends Kind>(id: NodeId | undefined, kind: K): NodeOf<K> | undefined;
  edgesFrom(id: NodeId, ...verbs: readonly EdgeVerb[]): readonly Edge[];
  edgesTo(id: NodeId, ...verbs: readonly EdgeVerb[]): readonly Edge[];
  /**
   * The node that a value leads to: a reference, a text around one reference (`${Queue.Arn}/*`), an ARN with a name that
   * exactly one node has, or (with `kinds`) a bare name. Undefined when it leads to nothing in the estate.
   */
  resolve(value: Value<unknown>, ...kinds: readonly Kind[]): AnyNode | undefined;
  /** The function behind a value, through aliases, versions and API Gateway invocation ARNs. */
  functionOf(value: Value<unknown>): { readonly function: NodeOf<'function'>; readonly qualifier?: NodeId } | undefined;
  /** A value that nothing in the estate settles, as an unknown with its reason; undefined when it is settled. */
  openReason(value: Value<unknown>): Unknown | undefined;
}

/** An estate that is still being built: what the linkers of `estate/` are given. */
export interface EstateBuilder extends Estate {
  add(node: AnyNode): void;
  connect(edge: Edge): void;
}

/** Derives nodes and edges from what stands in the estate so far. */
export type Linker = (estate: EstateBuilder) => void;
