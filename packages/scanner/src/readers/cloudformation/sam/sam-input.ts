import type { Diagnostic, NodeId, SourceRange, SourceTree, TemplateResource, Unknown, Value } from '@leastwise/model';

/**
 * One stack of a SAM template under one assignment of its conditions: every intrinsic is evaluated, resources whose
 * condition is false are not there. A `Ref` or `GetAtt` of a logical id that the template does not hold is still a
 * reference: SAM makes many of them (`ServerlessRestApi`, `OrdersRole`), and `desugar` says which.
 */
export interface SamInput {
  /** All resources of the stack, in the order of the template; those of other transforms pass through. */
  readonly resources: readonly TemplateResource[];
  /** The value of the `Globals` section; absent when there is none. */
  readonly globals: Value;
  readonly stack: SamStack;
  /** For definitions in files of their own: `DefinitionUri`. */
  readonly tree: SourceTree;
  /**
   * Reads a YAML or JSON file of the tree, given by its path from the root, with intrinsics evaluated in this stack.
   * `at` is where the template names the file. Undefined when it cannot be read as data.
   */
  readData(path: string, at: SourceRange): Value | undefined;
  /** A resource attribute that only SAM knows, evaluated: `IgnoreGlobals`, `Connectors`. Undefined when not written. */
  attribute(logicalId: string, name: 'IgnoreGlobals' | 'Connectors'): Value | undefined;
  /** The properties of a resource with each `AWS::NoValue` kept as an absent member: it removes what Globals would give. */
  withNoValues(resource: TemplateResource): Value;
  /** The truth of a condition of the template in this assignment. */
  holds(condition: string, at: SourceRange): boolean;
  /** A pseudo parameter (`AWS::Region`) as this stack knows it. */
  pseudo(name: string, origin: SourceRange): Value;
}

export interface SamStack {
  /** The template file, from the root. */
  readonly file: string;
  /** `''`, or `Orders/` for a nested stack. */
  readonly stackPath: string;
  idOf(logicalId: string): NodeId;
}

export interface SamOutput {
  /** Every resource of the stack in CloudFormation's own types; what SAM generates follows what it is generated from. */
  readonly resources: readonly TemplateResource[];
  readonly diagnostics: readonly Diagnostic[];
  readonly unknowns: readonly Unknown[];
  /**
   * Leads references such as `!Ref Orders.Alias` and `!GetAtt Orders.DestinationQueue.Arn` to the generated resource. The
   * resources are resolved already; outputs of the template are not.
   */
  resolve(value: Value): Value;
}
