import {
  asMap,
  type Diagnostic,
  type NodeId,
  type Reference,
  type SourceRange,
  type TemplateResource,
  type Unknown,
  type Value,
} from '@leastwise/model';
import { mapOf, type Maker, type Material } from '../cloudformation/sam/made.ts';
import type { OpenStack } from '../cloudformation/stack.ts';
import type { BucketNotification } from './events/existing-buckets.ts';
import type { Service } from './service.ts';

/** What makes the framework generate a resource. */
export interface Cause {
  /** The entry. */
  readonly at: SourceRange;
  /** Its key: what a one-line pointer underlines. */
  readonly keyRange: SourceRange;
  /** `http`, `provider`, `plugin serverless-step-functions`. */
  readonly by: string;
  /** The function that it is generated for. */
  readonly from?: NodeId | undefined;
}

/** A function of the service in one world. */
export interface ServiceFunction {
  /** The key under `functions`. */
  readonly key: string;
  readonly value: Value;
  readonly cause: Cause;
  readonly make: Maker;
  readonly id: NodeId;
  /** The deployed name. */
  readonly name: Value;
  get(...path: readonly (string | number)[]): Value | undefined;
  /** What a trigger names: the function, or its alias when concurrency is provisioned. */
  arn(origin: SourceRange): Reference;
}

export interface Draft {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Map<string, Value>;
  readonly cause: Cause;
  readonly dependsOn: readonly string[];
}

/** Where the parts of the framework put what they generate. Lives as long as one reading of one world. */
export interface Bench {
  readonly service: Service;
  readonly stack: OpenStack;
  readonly functions: readonly ServiceFunction[];
  readonly drafts: Map<string, Draft>;
  readonly diagnostics: Diagnostic[];
  readonly unknowns: Unknown[];
  /** IAM statements that generated triggers add to the role of a function, by its key. */
  readonly statements: Map<string, Value[]>;
  /** What buckets that exist are told. */
  readonly notifications: BucketNotification[];
  readonly stage: Value;
  readonly serviceName: Value;
  /** `provider` as a whole stands here. */
  readonly providerCause: Cause;
  /** A member of the service: `top('provider', 'iam')`. */
  top(...path: readonly (string | number)[]): Value | undefined;
  provider(...path: readonly (string | number)[]): Value | undefined;
  hasPlugin(name: string): boolean;
  makeAt(origin: SourceRange): Maker;
  add(
    logicalId: string,
    type: string,
    properties: Readonly<Record<string, Material>>,
    cause: Cause,
    dependsOn?: readonly string[],
  ): Draft;
  allow(owner: ServiceFunction, ...statements: readonly Value[]): void;
  invalid(at: SourceRange, message: string, hint: string): void;
  note(code: string, at: SourceRange, message: string, hint: string): void;
}

export function draftInto(
  drafts: Map<string, Draft>,
  logicalId: string,
  type: string,
  properties: Readonly<Record<string, Material>>,
  cause: Cause,
  dependsOn: readonly string[] = [],
): Draft {
  const map = new Map(asMap(mapOf(properties, cause.at)));
  const draft: Draft = { logicalId, type, properties: map, cause, dependsOn };
  drafts.set(logicalId, draft);
  return draft;
}

export function finish(draft: Draft, stack: OpenStack): TemplateResource {
  const { cause, logicalId } = draft;
  const id = stack.idOf(logicalId);
  const isOwn = cause.from === id || cause.from === undefined;
  return {
    id,
    logicalId,
    type: draft.type,
    properties: { kind: 'known', value: draft.properties, origin: cause.at },
    location: cause.at,
    keyRange: cause.keyRange,
    ...(draft.dependsOn.length === 0 ? {} : { dependsOn: draft.dependsOn.map((name) => stack.idOf(name)) }),
    ...(isOwn || cause.from === undefined ? {} : { generatedFrom: { id: cause.from, by: cause.by } }),
  };
}
