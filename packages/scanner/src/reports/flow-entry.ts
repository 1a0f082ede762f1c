import type { FindingFlow, ReportFlow } from '@leastwise/model';
import type { Locator } from './locator.ts';

export function flowEntry(flow: FindingFlow, locate: Locator): ReportFlow {
  return {
    class: flow.class,
    cwe: flow.cwe,
    source: flow.source,
    sink: { callee: flow.sink.callee, location: locate(flow.sink.at) },
    steps: flow.steps.map(({ at, message }) => ({ location: locate(at), message })),
    confidence: flow.confidence,
  };
}
