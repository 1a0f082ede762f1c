import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicationOfText, readTemplateText } from './read-template-text.ts';

const names = fc.constantFrom(
  'Stage',
  'Bucket',
  'Orders',
  'Inner',
  'AWS::Region',
  'AWS::NoValue',
  'IsProd',
  'Limits',
  'dev',
  'Arn',
  '__proto__',
  '',
);

const strings = fc.oneof(
  names,
  names.map((name) => `a-\${${name}}-\${Bucket.Arn}\${!Literal}`),
  names.map((name) => `{{resolve:secretsmanager:\${${name}}:SecretString}}`),
  fc.constantFrom(
    'Orders.Arn',
    'Inner.Outputs.Name',
    'inner.yaml',
    'template.yaml',
    '${',
    '${}',
    '{{resolve:',
    'arn:aws:s3:::x',
  ),
  fc.string({ maxLength: 8 }),
);

const calls = fc.constantFrom(
  'Ref',
  'Condition',
  'Fn::GetAtt',
  'Fn::Sub',
  'Fn::Join',
  'Fn::Select',
  'Fn::Split',
  'Fn::FindInMap',
  'Fn::If',
  'Fn::Equals',
  'Fn::And',
  'Fn::Or',
  'Fn::Not',
  'Fn::ImportValue',
  'Fn::Base64',
  'Fn::Cidr',
  'Fn::GetAZs',
  'Fn::Transform',
  'Fn::ForEach::Loop',
  'Fn::ToJsonString',
  'Fn::Length',
  'Fn::Unheard',
);

/** Anything that could stand in a template: plain data, and calls with arguments of any shape. */
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    strings,
    fc.constantFrom<unknown>(null, true, false, 0, -1, 3),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(names, tie('tree'), { maxKeys: 3 }),
    fc.tuple(calls, tie('tree')).map(([name, argument]) => ({ [name]: argument })),
    fc.tuple(calls, fc.array(tie('tree'), { maxLength: 4 })).map(([name, items]) => ({ [name]: items })),
    fc.tuple(calls, tie('tree')).map(([name, argument]) => ({ [name]: argument, Beside: 1 })),
  ),
}));

const type = fc.constantFrom<unknown>(
  'AWS::Lambda::Function',
  'AWS::CloudFormation::Stack',
  'AWS::S3::Bucket',
  'Custom::Thing',
  7,
  null,
);
const resource = fc.oneof(
  tree,
  fc.record(
    {
      Type: type,
      Properties: fc.oneof(tree, fc.record({ TemplateURL: tree, Parameters: tree })),
      Condition: names,
      DependsOn: tree,
      Metadata: tree,
    },
    { requiredKeys: ['Type'] },
  ),
);
const parameter = fc.oneof(
  tree,
  fc.record(
    {
      Type: fc.constantFrom(
        'String',
        'Number',
        'CommaDelimitedList',
        'List<Number>',
        'AWS::SSM::Parameter::Value<String>',
      ),
      Default: tree,
      AllowedValues: tree,
      NoEcho: tree,
    },
    { requiredKeys: ['Type'] },
  ),
);
const section = (entry: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: fc.dictionary(names, entry, { maxKeys: 4 }), weight: 9 }, { arbitrary: tree, weight: 1 });
const template = fc.record(
  {
    Transform: tree,
    Parameters: section(parameter),
    Mappings: section(tree),
    Conditions: section(tree),
    Resources: section(resource),
    Outputs: section(fc.oneof(tree, fc.record({ Value: tree, Export: fc.record({ Name: tree }) }))),
  },
  { requiredKeys: ['Resources'] },
);

function readAll(text: string, inner: string): string {
  const application = applicationOfText(text, { files: { 'inner.yaml': inner } });
  return JSON.stringify(
    application.assignments.map((assignment) => [
      assignment.label,
      [...assignment.conditions],
      application.fragments(assignment),
    ]),
    (_, value: unknown) => (value instanceof Map ? [...value] : value),
  );
}

describe('any template-like text', () => {
  it('is read without an error, and the same way each time', () => {
    fc.assert(
      fc.property(template, template, (outer, inner) => {
        const [text, nested] = [JSON.stringify(outer), JSON.stringify(inner)];
        expect(readAll(text, nested)).toBe(readAll(text, nested));
      }),
      { numRuns: 400 },
    );
  });
});

