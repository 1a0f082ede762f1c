import { defineConfig } from 'vitest/config';

export default defineConfig({
  ssr: { resolve: { conditions: ['leastwise-source'] } },
  test: { include: ['packages/*/src/**/*.test.ts'], environment: 'node' },
});
