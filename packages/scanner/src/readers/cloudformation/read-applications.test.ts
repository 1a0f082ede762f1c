import { asText, describe as show, member, memoryTree, type Fragment, type Value } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import type { Application } from '../application.ts';
import { readStacks, type ReaderInputs, type StackReading } from './read-applications.ts';

const read = (files: Record<string, string>, inputs: ReaderInputs = {}): StackReading =>
  readStacks(
    memoryTree(files),
    Object.keys(files).filter((file) => /template|stack|\.aws-sam.*yaml$/.test(file)),
    inputs,
  );

const first = (application: Application | undefined): readonly Fragment[] =>
  application?.assignments[0] === undefined ? [] : application.fragments(application.assignments[0]);

const property = (fragment: Fragment | undefined, logicalId: string, name: string): Value =>
  member(
    fragment?.resources.find((resource) => resource.logicalId === logicalId)?.properties as Value,
    ...name.split('.'),
  );

const worker = (environment: string): string => `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties: { Environment: { Variables: { IT: ${environment} } } }
`;

const table = `Resources:
  Table: { Type: 'AWS::DynamoDB::Table' }
Outputs:
  Name: { Value: !Ref Table, Export: { Name: orders-table } }
  Stage: { Value: live }
`;

describe('grouping templates into applications', () => {
  it('makes each root template an application, named after its folder, or its file beside others', () => {
    const { applications } = read({
      'services/orders/template.yaml': worker('a'),
      'services/photos/api.template.yaml': worker('a'),
      'services/photos/db.template.json': '{"Resources":{"T":{"Type":"AWS::S3::Bucket"}}}',
      'template.yaml': worker('a'),
    });
    expect(applications.map(({ name }) => name)).toEqual([
      'services/orders',
      'services/photos/api',
      'services/photos/db',
      'template',
    ]);
  });

  it('joins a template that imports what exactly one other exports', () => {
    const { applications } = read({
      'db/template.yaml': table,
      'api/template.yaml': worker('!ImportValue orders-table'),
    });
    expect(applications).toHaveLength(1);
    const fragments = first(applications[0]);
    expect(
      property(
        fragments.find(({ file }) => file === 'api/template.yaml'),
        'Worker',
        'Environment.Variables.IT',
      ),
    ).toMatchObject({
      kind: 'reference',
      node: 'aws:db/template.yaml#/Table',
    });
  });

  it('leaves apart what two templates export under one name', () => {
    const { applications } = read({
      'a/template.yaml': table,
      'b/template.yaml': table,
      'api/template.yaml': worker('!ImportValue orders-table'),
    });
    expect(applications).toHaveLength(3);
    expect(property(first(applications[2])[0], 'Worker', 'Environment.Variables.IT')).toMatchObject({
      kind: 'unknown',
      cause: 'import',
      name: 'orders-table',
    });
  });
});

describe('nested stacks', () => {
  const parent = (location: string, type = 'AWS::CloudFormation::Stack', key = 'TemplateURL'): string => `Resources:
  Table: { Type: 'AWS::DynamoDB::Table' }
  Inner: { Type: '${type}', Properties: { ${key}: ${location}, Parameters: { It: !Ref Table, Subnets: !Join [',', [!Ref A, b]] } } }
  Reader: { Type: 'AWS::Lambda::Function', Properties: { Role: !GetAtt Inner.Outputs.Stage } }
`;
  const inner = `Parameters: { It: { Type: String }, Subnets: { Type: CommaDelimitedList } }
${worker('!Ref It')}
  Net: { Type: 'AWS::Lambda::Function', Properties: { VpcConfig: { SubnetIds: !Ref Subnets } } }
Outputs: { Stage: { Value: !GetAtt Worker.Arn } }
`;

  it.each([
    ['AWS::CloudFormation::Stack', 'TemplateURL'],
    ['AWS::Serverless::Application', 'Location'],
  ])('of type %s are read with what the parent passes', (type, key) => {
    const { applications } = read({
      'template.yaml': parent('./inner/template.yaml', type, key),
      'inner/template.yaml': inner,
    });
    expect(applications).toHaveLength(1);
    const [outer, nested] = first(applications[0]);
    expect(nested).toMatchObject({ file: 'inner/template.yaml', stackPath: 'Inner/' });
    expect(nested?.resources[0]?.id).toBe('aws:template.yaml#Inner/Worker');
    expect(property(nested, 'Worker', 'Environment.Variables.IT')).toMatchObject({
      kind: 'reference',
      node: 'aws:template.yaml#/Table',
    });
    expect(property(outer, 'Reader', 'Role')).toMatchObject({
      kind: 'reference',
      node: 'aws:template.yaml#Inner/Worker',
      attribute: 'Arn',
    });
    const subnets = property(nested, 'Net', 'VpcConfig.SubnetIds');
    expect(subnets.kind === 'known' && (subnets.value as readonly Value[]).map(show)).toEqual(['${A}', 'b']);
  });

  it.each([
    ['https://s3.amazonaws.com/bucket/x.yaml', undefined],
    ['./gone/template.yaml', 'nested-template-missing'],
    ['../outside.yaml', 'path-outside-root'],
    ['template.yaml', 'nested-template-cycle'],
    ['{ ApplicationId: "arn:aws:serverlessrepo:us-east-1:1:applications/x", SemanticVersion: 1.0.0 }', undefined],
  ])('at %s stay unknown, with the diagnostic %s', (location, code) => {
    const [fragment] = first(read({ 'template.yaml': parent(location) }).applications[0]);
    expect(property(fragment, 'Reader', 'Role')).toMatchObject({
      kind: 'unknown',
      cause: 'missing-file',
      name: 'Inner.Outputs.Stage',
    });
    expect(fragment?.unknowns).toHaveLength(1);
    expect(fragment?.diagnostics.filter(({ effect }) => effect === 'incomplete').map((each) => each.code)).toEqual(
      code === undefined ? [] : [code],
    );
  });
});

