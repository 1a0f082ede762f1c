import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from './unified-diff.ts';

describe('a unified diff', () => {
  it('shows three lines around what changes', () => {
    const before = ['a', 'b', 'c', 'd', 'Timeout: 3', 'f', 'g', 'h', 'i', ''].join('\n');
    expect(unifiedDiff('template.yaml', before, before.replace('3', '30'))).toBe(
      '--- a/template.yaml\n+++ b/template.yaml\n@@ -2,7 +2,7 @@\n b\n c\n d\n-Timeout: 3\n+Timeout: 30\n f\n g\n h\n',
    );
  });

  it('says when a line end is missing, and nothing where nothing changes', () => {
    expect(unifiedDiff('a', 'x', 'x\n')).toContain('\\ No newline at end of file');
    expect(unifiedDiff('a', 'x', 'x')).toBe('');
  });

  it('gives the new text to whoever applies it', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 })
      .map((lines) => lines.map((line) => `${line}\n`).join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(apply(before, unifiedDiff('f', before, after))).toBe(after);
      }),
    );
  });
});

function apply(before: string, diff: string): string {
  if (diff === '') return before;
  const lines = before.split('\n').slice(0, -1);
  const result: string[] = [];
  let at = 0;
  for (const line of diff.split('\n').slice(2, -1)) {
    const head = /^@@ -(\d+),(\d+)/.exec(line);
    if (head !== null) {
      const start = Number(head[1]) - (head[2] === '0' ? 0 : 1);
      while (at < start) result.push(lines[at++] ?? '');
    } else if (line.startsWith('+')) result.push(line.slice(1));
    else {
      expect(lines[at]).toBe(line.slice(1));
      if (line.startsWith(' ')) result.push(line.slice(1));
      at++;
    }
  }
  result.push(...lines.slice(at));
  return result.map((line) => `${line}\n`).join('');
}
