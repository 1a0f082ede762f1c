import { eventMappings } from './events.ts';
import { foreignStarterMappings } from './foreign-starters.ts';
import { workflowMappings } from './workflow.ts';

/** Everything that carries events to functions, storage apart. */
export const messagingMappings = [...eventMappings, ...workflowMappings, ...foreignStarterMappings] as const;
