import { describe, expect, it } from 'vitest';
import { plainValue } from './plain-value.ts';
import { readYaml } from './read-yaml.ts';
import type { SyntaxNode } from './syntax-node.ts';
import { child, childEntry } from './syntax-node.ts';

const value = (text: string): unknown =>
  JSON.parse(JSON.stringify(plainValue(readYaml(text, 'template.yaml').root) ?? null));
const codes = (text: string): string[] => readYaml(text, 'template.yaml').diagnostics.map(({ code }) => code);
const written = (text: string, node: SyntaxNode | undefined): string | undefined =>
  node && text.slice(node.start, node.end);

describe('values follow YAML 1.1, as CloudFormation does', () => {
  it.each([
    ['yes', true],
    ['On', true],
    ['NO', false],
    ['off', false],
    ['true', true],
    ['"yes"', 'yes'],
    ['y', 'y'],
    ['~', null],
    ['Null', null],
    ['', null],
    ['0123', 83],
    ['0o17', '0o17'],
    ['0x1F', 31],
    ['0b101', 5],
    ['1_000', 1000],
    ['+12', 12],
    ['089', '089'],
    ['1.5', 1.5],
    ['1e3', '1e3'],
    ['1.0e+3', 1000],
    ['.', '.'],
    ['.5', 0.5],
    ['22:30', '22:30'],
    ['2012-10-17', '2012-10-17'],
    ['!!str 12', '12'],
    ['!!int "12"', 12],
    ['!!bool "yes"', 'yes'],
    ['! 12', '12'],
    ['!Ref yes', 'yes'],
    ["'it''s'", "it's"],
    ['"a\\u00e9\\n"', 'aé\n'],
    ['|\n    one\n      two\n', 'one\n  two\n'],
    ['|-\n    one\n', 'one'],
    ['|+\n    one\n', 'one\n\n'],
    ['>\n    one\n    two\n\n    three\n', 'one two\nthree\n'],
    ['one\n    two', 'one two'],
  ])('Key: %s', (text, expected) => {
    expect(value(`Key: ${text}\n`)).toEqual({ Key: expected });
  });

  it('keeps the written form beside the value', () => {
    const root = readYaml(
      'Enabled: yes\nAccount: 012345678901\nBig: 123456789012345678901234567890\n',
      'template.yaml',
    ).root;
    expect(child(root, 'Enabled')).toMatchObject({ value: true, text: 'yes' });
    expect(child(root, 'Account')).toMatchObject({ text: '012345678901' });
    expect(child(root, 'Big')).toMatchObject({ text: '123456789012345678901234567890' });
  });

  it('notes an account id that loses its leading zero', () => {
    expect(codes('Account: 012345670123')).toEqual(['yaml-leading-zero-number']);
    expect(codes('Account: "012345670123"')).toEqual([]);
  });
});

