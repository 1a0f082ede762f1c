import type { Linker } from '../estate.ts';

export const linkNetwork: Linker = () => {};
