import type { SourceRange } from '@leastwise/model';
import type { CodeValue } from './code-value.ts';
import type { FlowClass } from './flow-class.ts';
import type { Flow, TraceStep } from './function-facts.ts';

/** What carries data from one function to another. */
export type CarrierKind =
  | 'queue'
  | 'topic'
  | 'event-bus'
  | 'bucket'
  | 'table'
  | 'stream'
  | 'delivery-stream'
  | 'function'
  | 'state-machine';

/** One thing that the code hands to a carrier: a message, an event, a row, the event of another function. */
export interface Sent {
  readonly to: CarrierKind;
  /** The SDK operation: `SendMessage`. */
  readonly operation: string;
  /** The name, URL or ARN of the carrier; undefined when the call gives none. */
  readonly resource: CodeValue | undefined;
  /** What a rule of a bus selects by. */
  readonly detailType?: CodeValue;
  readonly eventSource?: CodeValue;
  readonly data: readonly SentData[];
  readonly at: SourceRange;
}

/** Data of somebody else inside what is sent. */
export interface SentData {
  /**
   * Where it stands in what the carrier holds: `order.id` of a message's JSON, `detail.order.id` of an event, `key` of an object,
   * `email` of a row; `@attributes.tenant` and `@subject` beside the message. `[]` is any item, `*` any member.
   */
  readonly path: string;
  readonly source: Flow['source'];
  readonly confidence: Flow['confidence'];
  /** From the source to the call that sends it, both included. */
  readonly steps: readonly TraceStep[];
  /** Classes that it can no longer serve: it is a number, it was checked, it stands behind a fixed host. */
  readonly harmlessFor: readonly FlowClass[];
}
