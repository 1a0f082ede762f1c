import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './read-json.ts';
import { readSyntax } from './read-syntax.ts';
import { readYaml } from './read-yaml.ts';
import type { SyntaxNode } from './syntax-node.ts';

const SECONDS = 4;

const indented = (depth: number): string =>
  Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
const chain = (length: number): string =>
  `a0: &a0 [1]\n${Array.from({ length }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`).join('\n')}`;

describe('hostile text is a diagnostic, and quickly', () => {
  it.each([
    ['flow lists', '['.repeat(100_000), 'template-too-deep'],
    ['closed flow lists', '['.repeat(10_000) + ']'.repeat(10_000), 'template-too-deep'],
    ['flow maps', '{a: '.repeat(100_000), 'template-too-deep'],
    ['JSON maps', '{"a":'.repeat(100_000), 'template-too-deep'],
    ['dashes', '- '.repeat(100_000), 'template-too-deep'],
    ['indentation', indented(1000), 'template-too-deep'],
    ['explicit keys', '? '.repeat(100_000), 'template-too-deep'],
    ['an error before the depth', `a: "\\q"\nb: ${'['.repeat(100_000)}`, 'template-yaml-invalid'],
    ['an alias bomb', chain(30), 'template-too-many-aliases'],
    [
      'a chain of aliases',
      `a0: &a0 [1]\n${Array.from({ length: 500 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`).join('\n')}`,
      'template-too-deep',
    ],
    [
      'merges of merges',
      `a: &a {${Array.from({ length: 1000 }, (_, i) => `k${i}: 1`).join(', ')}}\n${'b: {<<: *a}\n'.repeat(1000)}`,
      'template-too-many-aliases',
    ],
    ['equal keys', 'a: 1\n'.repeat(100_000), 'duplicate-key'],
    ['unclosed quotes', `${'a: "b\n'.repeat(20_000)}`, 'template-yaml-invalid'],
    ['an unclosed bracket over many lines', `a: [\n${'b\n'.repeat(20_000)}`, 'template-yaml-invalid'],
    ['tabs', '\t\n'.repeat(50_000) + '\ta: 1', undefined],
    ['tags', '!a '.repeat(100_000), 'template-yaml-invalid'],
    ['comment signs', '#'.repeat(1_000_000), undefined],
    ['commas', `[${','.repeat(100_000)}]`, 'template-yaml-invalid'],
    ['colons', ':'.repeat(100_000), undefined],
    ['document marks', '---\n'.repeat(100_000), undefined],
    ['more than ten million characters', 'a'.repeat(10_000_001), 'template-too-large'],
    ['NUL characters', '\0'.repeat(100), 'template-binary'],
  ])('%s', (_what, text, code) => {
    const begin = performance.now();
    const codes = readSyntax(text, 'template.yaml').diagnostics.map((diagnostic) => diagnostic.code);
    expect(code === undefined || codes.includes(code)).toBe(true);
    expect(codes.length).toBeLessThan(100);
    expect((performance.now() - begin) / 1000).toBeLessThan(SECONDS);
  });
});

const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Globals: &globals {Function: {Timeout: 3}}
Resources:
  Orders:
    Type: AWS::Serverless::Function # a comment
    Properties:
      Handler: "app.handler"
      Environment: { Variables: { TABLE: !Ref Table, "STAGE": 'it''s' } }
      InlineCode: |
        exports.handler = async () => 'x';

          done()
      Description: >-
        folded
        text
      Policies:
        - Statement:
          - { Effect: Allow, Action: ["s3:*",], Resource: !Sub 'arn:\${AWS::Partition}:s3:::*' }
        -
      Tags: !If
        - IsProd
        - ? complex
          : value
        - !!str 12
`;
const NOISE = [
  '\t',
  '\n',
  '\r',
  ' ',
  ':',
  '- ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|',
  '>',
  '#',
  '&a ',
  '*a',
  '!',
  '!!int ',
  '%',
  '@',
  '---\n',
  '...',
  '<<: ',
  ',',
  '\uD800',
  '\uFEFF',
  '\\',
];

/** The first node that reaches out of its parent or is turned around. */
function strayNode(node: SyntaxNode, low: number, high: number): SyntaxNode | undefined {
  if (node.start < low || node.end < node.start || node.end > high) return node;
  const children =
    node.kind === 'list' ? node.items : node.kind === 'map' ? node.entries.map(({ value }) => value) : [];
  if (node.kind === 'map' && node.entries.some(({ keyStart, keyEnd }) => keyStart < node.start || keyEnd < keyStart))
    return node;
  for (const inner of children) {
    const stray = strayNode(inner, node.start, node.end);
    if (stray !== undefined) return stray;
  }
  return undefined;
}

const mutations = fc.array(
  fc.record({ at: fc.nat(TEMPLATE.length), cut: fc.nat(6), noise: fc.constantFrom(...NOISE) }),
  { minLength: 1, maxLength: 6 },
);

describe('mutated templates', () => {
  it('never throw, and ranges stay inside their parents', () => {
    fc.assert(
      fc.property(mutations, (edits) => {
        let text = TEMPLATE;
        for (const { at, cut, noise } of edits) text = text.slice(0, at) + noise + text.slice(at + cut);
        const document = readYaml(text, 'template.yaml');
        for (const { range } of document.diagnostics) {
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
        const shared = text.includes('*a') || document.diagnostics.some(({ code }) => code === 'template-yaml-invalid');
        for (const root of shared ? [] : document.documents) expect(strayNode(root, 0, text.length)).toBeUndefined();
      }),
      { numRuns: 1500 },
    );
  }, 30_000);

  it('are never fatal as JSON either', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...NOISE, '1', 'true', '//', '/*', 'u0') }), (text) => {
        for (const root of readJson(text, 'template.json').documents)
          expect(strayNode(root, 0, text.length)).toBeUndefined();
      }),
    );
  });
});
