import type { NodeId, SourceRange, Value } from '@leastwise/model';
import type { TerraformInstance } from '../instance.ts';

/**
 * One Terraform type as the CloudFormation resource that it amounts to. `attributes` says what others mean when they name one
 * of its attributes: a name for Fn::GetAtt, `Ref`, or a text with `${Attribute}` and `${AWS::Region}` in it.
 */
export interface ResourceRow {
  readonly terraform: readonly string[];
  readonly type: string;
  readonly properties: Properties;
  readonly attributes: Attributes;
  /** The argument that names the resource, by which others may find it without a reference. */
  readonly name?: string;
  /** Where an argument decides the type. */
  readonly typeOf?: (scope: Scope) => string;
  /** In place of `properties`, where no table can say it. */
  readonly whole?: (scope: Scope) => Value;
  /** What CloudFormation keeps as resources of their own, and Terraform in the same block. */
  readonly more?: (scope: Scope) => readonly Extra[];
}

/** A Terraform type that CloudFormation knows only as properties of another resource. */
interface JoinRow {
  readonly terraform: readonly string[];
  readonly contributes: (scope: Scope) => readonly Contribution[];
  /** The argument that names the resource that this one is a part of: what a reference to this one means. */
  readonly owner?: string;
  /**
   * What becomes of it when its owner is elsewhere. Without a word it stays a node of its own type; `bare` makes an owner that has
   * nothing but this, `open` one of which all else is unknown.
   */
  readonly withoutOwner?: 'bare' | 'open';
}

export type Row = ResourceRow | JoinRow;

export type Attributes = Readonly<Record<string, string>>;

/** Properties to add to another resource. */
export interface Contribution {
  /** A reference to it, or its name. */
  readonly target: Value;
  /** The CloudFormation types that it may be of. */
  readonly types: readonly string[];
  /** A known map. */
  readonly properties: Value;
}

/** A resource that has no block of its own. */
export interface Extra {
  /** Tells it apart from others of the same block; holds no slash. */
  readonly suffix: string;
  readonly type: string;
  readonly properties: Value;
  /** The nested block that says it, when there is one. */
  readonly location?: SourceRange;
}

/** What a field row reads from: a block of an instance, its references already in CloudFormation's words. */
export interface Scope {
  /** The block: a known map, or unknown. */
  readonly block: Value;
  /** The block of the instance. */
  readonly body: Value;
  readonly instance: TerraformInstance;
  readonly lookups: Lookups;
}

/** What a field row may ask about the rest of the configuration. */
export interface Lookups {
  /** The instance of one of these CloudFormation types that a value refers to or names. */
  find(value: Value, types: readonly string[]): TerraformInstance | undefined;
  /** The block of an instance with its references translated. */
  bodyOf(instance: TerraformInstance): Value;
  /** What a value comes to when the reference is followed to what the configuration writes there. */
  written(value: Value): Value;
  /** The code behind `filename` or an object in a bucket, as `Code` of a SAM or CloudFormation function. */
  code(instance: TerraformInstance, argument: string): Value | undefined;
  /** The first instance of some Terraform types for each key; made once for each name. */
  index(
    name: string,
    terraform: readonly string[],
    keyOf: (body: Value) => string | undefined,
  ): ReadonlyMap<string, TerraformInstance>;
}

/** A path of arguments and blocks (`vpc_config.subnet_ids`), a computation, or a map of either. */
export type Spec = string | Read | Properties;
export type Read = (scope: Scope) => Value | undefined;
export interface Properties {
  readonly [property: string]: Spec;
}

type RowOptions = Partial<Pick<ResourceRow, 'attributes' | 'name' | 'typeOf' | 'whole' | 'more'>>;

export function row(
  terraform: string | readonly string[],
  type: string,
  properties: Properties,
  options: RowOptions = {},
): ResourceRow {
  return {
    attributes: {},
    ...options,
    terraform: typeof terraform === 'string' ? [terraform] : terraform,
    type,
    properties,
  };
}

export function joinRow(
  terraform: string | readonly string[],
  owner: string | undefined,
  contributes: (scope: Scope) => readonly Contribution[],
  options: Pick<JoinRow, 'withoutOwner'> = {},
): JoinRow {
  return {
    ...options,
    terraform: typeof terraform === 'string' ? [terraform] : terraform,
    contributes,
    ...(owner === undefined ? {} : { owner }),
  };
}

export function isJoin(row: Row): row is JoinRow {
  return 'contributes' in row;
}

/** The id of a resource that has no block of its own. */
export function extraId(id: NodeId, suffix: string): NodeId {
  return `${id}.${suffix}`;
}
