import { flowClasses, type Flow } from '@leastwise/code';
import type { FindingFlow } from '@leastwise/model';

/** A flow of the code in the words of findings and reports. */
export function findingFlow(flow: Flow): FindingFlow {
  return {
    class: flow.class,
    cwe: flowClasses[flow.class],
    source: { trigger: flow.source.event, path: flow.source.path },
    sink: { callee: flow.callee, at: flow.at },
    steps: flow.steps,
    confidence: flow.confidence,
  };
}
