import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, conflictOf, type TextEdit } from './text-edit.ts';

const edit = (start: number, end: number, text: string, claims?: string): TextEdit => ({
  file: 'template.yaml',
  start,
  end,
  text,
  ...(claims === undefined ? {} : { claims }),
});

describe('edits of one text', () => {
  it('replace and insert at their offsets', () => {
    expect(applyEdits('Timeout: 3\n', [edit(9, 10, '30'), edit(10, 10, '\nMemorySize: 512')])).toBe(
      'Timeout: 30\nMemorySize: 512\n',
    );
  });

  it('give the same text in any order', () => {
    const spots = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(spots, fc.array(fc.string(), { minLength: 8, maxLength: 8 }), fc.nat(), (offsets, texts, seed) => {
        const edits = offsets.map((offset, index) => edit(offset, offset + (index % 2), texts[index] ?? ''));
        if (conflictOf(edits) !== undefined) return;
        const shuffled = [...edits].sort(
          (one, other) => ((one.start * 31 + seed) % 7) - ((other.start * 31 + seed) % 7),
        );
        const text = 'Resources: an order service and its table.';
        expect(applyEdits(text, shuffled)).toBe(applyEdits(text, edits));
      }),
    );
  });

  it('put what belongs to the inner map before what belongs to the outer one', () => {
    const text = 'functions:\n  place:\n    handler: a.b';
    const inner = edit(text.length, text.length, '\n    timeout: 5');
    const outer = edit(text.length, text.length, '\n\nresources: {}');
    expect(applyEdits(text, [outer, inner])).toBe(`${text}\n    timeout: 5\n\nresources: {}`);
  });

  it('conflict where they overlap or want the same key', () => {
    expect(conflictOf([edit(0, 5, 'a'), edit(3, 6, 'b')])).toBeDefined();
    expect(conflictOf([edit(4, 4, '\nA: 1', '0:A'), edit(4, 4, '\nA: 2', '0:A')])).toBeDefined();
    expect(conflictOf([edit(4, 4, '\nA: 1', '0:A'), edit(4, 4, '\nB: 2', '0:B')])).toBeUndefined();
    expect(conflictOf([edit(4, 4, '\nA: 1', '0:A'), edit(4, 4, '\nA: 1', '0:A')])).toBeUndefined();
  });
});
