import type { Mapping } from '../mapping.ts';

export const networkMappings = [] as const satisfies readonly Mapping[];
