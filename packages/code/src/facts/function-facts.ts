import type { SourceRange } from '@leastwise/model';
import type { CodeValue } from './code-value.ts';
import type { EventSource, TrustClass } from './event-source.ts';
import type { FlowClass } from './flow-class.ts';
import type { Sent, SentData } from './sent.ts';

/**
 * All that the reachable code of one function says, read without running it. The permissions engine and the checks read
 * nothing else of the code.
 */
export interface FunctionFacts {
  /** The id that the entry was given. */
  readonly entry: string;
  readonly sdkCalls: readonly SdkCall[];
  readonly hosts: readonly HostCall[];
  readonly flows: readonly Flow[];
  /** What it hands to queues, topics, tables and other functions, with the data of its event in it. */
  readonly sends: readonly Sent[];
  /** The data of its event in what it returns to a state machine; empty for other callers. */
  readonly returns: readonly SentData[];
  readonly unsafe: readonly UnsafeSetting[];
  /** Names of environment variables that the reachable code reads, with one place each. */
  readonly environment: readonly { readonly name: string; readonly at: SourceRange }[];
  /** Files whose code can run, in code-unit order. */
  readonly files: readonly string[];
  /** Packages that are imported by reachable code: `@aws-sdk/client-s3`, `requests`. */
  readonly packages: readonly string[];
  /** What was not followed, and why: a cap, a file that is not there, a call through a value that is not known. */
  readonly incomplete: readonly Incompleteness[];
}

/** One call of an AWS SDK. A receiver or operation that cannot be told is not here but in `incomplete`. */
export interface SdkCall {
  readonly sdk: 'javascript-v2' | 'javascript-v3' | 'boto3';
  /** As the SDK spells it: the class of v2 (`S3`), the package of v3 (`client-s3`), the client of boto3 (`s3`). */
  readonly service: string;
  /** The API operation: `GetObject`. For `resource` calls of boto3 and high-level methods, the method as written. */
  readonly operation: string;
  readonly style: 'call' | 'paginator' | 'waiter' | 'presign' | 'resource' | 'document-client' | 'transfer' | 'library';
  /** boto3 resources: the chain of classes, `Table`, `Bucket.objects`. */
  readonly resource?: string;
  /** The members of the input, by name; nested maps are `CodeValue` maps. `complete` is false when a spread or unknown map may add more. */
  readonly input: ReadonlyMap<string, CodeValue>;
  readonly inputComplete: boolean;
  /** Options of the client that change what is called. */
  readonly client: { readonly region?: CodeValue; readonly endpoint?: CodeValue; readonly role?: CodeValue };
  readonly at: SourceRange;
  /** From the handler to the call; the handler first. */
  readonly trace: readonly TraceStep[];
  /** `proved`: reached on a path that the engine followed; `likely`: through a value that it took from a type or name; `possible`. */
  readonly confidence: 'proved' | 'likely' | 'possible';
}

export interface HostCall {
  /** The URL or host as far as it is known. */
  readonly url: CodeValue;
  readonly callee: string;
  readonly at: SourceRange;
  /** How it authenticates, when that can be seen: a header name, a query parameter, `basic`. */
  readonly credential?: { readonly kind: string; readonly value: CodeValue };
  /** Event paths that it is sent. */
  readonly sends: readonly string[];
  readonly tls: boolean | undefined;
}

/** Data of an event that reaches a dangerous call. */
export interface Flow {
  readonly class: FlowClass;
  /** The spec of the sink, unique and stable: `javascript/child_process.exec`. */
  readonly sink: string;
  readonly callee: string;
  readonly at: SourceRange;
  readonly source: {
    readonly event: EventSource;
    /** `body.email`, `Records[].s3.object.key`; for stored and third-party data what was read: `dynamodb:GetItem Item.name`. */
    readonly path: string;
    readonly trust: TrustClass;
    readonly at: SourceRange;
  };
  /** From source to sink, both included. */
  readonly steps: readonly TraceStep[];
  readonly confidence: 'high' | 'medium' | 'low';
  /** What the sink is given, as far as it is known: the SQL text with holes, the fixed part of a URL. */
  readonly argument: CodeValue;
  /** A guard that weakens but does not clear it. */
  readonly mitigations: readonly string[];
}

export interface TraceStep {
  readonly at: SourceRange;
  /** `event.body is parsed as JSON`, `passed to buildQuery`. */
  readonly message: string;
}

/** A setting or habit that is wrong whatever the event says. */
export interface UnsafeSetting {
  readonly kind: UnsafeKind;
  readonly at: SourceRange;
  /** One sentence about this very place. */
  readonly message: string;
  readonly steps: readonly TraceStep[];
}

export type UnsafeKind =
  | 'tls-verification-off'
  | 'whole-event-logged'
  | 'error-stack-returned'
  | 'environment-returned'
  | 'weak-random-token'
  | 'weak-hash-password'
  | 'cors-wildcard-credentials'
  | 'token-decoded-not-verified'
  | 'authorizer-fails-open'
  | 'authorizer-without-signature'
  | 'authorizer-without-expiry'
  | 'authorizer-without-audience'
  | 'state-survives-invocations'
  | 'temporary-file-reused'
  | 'hard-coded-credential';

export interface Incompleteness {
  readonly reason:
    | 'cap'
    | 'missing-file'
    | 'unreadable'
    | 'unknown-call'
    | 'unresolved-sdk'
    | 'dynamic-import'
    | 'bundle';
  /** One plain sentence. */
  readonly message: string;
  readonly at?: SourceRange;
}
