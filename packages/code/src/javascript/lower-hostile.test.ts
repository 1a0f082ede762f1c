import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowerJavaScript } from './index.ts';
import { compiledCases, jsxCases, lowerCases, typescriptCases } from './lower-cases.fixture.ts';

const texts = [lowerCases, typescriptCases, compiledCases, jsxCases].flatMap((cases) => Object.values(cases));
const anyFile = fc.constantFrom('a.js', 'a.ts', 'a.tsx', 'a.mjs', 'a.cts');
const anyText = fc.constantFrom(...texts);

describe('no text makes lowering throw', () => {
  test('a text that ends anywhere', () => {
    fc.assert(
      fc.property(anyFile, anyText, fc.nat(), (file, text, at) => {
        lowerJavaScript(file, text.slice(0, at % (text.length + 1)));
      }),
      { numRuns: 300 },
    );
  });

  test('a text with something else in it', () => {
    const scrap = fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '{',
        '}',
        '[',
        '`',
        '${',
        '<',
        '=>',
        '...',
        '?.',
        '#',
        '@',
        '/*',
        "'",
        '\\',
        '\0',
        'async',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(anyFile, anyText, fc.nat(), fc.nat(20), scrap, (file, text, from, length, other) => {
        const at = from % (text.length + 1);
        lowerJavaScript(file, text.slice(0, at) + other + text.slice(at + length));
      }),
      { numRuns: 500 },
    );
  });

  test('two texts in each other', () => {
    fc.assert(
      fc.property(anyFile, anyText, anyText, fc.nat(), (file, one, other, from) => {
        const at = from % (one.length + 1);
        const { problems, functions } = lowerJavaScript(file, `${one.slice(0, at)}\n${other}\n${one.slice(at)}`);
        expect(functions[0]?.kind).toBe('module');
        for (const { start, end } of problems) expect(start).toBeLessThanOrEqual(end);
      }),
      { numRuns: 200 },
    );
  });
});

const many = 10_000;
const nested: Readonly<Record<string, string>> = {
  parentheses: `x = ${'('.repeat(many)}a${')'.repeat(many)}`,
  lists: `x = ${'['.repeat(many)}${']'.repeat(many)}`,
  objects: `x = ${'{a:'.repeat(many)}1${'}'.repeat(many)}`,
  sums: `x = a${'+b'.repeat(many)}`,
  'sums of text': `x = 'a'${"+'b'".repeat(many)}`,
  'sums that change': `x = a${'+b-c'.repeat(many)}`,
  conditions: `if (a${'&&b'.repeat(many)}) c()`,
  'conditions in each other': `if (${'!(a&&'.repeat(many)}b${')'.repeat(many)}) c()`,
  choices: `x = ${'a?b:'.repeat(many)}c`,
  'calls on calls': `a${'.b()'.repeat(many)}`,
  'optional calls': `a${'?.b()'.repeat(many)}`,
  'else if': `${'if(a) b(); else '.repeat(many)}c()`,
  blocks: `${'{'.repeat(many)}${'}'.repeat(many)}`,
  functions: `${'function f(){'.repeat(many)}${'}'.repeat(many)}`,
  arrows: `x = ${'()=>'.repeat(many)}1`,
  patterns: `var ${'['.repeat(many)}a${']'.repeat(many)} = b`,
  templates: `x = ${'`${'.repeat(many)}a${'}`'.repeat(many)}`,
  elements: `x = ${'<a>'.repeat(many)}${'</a>'.repeat(many)}`,
  cases: `switch (a) { ${'case b: c(); break; '.repeat(many)} }`,
  'cases that fall through': `switch (a) { ${'case b: c(); '.repeat(many)} }`,
  labels: `${'a:'.repeat(many)};`,
  'labels in blocks': `${'a:{'.repeat(900)}${'}'.repeat(900)}`,
  'generic arrows': `x = ${'<T>('.repeat(40)}a${')'.repeat(40)}`,
  'types that do not end': `x = ${'<T>a='.repeat(40)}`,
};

describe.each(['a.ts', 'a.js'])('ten thousand levels are a problem of the file, not of the scanner, in %s', (file) => {
  test.each(Object.entries(nested))('%s', (_, text) => {
    const module = lowerJavaScript(file, `${text}\nconst handler = () => 1;`);
    expect(module.functions[0]?.kind).toBe('module');
  });
});

test.each([
  ['a.js', 'lists'],
  ['a.js', 'functions'],
  ['a.ts', 'parentheses'],
])('what stands behind is read all the same: %s %s', (file, name) => {
  const module = lowerJavaScript(file, `${nested[name] ?? ''}\nconst handler = () => 1;\n`);
  expect(module.problems.length).toBeGreaterThan(0);
  expect(module.functions.map((one) => one.name)).toContain('handler');
});

test('a long fluent chain is read to its end', () => {
  expect(lowerJavaScript('a.js', `const schema = z${'.min(1)'.repeat(250)}.parse(event);`).problems).toEqual([]);
});

test('one broken function does not hide the others', () => {
  const module = lowerJavaScript(
    'orders.js',
    `const fs = require('fs');\nfunction place() { return fs.readFileSync('a') }\nfunction broken( { (\n\nfunction cancel() { return 2 }\n`,
  );
  expect(module.functions.map((one) => one.name)).toEqual(['', 'place', 'cancel']);
  expect(module.problems).toHaveLength(1);
});

test('code that may not stand where it stands is read', () => {
  const text = `const a = 1; const a = 2; return a; await b; label: label: c(); super.x();`;
  expect(lowerJavaScript('a.js', text).problems).toEqual([]);
});

test.each([
  ['a.js', 'const f = (id: string): number => 1; /* types of TypeScript */'],
  ['a.js', '// @flow\ntype A = {| id: string |}; export const f = (a: ?A): %checks => !!a;'],
  ['a.ts', 'const page = () => <Page id={1}/>;'],
  ['a.tsx', 'const id = <string>name;'],
  ['a.cjs', '\uFEFF#!/usr/bin/env node\nmodule.exports.handler = async () => { await 1; };'],
  ['a.js', '@Controller() export class A { @Get() x; accessor y = 1; }'],
  [
    'a.mjs',
    `import data from './data.json' with { type: 'json' }; import old from './o.json' assert { type: 'json' }; using x = y();`,
  ],
  ['a.js', 'with (a) { }; var yield = 010;'],
])('the language is told by trying: %s %s', (file, text) => {
  const { problems } = lowerJavaScript(file, text);
  expect(problems.filter(({ message }) => !message.includes('with statement'))).toEqual([]);
});

test('positions of inline code are those of the template', () => {
  const text = 'exports.handler = () => run();';
  const { functions } = lowerJavaScript('template.yaml', text, { offsetOf: (index) => 1_000 + index * 2 });
  expect(functions.map(({ start, end }) => [start, end])).toEqual([
    [1_000, 1_000 + (text.length - 1) * 2 + 1],
    [1_000 + text.indexOf('(') * 2, 1_000 + (text.length - 2) * 2 + 1],
  ]);
  const call = functions[1]?.body.find((one) => one.op === 'call');
  expect(call?.start).toBe(1_000 + text.indexOf('run') * 2);
});

test('a byte order mark counts as a character', () => {
  const { functions } = lowerJavaScript('a.js', '\uFEFFfunction place() {}');
  expect(functions[1]?.start).toBe(1);
});
