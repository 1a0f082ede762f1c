import { describe, expect, it } from 'vitest';
import { runtimeLifecycles } from '../../analyses/functions/runtime-lifecycle.ts';

describe('the table of runtimes', () => {
  const rows = Object.entries(runtimeLifecycles);

  it.each(rows)('%s has a date, and a successor that lives longer', (_, { deprecated, successor }) => {
    expect(deprecated).toMatch(/^20\d\d-\d\d-\d\d$/);
    if (successor === undefined) return;
    expect(
      (runtimeLifecycles[successor]?.deprecated ?? '') > deprecated ||
        runtimeLifecycles[successor]?.successor === undefined,
    ).toBe(true);
  });
});
