import { describe, expect, it } from 'vitest';
import { innerRange } from './inner-range.ts';
import { readSyntax } from './read-syntax.ts';
import { child } from './syntax-node.ts';

describe('innerRange', () => {
  it.each([
    ['a literal block', 'Code: |\n    const a = 1;\n\n      call(event);\n    done', 'call(event)', 'call(event)'],
    [
      'a literal block with CRLF',
      'Code: |-\r\n    const a = 1;\r\n      call(event);\r\n',
      'call(event)',
      'call(event)',
    ],
    ['a literal block that keeps indentation', 'Code: |2\n     call(event)\n  x\n', 'call(event)', 'call(event)'],
    ['a tagged literal block', 'Code: !Sub |\n  a\n  call(event)\n', 'a\ncall(event)', 'a\n  call(event)'],
    ['a folded block', 'Code: >\n  one\n  two\n\n  three\n', 'two\nthree', 'two\n\n  three'],
    ['a plain scalar', 'Code: one call(event)', 'call(event)', 'call(event)'],
    ['a plain scalar over lines', 'Code: one\n  call(event)', 'call(event)', 'call(event)'],
    ['single quotes', "Code: 'it''s call(event)'", "'s call", "''s call"],
    ['double quotes with escapes', 'Code: "a\\u0041\\n\\"call(event)\\""', '"call(event)"', '\\"call(event)\\"'],
    ['a JSON string', '{"Code": "{\\n \\"StartAt\\": 1}"}', '"StartAt"', '\\"StartAt\\"'],
    ['an anchored and tagged scalar', 'Code: &x !Sub "one call(event)"', 'call(event)', 'call(event)'],
  ])('maps into %s', (_what, text, inner, written) => {
    const node = child(readSyntax(text, 'template.yaml').root, 'Code');
    if (node?.kind !== 'scalar') throw new Error('The case holds no scalar.');
    const at = node.text.indexOf(inner);
    expect(at).toBeGreaterThanOrEqual(0);
    const range = innerRange(text, node, at, at + inner.length);
    expect(text.slice(range.start, range.end)).toBe(written);
  });

  it('falls back to the whole scalar when asked for what is not there', () => {
    const text = 'Code: abc';
    const node = child(readSyntax(text, 'template.yaml').root, 'Code');
    if (node?.kind !== 'scalar') throw new Error('The case holds no scalar.');
    expect(innerRange(text, node, 2, 9)).toEqual({ start: 6, end: 9 });
  });
});
