import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
let loaded: typeof import('yaml') | undefined;

/** The tolerant parser, loaded for the first broken file: its seventy modules cost a tenth of the start-up, and most trees hold no broken file. */
export function tolerantYaml(): typeof import('yaml') {
  loaded ??= load('yaml') as typeof import('yaml');
  return loaded;
}
