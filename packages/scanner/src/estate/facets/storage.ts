import type { Mapping } from '../mapping.ts';

export const storageMappings = [] as const satisfies readonly Mapping[];