describe('hostile templates', () => {
  const codes = (text: string): readonly string[] => [
    ...new Set(readTemplateText(text).flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))),
  ];

  it('stop a loop that makes too many entries', () => {
    const list = Array.from({ length: 60 }, (_, index) => `i${index}`).join(', ');
    const loop = (name: string, body: string): string => `{ 'Fn::ForEach::${name}': [${name}, [${list}], ${body}] }`;
    const text = `Transform: AWS::LanguageExtensions\nResources: ${loop('A', loop('B', loop('C', "{ 'Q${A}${B}${C}': { Type: 'AWS::SQS::Queue' } }")))}\n`;
    expect(codes(text)).toContain('for-each-too-large');
  });

  it.each([
    ['Resources: [a, b]', 'section-not-a-map'],
    ['Resources: { Orders: a }', 'resource-not-a-map'],
    ['Resources: { Orders: { Properties: {} } }', 'resource-without-type'],
    ['Description: nothing else', 'template-without-resources'],
    ["Resources: { Orders: { Type: 'AWS::SQS::Queue', Properties: { A: !Shout x } } }", 'intrinsic-unknown'],
    ["Resources: { Orders: { Type: 'AWS::SQS::Queue', Properties: { A: !Ref Gone } } }", 'reference-unknown'],
    ["Resources: { Orders: { Type: 'AWS::SQS::Queue', Condition: Gone } }", 'condition-unknown'],
    [
      "Resources: { Orders: { Type: 'AWS::SQS::Queue', Properties: { 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: ../../x } } } } }",
      'path-outside-root',
    ],
    [
      "Resources: { Orders: { Type: 'AWS::SQS::Queue', Properties: { 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: gone.yaml } } } } }",
      'included-file-missing',
    ],
  ])('%s is the diagnostic %s', (text, code) => {
    expect(codes(`${text}\n`)).toEqual([code]);
  });

  it('keep what can be read of a broken text', () => {
    const text =
      'Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n  Broken: [\n  Photos:\n    Type: AWS::S3::Bucket\n';
    const [fragment] = readTemplateText(text);
    expect(fragment?.resources.map(({ logicalId }) => logicalId)).toContain('Orders');
    expect(fragment?.diagnostics.some(({ effect }) => effect === 'incomplete')).toBe(true);
  });

  const doubling = (depth: number): string =>
    depth === 0 ? 'x' : `!Sub ["\${a}\${a}", { a: ${doubling(depth - 1)} }]`;
  const chain = Array.from({ length: 5000 }, (_, index) => `  C${index}: !Not [!Condition C${index + 1}]`).join('\n');
  const nesting = (name: string): string =>
    `Resources: { ${Array.from({ length: 6 }, (_, index) => `S${index}: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: ${name} } }`).join(', ')} }`;

  it.each([
    [
      'a mapping that leads to itself',
      "Mappings: { M: { a: { b: !FindInMap [M, a, b] } } }\nResources: { Q: { Type: 'AWS::SQS::Queue', Properties: { A: !FindInMap [M, a, b] } } }",
      'template-too-complex',
    ],
    [
      'a file that includes itself',
      "Resources: { Q: { Type: 'AWS::SQS::Queue', Properties: { A: { 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: self.yaml } } } } } }",
      'template-too-complex',
    ],
    [
      'a text that doubles itself',
      `Resources: { Q: { Type: 'AWS::SQS::Queue', Properties: { A: ${doubling(60)} } } }`,
      undefined,
    ],
    [
      'joins of a mapping in a mapping',
      `Mappings: { M: { k: { ${Array.from({ length: 40 }, (_, index) => `v${index}: !Join [x, [!FindInMap [M, k, v${index + 1}], !FindInMap [M, k, v${index + 1}]]]`).join(', ')}, v40: x } } }\nResources: { Q: { Type: 'AWS::SQS::Queue', Properties: { A: !FindInMap [M, k, v0] } } }`,
      'template-too-complex',
    ],
    ['stacks in stacks in stacks', nesting('n0.yaml'), 'nested-stacks-too-many'],
  ])('%s comes to an end', (_name, text, code) => {
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`n${index}.yaml`, nesting(`n${index + 1}.yaml`)]),
    );
    const application = applicationOfText(`${text}\n`, {
      files: {
        ...files,
        'self.yaml': "{ 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: self.yaml } } }",
      },
    });
    const fragments = application.fragments(application.assignments[0] as never);
    const found = fragments.flatMap(({ diagnostics }) => diagnostics).map((each) => each.code);
    expect(code === undefined || found.includes(code)).toBe(true);
  });

  it('a chain of conditions longer than the call stack comes to an end', () => {
    expect(() =>
      readTemplateText(
        `Conditions:\n${chain}\n  C5000: !Equals [a, b]\nResources: { Q: { Type: 'AWS::SQS::Queue', Condition: C0 } }\n`,
      ),
    ).not.toThrow();
  });

  it('do not grow with aliases of aliases', () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `  M${index + 1}: &m${index + 1} [*m${index}, *m${index}, *m${index}]`,
    );
    const text = `Mappings:\n  M0: &m0 [x, x]\n${lines.join('\n')}\nResources:\n  Q: { Type: 'AWS::SQS::Queue', Properties: { A: *m30 } }\n`;
    expect(() => readTemplateText(text)).not.toThrow();
  });
});
