import { describe, expect, it } from 'vitest';
import { maskPatch } from './mask-patch.ts';
import type { MaskedFiles } from './secret-masks.ts';

/** A file in which the given words are masked. */
function filesWith(text: string, ...secrets: readonly string[]): MaskedFiles {
  const masks = secrets.map((secret) => {
    const start = text.indexOf(secret);
    return { start, end: start + secret.length, shown: '****' };
  });
  return () => ({ text, starts: [0], masks });
}

describe('a patch that is shown', () => {
  it('hides what is masked in the text before and in the text after', () => {
    const before = filesWith('PASSWORD: tulip-over-9', 'tulip-over-9');
    const after = filesWith('Default: rose-under-8', 'rose-under-8');
    const patch = '@@ -1 +1 @@\n-PASSWORD: tulip-over-9\n+Default: rose-under-8\n+# tulip-over-9\n';
    expect(maskPatch(patch, ['template.yaml'], [before, after])).toBe(
      '@@ -1 +1 @@\n-PASSWORD: ****\n+Default: ****\n+# ****\n',
    );
  });

  it('hides every line of a secret of several lines', () => {
    const files = filesWith('KEY: |\n  first4711\n  second4712\n', 'first4711\n  second4712');
    expect(maskPatch('-  first4711\n   second4712\n', ['template.yaml'], [files])).toBe('-  …\n   …\n');
  });

  it('leaves words and headers that merely contain a short secret', () => {
    const files = filesWith('Password: test', 'test');
    const patch = '--- a/test.yaml\n+++ b/test.yaml\n@@ -1 +1 @@\n-  Password: test\n+  Runtime: latest\n';
    expect(maskPatch(patch, ['test.yaml'], [files])).toBe(patch.replace('Password: test', 'Password: ****'));
  });

  it('hides the longer of two secrets whole', () => {
    const files = filesWith('A: lavender99 B: lavender99-longer', 'lavender99', 'lavender99-longer');
    expect(maskPatch('+lavender99-longer\n', ['a.yaml'], [files])).toBe('+****\n');
  });

  it('takes no line of the text for a header', () => {
    const files = filesWith('-- lavender99', 'lavender99');
    expect(maskPatch('@@ -1 +0,0 @@\n--- lavender99\n', ['a.sql'], [files])).toBe('@@ -1 +0,0 @@\n--- ****\n');
  });

  it('takes no time for a file of very many secrets', () => {
    const secrets = Array.from({ length: 20_000 }, (_, index) => `key-${index}-9f1c7a3be2d84460`);
    const lines = secrets.map((secret, index) => `K${index}: ${secret}`);
    const text = lines.join('\n');
    let from = 0;
    const masks = secrets.map((secret) => {
      const start = text.indexOf(secret, from);
      from = start + secret.length;
      return { start, end: from, shown: '****' };
    });
    const patch = `${lines
      .slice(0, 500)
      .map((line) => `-${line}\n`)
      .join('')}+done\n`;
    const started = performance.now();
    const shown = maskPatch(patch, ['many.yaml'], [() => ({ text, starts: [0], masks })]);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(shown).not.toContain('9f1c7a3be2d84460');
  });
});
