import type { NodeId } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';

/**
 * A function as it is started in one manner. Destinations and dead-letter queues get the results of asynchronous starts
 * only, failure destinations of a mapping those of polled ones; a caller that waits gets the answer itself.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function startedAs(id: NodeId, manner: 'async' | 'poll'): NodeId {
  return `${id}#${manner}`;
}

/** The nodes that a start reaches: the function, and the function as started so. */
export function reachedByStart(trigger: NodeOf<'trigger'>): readonly NodeId[] {
  const { function: started, invocation, kind } = trigger.facet;
  // Whoever calls the function by its own rights may choose not to wait.
  const chooses = kind === 'permission' || kind === 'invoke';
  const manner = invocation === 'sync' ? (chooses ? 'async' : undefined) : invocation;
  return manner === undefined ? [started] : [started, startedAs(started, manner)];
}

/** Where a function hands its results on from: `undefined` for what it does by its own code. */
export function mannerOfNote(note: string | undefined): 'async' | 'poll' | undefined {
  if (note === 'as a destination' || note === 'what failed') return 'async';
  return note === 'what it could not read' ? 'poll' : undefined;
}
