import type { NodeId } from '@leastwise/model';
import type { ScannedApplication } from '../scan.ts';
import type { Subject } from './suppress-written.ts';

/** Every node of an application, under whichever assignment of the conditions it exists. */
export function subjectsOf(application: ScannedApplication): ReadonlyMap<NodeId, Subject> {
  const subjects = new Map<NodeId, Subject>();
  for (const { estate } of application.worlds) {
    for (const [id, node] of estate.nodes) if (!subjects.has(id)) subjects.set(id, node);
  }
  return subjects;
}
