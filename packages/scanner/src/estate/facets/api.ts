import type { Mapping } from '../mapping.ts';

export const apiMappings = [] as const satisfies readonly Mapping[];
