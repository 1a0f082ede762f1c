import type { Linker } from '../estate.ts';

export const linkIdentities: Linker = () => {};
