import { describe, expect, it } from 'vitest';
import { hostileCases } from './hostile-templates.ts';
import { scanFiles } from './scan-files.ts';

/** Far above what a quiet machine needs, far below what anybody would wait for. */
const SECONDS = 20;

describe('a template made to hurt its reader', () => {
  it.each(hostileCases)('$name', { timeout: SECONDS * 1000 }, ({ files, code }) => {
    const { diagnostics, report } = scanFiles(files());
    const codes = diagnostics.map((diagnostic) => diagnostic.code);
    expect(codes).not.toContain('check-failed');
    if (code !== undefined) expect(codes).toContain(code);
    for (const diagnostic of diagnostics)
      expect(diagnostic).toMatchObject({ message: expect.stringMatching(/\S/), hint: expect.stringMatching(/\S/) });
    expect(report.inputs.length).toBeGreaterThan(0);
  });
});
