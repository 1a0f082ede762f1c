import type { Linker } from '../estate.ts';

export const linkTriggers: Linker = () => {};
