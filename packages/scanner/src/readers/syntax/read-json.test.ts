import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainValue } from './plain-value.ts';
import { readJson } from './read-json.ts';
import { child } from './syntax-node.ts';

const codes = (text: string): string[] => readJson(text, 'template.json').diagnostics.map(({ code }) => code);

describe('readJson', () => {
  it('reads what JSON.stringify writes, with and without indentation', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (data, indent) => {
        const text = JSON.stringify(data, undefined, indent);
        const document = readJson(text, 'template.json');
        expect(document.diagnostics).toEqual([]);
        expect(JSON.stringify(plainValue(document.root))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('gives every scalar the place where it stands', () => {
    const text = '\uFEFF{"Type": "AWS::SNS::Topic", "Sizes": [1.50, true]}';
    const root = readJson(text, 'template.json').root;
    const type = child(root, 'Type');
    expect(text.slice(type?.start, type?.end)).toBe('"AWS::SNS::Topic"');
    const sizes = child(root, 'Sizes');
    expect(text.slice(sizes?.start, sizes?.end)).toBe('[1.50, true]');
    expect(sizes?.kind === 'list' && sizes.items[0]).toMatchObject({ value: 1.5, text: '1.50', quoted: false });
  });

  it.each([
    ['comments', '{"a": 1 /* one */, // two\n "b": [2]}', { a: 1, b: [2] }, ['json-not-strict']],
    ['trailing commas', '{"a": [1,],}', { a: [1] }, ['json-not-strict']],
    ['a line break in a string', '{"a": "x\ny"}', { a: 'x\ny' }, ['json-not-strict']],
    ['a repeated key', '{"a": 1, "a": 2}', { a: 2 }, ['duplicate-key']],
    ['a missing bracket', '{"a": {"b": 1}', { a: { b: 1 } }, ['template-json-invalid']],
    ['a missing comma', '{"a": 1 "b": 2}', { a: 1 }, ['template-json-invalid']],
    ['two commas', '{"a": 1,, "b": 2}', { a: 1 }, ['template-json-invalid']],
    ['a bare word', '{"a": yes, "b": 2}', { a: 'yes', b: 2 }, ['template-json-invalid']],
    ['a leading zero', '{"a": 01}', { a: '01' }, ['template-json-invalid']],
    ['text behind the end', '{"a": 1} x', { a: 1 }, ['template-json-invalid']],
    ['an open string', '{"a": "x', { a: 'x' }, ['template-json-invalid', 'template-json-invalid']],
  ])('reads over %s and says so', (_what, text, expected, expectedCodes) => {
    const document = readJson(text, 'template.json');
    expect(JSON.parse(JSON.stringify(plainValue(document.root)))).toEqual(expected);
    expect(codes(text)).toEqual(expectedCodes);
  });

  it('keeps a key called __proto__', () => {
    expect(child(readJson('{"__proto__": 1}', 'template.json').root, '__proto__')).toMatchObject({ value: 1 });
  });

  it('never throws on mutated text', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 3 }), (text, at, noise) => {
        const where = at % (text.length + 1);
        const document = readJson(text.slice(0, where) + noise + text.slice(where + 1), 'template.json');
        for (const { range } of document.diagnostics) expect(range.end).toBeGreaterThanOrEqual(range.start);
      }),
    );
  });
});
