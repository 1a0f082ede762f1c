import type { EventSource, Flow, FunctionFacts, TraceStep } from '@leastwise/code';
import type { NodeId } from '@leastwise/model';

/** Where data that reached a function through others came into the application. */
export interface FlowOrigin {
  readonly function: NodeId;
  readonly source: Flow['source'];
  /** The functions and carriers between, the origin's carrier first: `queue Orders`. */
  readonly through: readonly string[];
  /** From the origin to where the last function is started. */
  readonly steps: readonly TraceStep[];
  readonly confidence: Flow['confidence'];
}

export interface JoinedFlow extends Flow {
  /** Undefined for data that comes straight from what starts the function. */
  readonly origin?: FlowOrigin;
}

/** The facts of a function with the data of other functions joined to its flows. */
export interface JoinedFacts extends FunctionFacts {
  readonly flows: readonly JoinedFlow[];
}

/** Events that another function of the estate can have made. */
export const carriedEvents: ReadonlySet<EventSource> = new Set<EventSource>([
  'queue',
  'topic',
  'rule',
  'bucket',
  'table-stream',
  'stream',
  'delivery-stream',
  'pipe',
  'state-machine',
  'invoke',
  'unknown',
]);
