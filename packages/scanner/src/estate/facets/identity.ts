import type { Mapping } from '../mapping.ts';

export const identityMappings = [] as const satisfies readonly Mapping[];
