import type { Linker } from '../estate.ts';
import { linkAlarms } from './alarms.ts';
import { linkAuthorizers } from './authorizers.ts';
import { linkBuckets } from './buckets.ts';
import { linkDeliveryStreams } from './delivery-streams.ts';
import { linkDestinations } from './destinations.ts';
import { linkDistributions } from './distributions.ts';
import { linkEventSources } from './event-sources.ts';
import { linkForwarding } from './forwarding.ts';
import { linkForeignServices } from './foreign-services.ts';
import { linkPermissions } from './permissions.ts';
import { linkPipes } from './pipes.ts';
import { linkRoutes } from './routes.ts';
import { linkRules } from './rules.ts';
import { linkSchedules } from './schedules.ts';
import { linkStacks } from './stacks.ts';
import { linkStateMachines } from './state-machines.ts';
import { linkTargetGroups } from './target-groups.ts';
import { linkTopics } from './topics.ts';
import { linkUserPools } from './user-pools.ts';

/** Permissions come last: one that belongs to a way in found before it is attached to that way, not counted twice. */
const linkers: readonly Linker[] = [
  linkRoutes,
  linkTargetGroups,
  linkAuthorizers,
  linkDistributions,
  linkEventSources,
  linkBuckets,
  linkTopics,
  linkRules,
  linkSchedules,
  linkPipes,
  linkStateMachines,
  linkUserPools,
  linkDeliveryStreams,
  linkForeignServices,
  linkStacks,
  linkAlarms,
  linkDestinations,
  linkPermissions,
  linkForwarding,
];

/** Finds every way in which a function is started. */
export const linkTriggers: Linker = (estate) => {
  for (const link of linkers) link(estate);
};
