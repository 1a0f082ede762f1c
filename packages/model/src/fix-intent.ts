import type { SourceRange } from './source-range.ts';
import type { NodeId, Scalar } from './value.ts';

/**
 * What a fix wants of the deployment, in the words of the estate. A writer for each dialect turns it into edits of the
 * user's own text; whoever only reads reports may ignore it.
 */
export type FixIntent =
  | SetIntent
  | RemoveIntent
  | AppendIntent
  | AddResourceIntent
  | ReplaceIntent
  | SetParameterIntent
  | AuthorizeRouteIntent;

/** A field of a node gets a value, whether it was written before or not. */
export interface SetIntent {
  readonly kind: 'set';
  readonly subject: NodeId;
  /** Of the facet: `tracing`, `publicAccessBlock.blockAcls`, `methodSettings.0.dataTrace`. */
  readonly field: string;
  readonly value: FixValue;
  /** What the role of the subject has to allow for it to work: `xray:PutTraceSegments`. */
  readonly needs?: string;
}

/** A field is no longer written, so that the platform's default holds. */
export interface RemoveIntent {
  readonly kind: 'remove';
  readonly subject: NodeId;
  readonly field: string;
}

/** A list gets one item more: a statement, a tag, a rule. */
export interface AppendIntent {
  readonly kind: 'append';
  readonly subject: NodeId;
  readonly field: string;
  readonly item: FixValue;
}

/** A resource of its own, written after the subject. Others of the same fix name it by `$new`. */
export interface AddResourceIntent {
  readonly kind: 'add-resource';
  readonly subject: NodeId;
  /** What is put behind the name of the subject: `DeadLetterQueue`. */
  readonly suffix: string;
  /** CloudFormation's type. */
  readonly type: string;
  readonly properties: FixMap;
}

/** The value that stands at a place, or a member of it, becomes another one: an action narrowed, a condition on a statement. */
export interface ReplaceIntent {
  readonly kind: 'replace';
  readonly subject: NodeId;
  readonly at: SourceRange;
  /** Below what stands there; nothing for the whole. */
  readonly path?: readonly (string | number)[];
  readonly value: FixValue;
}

/** A property of the parameter that a value of the subject came through. */
export interface SetParameterIntent {
  readonly kind: 'set-parameter';
  readonly subject: NodeId;
  readonly parameter: string;
  readonly key: 'NoEcho' | 'Default';
  /** Null takes the key away. */
  readonly value: Scalar;
}

/** Callers of a route have to sign their requests. */
export interface AuthorizeRouteIntent {
  readonly kind: 'authorize-route';
  readonly subject: NodeId;
  readonly route: NodeId;
}

/** A value to be written: literals, and what each dialect spells in its own way. */
export type FixValue = Scalar | readonly FixValue[] | FixReference | FixNew | FixText | FixPseudo | FixMap;

export interface FixMap {
  readonly [key: string]: FixValue;
}

/** An attribute of a node of the estate; `Ref` or a name for Fn::GetAtt. */
export interface FixReference {
  readonly $ref: NodeId;
  readonly attribute: string;
}

/** An attribute of a resource that the same fix adds, by its suffix. */
export interface FixNew {
  readonly $new: string;
  readonly attribute: string;
}

export interface FixText {
  readonly $text: readonly (string | FixReference | FixNew | FixPseudo)[];
}

export interface FixPseudo {
  readonly $pseudo: 'AccountId' | 'Region' | 'Partition' | 'StackName';
}
