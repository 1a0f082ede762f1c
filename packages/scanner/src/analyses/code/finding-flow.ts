import { flowClasses } from '@leastwise/code';
import type { FindingFlow } from '@leastwise/model';
import type { JoinedFlow } from './joins/joined-flow.ts';

/** A flow of the code in the words of findings and reports. */
export function findingFlow(flow: JoinedFlow): FindingFlow {
  const { event, path } = flow.origin?.source ?? flow.source;
  return {
    class: flow.class,
    cwe: flowClasses[flow.class],
    source: { trigger: event, path },
    sink: { callee: flow.callee, at: flow.at },
    steps: flow.steps,
    confidence: flow.confidence,
  };
}
