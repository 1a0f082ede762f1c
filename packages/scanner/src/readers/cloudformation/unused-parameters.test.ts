import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { readStacks, type ReaderInputs } from './read-applications.ts';

const files = {
  'template.yaml': `Parameters: { Stage: { Type: String } }
Resources: { Orders: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: ./orders.yaml } } }
`,
  'orders.yaml': `Parameters: { Region: { Type: String }, Limit: { Type: Number } }
Resources: { Table: { Type: 'AWS::DynamoDB::Table' } }
`,
  'live.json': '[{"ParameterKey":"Stagge","ParameterValue":"live"}]',
};

const notes = (inputs: ReaderInputs): readonly { code: string; message: string; hint: string; file: string }[] =>
  readStacks(memoryTree(files), ['template.yaml'], inputs)
    .applications.flatMap(({ diagnostics }) => diagnostics)
    .map(({ code, message, hint, range }) => ({ code, message, hint, file: range.file }));

describe('a value for a parameter that no template has', () => {
  it('is told of with the nearest names', () => {
    expect(notes({ parameters: { Stag: 'live', Stage: 'live' } })).toEqual([
      {
        code: 'parameter-unused',
        message: 'No template has a parameter Stag, so the value given for it settles nothing.',
        hint: 'Did you mean Stage?',
        file: 'template.yaml',
      },
    ]);
  });

  it('is told of where a file gives it', () => {
    expect(notes({ parameterFiles: ['live.json'] })).toMatchObject([{ code: 'parameter-unused', file: 'live.json' }]);
  });

  it('is fine for a parameter of a nested stack, named by the stack', () => {
    expect(notes({ parameters: { 'Orders.Limit': '3' } })).toEqual([]);
    expect(notes({ parameters: { 'Photos.Limit': '3' } })).toHaveLength(1);
  });
});
