import type { Diagnostic } from './diagnostic.ts';
import type { SourceRange } from './source-range.ts';
import type { NodeId, Unknown, Value } from './value.ts';

/**
 * What a reader makes of one stack under one assignment of its conditions. Readers never judge: a fragment holds what is
 * written, with every intrinsic resolved as far as the text allows.
 */
export interface Fragment {
  /** The template file, from the root. */
  readonly file: string;
  readonly format: TemplateFormat;
  /** `''` for the stack of the template itself, `Orders/` for a stack nested in it under the logical id Orders. */
  readonly stackPath: string;
  readonly resources: readonly TemplateResource[];
  readonly outputs: readonly TemplateOutput[];
  readonly diagnostics: readonly Diagnostic[];
  /** Values that checks might miss although no resource holds them: a transform that could not be followed. */
  readonly unknowns: readonly Unknown[];
}

export type TemplateFormat = 'cloudformation' | 'sam' | 'cdk' | 'serverless' | 'terraform' | 'code';

/** One resource that deployment would make, in the words of its provider. */
export interface TemplateResource {
  readonly id: NodeId;
  readonly logicalId: string;
  /** `AWS::Lambda::Function` or `aws_lambda_function`. */
  readonly type: string;
  /** A known map, unless a transform supplies it. Every member keeps its place in the user's text. */
  readonly properties: Value;
  /** The resource's entry in the template; for a generated one, the entry that it is generated from. */
  readonly location: SourceRange;
  /** The key alone: what a one-line pointer underlines. */
  readonly keyRange: SourceRange;
  readonly metadata?: Value;
  readonly dependsOn?: readonly NodeId[];
  /** `Delete`, `Retain`, ... as written. */
  readonly deletionPolicy?: Value;
  /** Set when no one wrote this resource: the resource it was desugared from, and by what. */
  readonly generatedFrom?: { readonly id: NodeId; readonly by: string };
  /** CDK: `Stack/Orders/Handler/Resource`. */
  readonly constructPath?: string;
  /** CDK with stack traces: where in the user's program the construct is made. */
  readonly constructOrigin?: SourceRange;
}

export interface TemplateOutput {
  readonly name: string;
  readonly value: Value;
  readonly exportName?: Value;
  readonly location: SourceRange;
}

/** One consistent assignment of what the conditions of an application hang on. */
export interface Assignment {
  /** Shown to people: `Stage=prod, WithAuth=false`; empty for the only or the default one. */
  readonly label: string;
  /** Truth of each condition: key `<file>#<stack path><condition name>`. */
  readonly conditions: ReadonlyMap<string, boolean>;
  /** True for what a deployment with the defaults gets. */
  readonly isDefault: boolean;
}
