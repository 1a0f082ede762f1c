import { expect, it } from 'vitest';
import { closingLine } from './closing-line-reporter.ts';

type Modules = Parameters<typeof closingLine>[0];

function module(states: readonly string[], failedHooks: number, loadErrors: number): unknown {
  return {
    errors: () => Array.from({ length: loadErrors }),
    children: {
      allTests: () => states.map((state) => ({ result: () => ({ state }) })),
      allSuites: () => [{ errors: () => Array.from({ length: failedHooks }) }],
    },
  };
}

it.each([
  ['tests of every outcome', [module(['passed', 'passed', 'failed', 'skipped', 'pending'], 0, 0)], 0, [2, 1, 2]],
  ['a hook that failed, with its tests skipped', [module(['skipped', 'skipped'], 1, 0)], 0, [0, 1, 2]],
  ['a file that could not be loaded', [module([], 0, 1), module(['passed'], 0, 0)], 0, [1, 1, 0]],
  ['an error outside any test', [module(['passed'], 0, 0)], 1, [1, 1, 0]],
])('the closing line counts %s', (_, modules, unhandled, [passed, failed, skipped]) => {
  const line = closingLine(modules as Modules, unhandled);
  expect(line).toBe(`${passed} passed, ${failed} failed, ${skipped} skipped`);
});
