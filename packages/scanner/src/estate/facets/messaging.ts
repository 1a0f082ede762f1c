import type { Mapping } from '../mapping.ts';

export const messagingMappings = [] as const satisfies readonly Mapping[];
