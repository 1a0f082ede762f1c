import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './tools/src/closing-line-reporter.ts';

export default defineConfig({
  ssr: { resolve: { conditions: ['leastwise-source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tools/src/**/*.test.ts', 'bench/src/**/*.test.ts'],
    environment: 'node',
    // Speed is measured in bench; a slow machine must not fail a test that runs many templates.
    testTimeout: 60_000,
    reporters: ['default', new ClosingLineReporter()],
  },
});
