import type { Exposure } from '../../analyses/exposure/exposure.ts';
import { exposureOfEntrance, type Plan, type Station } from './generated-application.ts';

/** What is true of a function by its construction. `ways` holds one word for each way in, sorted. */
export interface Truth {
  readonly exposure: Exposure;
  readonly ways: readonly string[];
}

const width: readonly Exposure[] = ['internal', 'authenticated', 'public-sign-up', 'public'];
const wider = (one: Exposure, other: Exposure): Exposure => (width.indexOf(other) > width.indexOf(one) ? other : one);

/**
 * Says what each function of a plan is exposed to, by repeating "whoever reaches a writer reaches what it writes" until
 * nothing changes. Knows nothing of templates, and shares no code with the scanner but the words for the answers.
 */
export function truthOf(plan: Plan): readonly Truth[] {
  const own = plan.stations.map(ownExposure);
  // Two answers for each station: what reaches it without a function, and what reaches it at all.
  const direct = own;
  let any = own;
  let workers: readonly Exposure[] = [];
  for (let round = 0; round <= plan.stations.length + plan.workers.length + 1; round++) {
    workers = plan.workers.map((worker) => {
      const entrances = worker.entrances
        .filter((entrance) => entrance.at !== 'mail' || entrance.enabled)
        .map((entrance) => exposureOfEntrance(entrance, plan.openSignUp));
      const fed =
        worker.fedBy === undefined || !starts(plan.stations[worker.fedBy]) ? [] : [any[worker.fedBy] ?? 'internal'];
      return [...entrances, ...fed].reduce<Exposure>(wider, 'internal');
    });
    any = own.map((exposure, index) =>
      plan.workers.reduce(
        (widest, worker, at) => (worker.writes.includes(index) ? wider(widest, workers[at] ?? 'internal') : widest),
        exposure,
      ),
    );
  }
  return plan.workers.map((worker, index) => {
    const ways = worker.entrances
      .filter((entrance) => entrance.at !== 'mail' || entrance.enabled)
      .map((entrance) => `${exposureOfEntrance(entrance, plan.openSignUp)} direct`);
    const source = worker.fedBy;
    if (source !== undefined && starts(plan.stations[source])) {
      const reached = any[source] ?? 'internal';
      ways.push(`${reached} ${reached === 'internal' || reached === direct[source] ? 'direct' : 'mediated'}`);
    }
    return { exposure: workers[index] ?? 'internal', ways: ways.sort() };
  });
}

function ownExposure(station: Station): Exposure {
  return station.opened === 'anyone' ? 'public' : station.opened === 'partner' ? 'authenticated' : 'internal';
}

/** Notifications and subscriptions of a function have no switch; mappings and rules have one. */
function starts(station: Station | undefined): boolean {
  if (station === undefined) return false;
  const switched = station.kind === 'queue' || station.kind === 'bus' || station.throughQueue;
  return !switched || station.enabled;
}