describe('a nested stack that is not in the tree', () => {
  it.each([
    [
      'https://s3.amazonaws.com/packages/0a1b.template',
      'is at https://s3.amazonaws.com/packages/0a1b.template, which is not in the tree',
    ],
    ['.aws-sam/build/Orders/template.yaml', 'is .aws-sam/build/Orders/template.yaml, which a build makes'],
    ['!Sub "https://${AWS::Region}.example/a.yaml"', 'is known only to a deployment'],
  ])('is an unknown with its reason and no damage: %s', (location, reason) => {
    const { applications } = read({
      'template.yaml': `Resources:\n  Orders: { Type: 'AWS::Serverless::Application', Properties: { Location: ${location} } }\n`,
    });
    const [fragment] = first(applications[0]);
    expect(fragment?.unknowns.map((unknown) => unknown.reason).join()).toContain(reason);
    expect(fragment?.diagnostics).toEqual([]);
  });
});

describe('parameters', () => {
  const template = `Parameters: { Name: { Type: String, Default: dev } }\n${worker('!Ref Name')}`;
  const value = (files: Record<string, string>, inputs: ReaderInputs = {}): string | undefined =>
    asText(
      property(
        first(read({ 'app/template.yaml': template, ...files }, inputs).applications[0])[0],
        'Worker',
        'Environment.Variables.IT',
      ),
    );
  const toml = (overrides: string): Record<string, string> => ({
    'app/samconfig.toml': `version = 0.1\n[default.deploy.parameters]\nparameter_overrides = ${overrides}\n[prod.deploy.parameters]\nparameter_overrides = "Name=prod"\n`,
  });

  const cases: readonly (readonly [string, Record<string, string>, ReaderInputs, string])[] = [
    ['default', {}, {}, 'dev'],
    ['samconfig as a text', toml(`'Other=1 Name="two words"'`), {}, 'two words'],
    ['samconfig in the long form', toml(`"ParameterKey=Name,ParameterValue=long"`), {}, 'long'],
    ['samconfig as a list', toml(`["Other=x", "Name=listed"]`), {}, 'listed'],
    ['samconfig of a stage', toml(`"Name=x"`), { stage: 'prod' }, 'prod'],
    [
      'samconfig in YAML',
      {
        'app/samconfig.yaml': 'default:\n  deploy:\n    parameters:\n      parameter_overrides:\n        - Name=yaml\n',
      },
      {},
      'yaml',
    ],
    [
      'CloudFormation file',
      { 'p.json': '[{"ParameterKey":"Name","ParameterValue":"cfn"}]' },
      { parameterFiles: ['p.json'] },
      'cfn',
    ],
    [
      'template configuration',
      { 'p.json': '{"Parameters":{"Name":"cli"},"Tags":{}}' },
      { parameterFiles: ['p.json'] },
      'cli',
    ],
    ['plain map', { 'p.yaml': 'Name: plain' }, { parameterFiles: ['p.yaml'] }, 'plain'],
    [
      'command line before all',
      { ...toml('"Name=x"'), 'p.yaml': 'Name: plain' },
      { parameterFiles: ['p.yaml'], parameters: { Name: 'said' } },
      'said',
    ],
  ];

  it.each(cases)('come from: %s', (_name, files, inputs, expected) => {
    expect(value(files, inputs)).toBe(expected);
  });

  it('of a nested stack are given with its name before them', () => {
    const files = {
      'template.yaml':
        "Resources: { Inner: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: inner/template.yaml } } }",
      'inner/template.yaml': template,
    };
    const fragments = first(read(files, { parameters: { 'Inner.Name': 'deep' } }).applications[0]);
    expect(asText(property(fragments[1], 'Worker', 'Environment.Variables.IT'))).toBe('deep');
  });

  it('in a file that is not there are a diagnostic', () => {
    expect(read({}, { parameterFiles: ['gone.json'] }).diagnostics.map(({ code }) => code)).toEqual([
      'parameter-file-unreadable',
    ]);
  });
});

describe('built and packaged templates', () => {
  it('are left out beside their source', () => {
    const { applications, diagnostics } = read({
      'template.yaml': worker('a').replace('{ Env', '{ CodeUri: ./src, Env'),
      'packaged.template.yaml': worker('a').replace('{ Env', '{ CodeUri: s3://bucket/0123, Env'),
      '.aws-sam/build/template.yaml': worker('a'),
      '.aws-sam/build/Inner/template.yaml': worker('a'),
    });
    expect(applications.map(({ name }) => name)).toEqual(['template']);
    expect(diagnostics.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'built-template-left-out'));
  });

  it('are read when they have no source', () => {
    expect(read({ 'app/.aws-sam/build/template.yaml': worker('a') }).applications).toHaveLength(1);
  });
});
