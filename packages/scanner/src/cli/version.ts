import { createRequire } from 'node:module';

/** Of this package, by its own name, because the bundled command stands elsewhere than the library. */
export const version: string = (createRequire(import.meta.url)('leastwise/package.json') as { version: string })
  .version;