describe('places', () => {
  const text = [
    '\uFEFFResources: # all of it',
    '  Orders:',
    '    Type: "AWS::DynamoDB::Table"',
    '    Name: !Sub "${Stage}-😀orders"',
    '    Tags: [ {Key: a, Value: }, b: 1 , ]',
    '    Policy: !If',
    '      - IsProd # comment: with | signs',
    '      - |',
    '        first',
    '          second',
    '',
    '      -',
    '    Empty:',
    '    Last: &kept !Ref Stage',
  ];
  for (const [name, lineBreak] of [
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ] as const) {
    it(`are exact with ${name} as line break`, () => {
      const source = text.join(lineBreak);
      const document = readYaml(source, 'template.yaml');
      expect(document.diagnostics).toEqual([]);
      const orders = child(child(document.root, 'Resources'), 'Orders');
      expect(written(source, child(orders, 'Type'))).toBe('"AWS::DynamoDB::Table"');
      expect(written(source, child(orders, 'Name'))).toBe('!Sub "${Stage}-😀orders"');
      expect(child(orders, 'Name')).toMatchObject({ tag: '!Sub', value: '${Stage}-😀orders' });
      expect(written(source, child(orders, 'Tags'))).toBe('[ {Key: a, Value: }, b: 1 , ]');
      const tags = child(orders, 'Tags');
      expect(tags?.kind === 'list' && tags.items.map((item) => written(source, item))).toEqual([
        '{Key: a, Value: }',
        'b: 1',
      ]);
      const policy = child(orders, 'Policy');
      expect(policy).toMatchObject({ tag: '!If', kind: 'list' });
      expect(policy?.kind === 'list' && policy.items.map((item) => written(source, item))).toEqual([
        'IsProd',
        `|${lineBreak}        first${lineBreak}          second`,
        '',
      ]);
      expect(policy?.kind === 'list' && policy.items[1]).toMatchObject({ value: 'first\n  second\n', quoted: true });
      expect(source.slice(0, child(orders, 'Empty')?.start)).toMatch(/Empty:$/);
      expect(written(source, child(orders, 'Last'))).toBe('&kept !Ref Stage');
      const key = childEntry(orders, 'Type');
      expect(source.slice(key?.keyStart, key?.keyEnd)).toBe('Type');
    });
  }
});

describe('keys, merges and aliases', () => {
  it('keeps the last of two equal keys and notes the lost one', () => {
    const text = 'Role: one\nName: x\nRole: two\n';
    const document = readYaml(text, 'template.yaml');
    expect(plainValue(document.root)).toEqual({ Name: 'x', Role: 'two' });
    expect(
      document.diagnostics.map(({ code, effect, range }) => [code, effect, text.slice(range.start, range.end)]),
    ).toEqual([['duplicate-key', 'note', 'Role: one']]);
  });

  it.each([
    [
      'own keys win over merged ones',
      'a: &a {x: 1, y: 2}\nb: {<<: *a, x: 3}',
      { a: { x: 1, y: 2 }, b: { y: 2, x: 3 } },
    ],
    [
      'the first of several merged maps wins',
      'a: &a {x: 1}\nb: &b {x: 2, z: 3}\nc:\n  <<: [*a, *b]',
      { a: { x: 1 }, b: { x: 2, z: 3 }, c: { x: 1, z: 3 } },
    ],
    ['a quoted << is a key', '"<<": {x: 1}', { '<<': { x: 1 } }],
    ['an alias repeats its node', 'a: &a [1]\nb: *a', { a: [1], b: [1] }],
  ])('%s', (_law, text, expected) => {
    expect(value(text)).toEqual(expected);
    expect(codes(text)).toEqual([]);
  });

  it('does not follow an alias into itself or to nothing', () => {
    expect(codes('a: &a [*a]')).toEqual(['unknown-alias']);
    expect(codes('a: *nothing')).toEqual(['unknown-alias']);
  });
});

describe('files that are not one plain document', () => {
  it.each([
    ['an empty file', '', []],
    ['comments only', '# nothing\n', []],
    ['two documents', 'a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['a block scalar behind a directive', '%YAML 1.1\n--- |\n text\n', ['text\n']],
  ])('reads %s', (_what, text, expected) => {
    const { documents, diagnostics } = readYaml(text, 'template.yaml');
    expect(documents.map((document) => JSON.parse(JSON.stringify(plainValue(document))) as unknown)).toEqual(expected);
    expect(diagnostics).toEqual([]);
  });

  it('says that binary content is binary', () => {
    expect(codes('PK\u0003\u0004\0\0')).toEqual(['template-binary']);
  });

  it('saves what it can of broken YAML', () => {
    const text = 'Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n  Name: !Sub [a\n  Photos:\n   Type: "x\n';
    const document = readYaml(text, 'template.yaml');
    expect(document.diagnostics[0]).toMatchObject({ code: 'template-yaml-invalid', effect: 'incomplete' });
    expect(child(child(child(document.root, 'Resources'), 'Orders'), 'Type')).toMatchObject({
      value: 'AWS::SQS::Queue',
    });
  });
});
