import { memoryTree, member, type Value } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { readStacks, type ReaderInputs } from './read-applications.ts';

const worker = (value: string): string => `Resources:
  Worker: { Type: 'AWS::Lambda::Function', Properties: { Description: ${value} } }
`;

const description = (files: Record<string, string>, file: string, inputs: ReaderInputs = {}): Value | undefined => {
  const templates = Object.keys(files).filter((name) => name.endsWith('.yaml') && !name.includes('samconfig'));
  const { applications } = readStacks(memoryTree(files), templates, inputs);
  const fragments = applications.flatMap((application) =>
    application.assignments[0] === undefined ? [] : application.fragments(application.assignments[0]),
  );
  const resource = fragments.find((fragment) => fragment.file === file)?.resources[0];
  return resource === undefined ? undefined : member(resource.properties, 'Description');
};

const config = `version = 0.1
[default.global.parameters]
stack_name = "orders-live"
[default.deploy.parameters]
region = "eu-west-1"
[test.deploy.parameters]
stack_name = "orders-test"
`;

describe('the samconfig beside a template', () => {
  it('settles region and stack name', () => {
    const files = { 'template.yaml': worker("!Sub '${AWS::StackName} ${AWS::Region}'"), 'samconfig.toml': config };
    expect(description(files, 'template.yaml')).toMatchObject({ value: 'orders-live eu-west-1' });
    expect(description(files, 'template.yaml', { region: 'eu-north-1' })).toMatchObject({
      value: 'orders-live eu-north-1',
    });
    expect(description(files, 'template.yaml', { stage: 'test' })).toMatchObject({
      kind: 'text',
      parts: ['orders-test ', { name: 'AWS::Region' }],
    });
  });

  it('says nothing of another template in its folder', () => {
    const files = {
      'network.yaml': worker('!Ref AWS::StackName'),
      'template.yaml': worker('x'),
      'samconfig.toml': config,
    };
    expect(description(files, 'network.yaml')).toMatchObject({ kind: 'unknown' });
    const named = config.replace('region =', 'template_file = "network.yaml"\nregion =');
    expect(description({ ...files, 'samconfig.toml': named }, 'network.yaml')).toMatchObject({ value: 'orders-live' });
  });

  it('joins an export that begins with the name of its stack', () => {
    const files = {
      'db/template.yaml': `Resources: { Table: { Type: 'AWS::DynamoDB::Table' } }
Outputs: { Name: { Value: !Ref Table, Export: { Name: !Sub '\${AWS::StackName}-table' } } }
`,
      'db/samconfig.toml': config,
      'api/template.yaml': worker('!ImportValue orders-live-table'),
    };
    expect(description(files, 'api/template.yaml')).toMatchObject({
      kind: 'reference',
      node: 'aws:db/template.yaml#/Table',
    });
  });
});
