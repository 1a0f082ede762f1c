import type { Linker } from '../estate.ts';

export const linkApis: Linker = () => {};
