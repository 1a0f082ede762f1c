import { describe, expect, it } from 'vitest';
import { parseVariables, type Part } from './parse-variables.ts';

const shape = (parts: readonly Part[] | undefined): unknown =>
  parts?.map((part) => (typeof part === 'string' ? part : { [part.written]: part.sources.map(({ kind }) => kind) }));

describe('parseVariables', () => {
  it.each([
    ['${self:custom.table}', [{ 'self:custom.table': ['address'] }]],
    ['orders-${sls:stage}', ['orders-', { 'sls:stage': ['address'] }]],
    ["${opt:stage, 'dev'}", [{ "opt:stage, 'dev'": ['address', 'literal'] }]],
    [
      '${opt:stage, self:provider.stage, ${env:STAGE}}',
      [{ 'opt:stage, self:provider.stage, ${env:STAGE}': ['address', 'address', 'variable'] }],
    ],
    ['${file(./stages/${opt:stage}.yml):table}', [{ 'file(./stages/${opt:stage}.yml):table': ['address'] }]],
    ['${strToBool(${self:custom.on})}', [{ 'strToBool(${self:custom.on})': ['address'] }]],
    ['${cf(eu-west-1):stack.Output}', [{ 'cf(eu-west-1):stack.Output': ['address'] }]],
    ['${Name}-${self:service}', ['${Name}-', { 'self:service': ['address'] }]],
  ])('finds the variables of %s', (text, expected) => {
    expect(shape(parseVariables(text))).toEqual(expected);
  });

  it.each(['plain', '${AWS::Region}', '${Table.Arn}', '${stageVariables}', '${self:open', "${'only a literal'}"])(
    'takes %s for text',
    (text) => {
      expect(parseVariables(text)).toBeUndefined();
    },
  );
});
