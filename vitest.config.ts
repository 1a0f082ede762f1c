import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './tools/src/closing-line-reporter.ts';

export default defineConfig({
  ssr: { resolve: { conditions: ['leastwise-source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tools/src/**/*.test.ts', 'bench/src/**/*.test.ts'],
    environment: 'node',
    reporters: ['default', new ClosingLineReporter()],
  },
});
