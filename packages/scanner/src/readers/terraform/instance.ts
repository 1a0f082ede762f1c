import type { Diagnostic, NodeId, SourceRange, TemplateOutput, Unknown, Value } from '@leastwise/model';

/**
 * One resource or data source as Terraform would plan it: `count` and `for_each` are expanded, so an instance is what one
 * address names. https://developer.hashicorp.com/terraform/cli/state/resource-addressing
 */
export interface TerraformInstance {
  /** `module.api["x"].aws_lambda_function.orders[0]`; a data source has `data.` before its type. */
  readonly address: string;
  readonly mode: 'managed' | 'data';
  /** `aws_lambda_function`. */
  readonly type: string;
  /** `orders`. */
  readonly name: string;
  /** `''` for the root module, else `module.api["x"]`. */
  readonly modulePath: string;
  /** The key of `for_each` or the index of `count`. */
  readonly key?: string | number;
  /** `aws:<folder of the root module>#/<address>`: the same whichever file of the folder holds the block. */
  readonly id: NodeId;
  /** The file of the block; for an instance that a registry module makes, that of the call. */
  readonly file: string;
  /** The whole block. */
  readonly location: SourceRange;
  /** The labels: type and name. */
  readonly keyRange: SourceRange;
  /**
   * A known map of what the block sets. An argument is the value it evaluates to. Nested blocks of one type are a list of
   * maps under that type, in order, also when there is only one; `dynamic` blocks are expanded. Arguments that evaluate to
   * null are left out, as Terraform does.
   *
   * - *References.* `aws_sqs_queue.q.arn` is a `Reference` to the instance with `attribute: 'arn'`, never a made-up text.
   *   So are the attributes by which others name an instance (`identityAttributes`), even when the configuration writes
   *   them as a literal: that keeps the edge. `TerraformApplicationReading.lookThrough` gives the literal. Every other
   *   attribute that the configuration sets is its value, with the place it was written in `via`.
   * - A `Reference` with `attribute: ''` is a whole instance (`depends_on = [aws_x.y]`, `local.queue = aws_sqs_queue.q`).
   * - *JSON.* The result of `jsonencode`, of `data.aws_iam_policy_document.x.json` and of `yamlencode` is the structure (a
   *   known map or list with the origin of each member), for which `isEncodedText` of `evaluate/encoded-text.ts` holds:
   *   it is a string to Terraform. JSON in a heredoc or a file stays a text; `decodeText` of the same file gives its
   *   structure, holes and places kept.
   */
  readonly body: Value;
  /** What the provider of the instance says. */
  readonly provider: TerraformProvider;
  /** From `depends_on`. */
  readonly dependsOn: readonly NodeId[];
  /** Set when it is not known whether, or how many times, this one exists. */
  readonly uncertain?: Unknown;
  /** Set when no one wrote this block: the registry module that makes it. */
  readonly generatedBy?: string;
}

/** The type of a provider that is looked at for what it signs in with. */
export const providerType = 'provider';

export interface TerraformProvider {
  /** `aws`, `google`, ... */
  readonly name: string;
  readonly alias?: string;
  /** Where it deploys, as written. */
  readonly region?: Value;
  /** `default_tags { tags }`: a map. */
  readonly defaultTags?: Value;
}

/** Attributes by which resources name each other: they stay references even where the configuration writes them. */
export const identityAttributes: ReadonlySet<string> = new Set([
  'id',
  'arn',
  'name',
  'bucket',
  'function_name',
  'stage_name',
  'qualified_arn',
  'invoke_arn',
  'url',
  'key_id',
  'key',
]);

/** A root module with everything below it. */
export interface TerraformApplicationReading {
  /** Folder of the root module, from the root. */
  readonly folder: string;
  /** In the order of module path, file and place. Managed ones and data sources; of data sources those that exist already too. */
  readonly instances: readonly TerraformInstance[];
  readonly outputs: readonly TemplateOutput[];
  readonly diagnostics: readonly Diagnostic[];
  /** What makes resources appear or not and is not known: a count, a module that cannot be read. */
  readonly unknowns: readonly Unknown[];
  instance(id: NodeId): TerraformInstance | undefined;
  /**
   * What a reference names, when the configuration says so: `aws_sqs_queue.q.name` with a literal name. Follows references
   * to references. Any other value is returned as it is.
   */
  lookThrough(value: Value): Value;
  /**
   * The code behind the argument that names an archive (`filename`, `source_code_hash`, `s3_key` or `source` of an object):
   * looked up among `data.archive_file` by reference and by equal output path, and through `aws_s3_object`. Undefined
   * when nothing in the configuration makes it; `filename` is then a path from `file`'s module folder.
   */
  archiveOf(value: Value): TerraformArchive | undefined;
  /** A path that the configuration writes (`filename`), from the root of the tree; undefined when it leads out of it. */
  pathOf(instance: TerraformInstance, value: Value): string | undefined;
}

/** What a function's package is made of. Paths are from the root of the tree. */
export type TerraformArchive =
  | { readonly kind: 'folder' | 'file'; readonly path: string; readonly origin: SourceRange }
  /** `source { content, filename }`: the code stands in the configuration. */
  | {
      readonly kind: 'inline';
      readonly files: readonly { readonly name: Value; readonly content: Value }[];
      readonly origin: SourceRange;
    }
  /** An archive that exists before the deployment. */
  | { readonly kind: 'archive'; readonly path: string; readonly origin: SourceRange };
