import type { Report } from '@leastwise/model';
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allChecks } from '../../checks/index.ts';
import { loadDoc } from '../../checks/load-doc.ts';
import { readSyntax } from '../../readers/syntax/read-syntax.ts';
import type { SyntaxNode } from '../../readers/syntax/syntax-node.ts';
import { scanFiles } from './scan-files.ts';

const docs = await Promise.all(allChecks.map(({ name }) => loadDoc(name)));
const examples = docs.flatMap((doc) => [...(doc?.examples.bad ?? []), ...(doc?.examples.good ?? [])]);

const schema = createRequire(import.meta.url)('@leastwise/model/schemas/report.schema.json') as object;
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

/** Every kind of value that may stand where another is expected; as JSON, which YAML takes too. */
const KINDS: readonly string[] = [
  'null',
  '""',
  '"*"',
  '"x"',
  '0',
  '-1.5',
  '1e999',
  'true',
  '[]',
  '[null]',
  '[[]]',
  '["a", {"b": 1}]',
  '{}',
  '{"": null}',
  '{"a": {"b": [1]}}',
  '{"Ref": "Nothing"}',
  '{"Ref": "AWS::NoValue"}',
  '{"Ref": ["a"]}',
  '{"Fn::GetAtt": "x"}',
  '{"Fn::GetAtt": ["Nothing", "Arn"]}',
  '{"Fn::Sub": "${Nothing}-${"}',
  '{"Fn::Sub": [1, 2]}',
  '{"Fn::If": ["No", [], {}]}',
  '{"Fn::Join": ["", {"Ref": "Nothing"}]}',
  '{"Fn::ImportValue": "elsewhere"}',
  '{"Fn::Transform": {"Name": "Unknown"}}',
  '"{{resolve:ssm:orders}}"',
  '"{\\"Statement\\": 3}"',
];

/** Places of the nodes below `Resources`. */
function placesIn(template: string): readonly { readonly start: number; readonly end: number }[] {
  const places: { start: number; end: number }[] = [];
  const walk = (node: SyntaxNode): void => {
    places.push({ start: node.start, end: node.end });
    if (node.kind === 'list') node.items.forEach(walk);
    else if (node.kind === 'map') for (const entry of node.entries) walk(entry.value);
  };
  const root = readSyntax(template, 'template.yaml').root;
  const resources = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'Resources') : undefined;
  if (resources !== undefined) walk(resources.value);
  return places;
}

/** What breaks a promise in a scan of these files: nothing, when all is well. */
function complaints(files: Readonly<Record<string, string>>): readonly string[] {
  const { report, applications, diagnostics } = scanFiles(files);
  const found = diagnostics.filter(({ code }) => code === 'check-failed').map(({ message }) => message);
  const again = scanFiles(files).report;
  if (JSON.stringify(again) !== JSON.stringify(report)) found.push('a second scan says something else');
  if (!validate(JSON.parse(JSON.stringify(report)) as Report))
    found.push(`${validate.errors?.[0]?.instancePath} ${validate.errors?.[0]?.message}`);
  for (const { judgement, diagnostics: own } of applications) {
    const ranges = [
      ...judgement.findings.flatMap(({ at, evidence }) => [at, ...evidence.map((each) => each.at)]),
      ...judgement.questions.map(({ at }) => at),
      ...own.map(({ range }) => range),
    ];
    for (const { file, start, end } of ranges) {
      if (start < 0 || end < start || end > (files[file] ?? '').length)
        found.push(`${file} ${start} to ${end} is outside the text`);
    }
  }
  return found;
}

describe('values of the wrong kind', () => {
  it('never make a check fail, a report invalid or a place stray, wherever they stand', { timeout: 240_000 }, () => {
    const broken: string[] = [];
    examples.forEach((example, index) => {
      placesIn(example.template).forEach(({ start, end }, place) => {
        // Every place of every example with one kind here; a run with LEASTWISE_FUZZ_ALL takes each kind.
        const kinds =
          process.env['LEASTWISE_FUZZ_ALL'] === undefined
            ? [KINDS[(index * 7 + place) % KINDS.length] ?? 'null']
            : KINDS;
        if (process.env['LEASTWISE_FUZZ_ALL'] === undefined && (index + place) % 4 !== 0) return;
        for (const kind of kinds) {
          const template = `${example.template.slice(0, start)}${kind}\n${example.template.slice(end)}`;
          for (const complaint of complaints({ ...example.files, 'template.yaml': template }))
            broken.push(`${example.title}, ${kind} at ${start}: ${complaint}`);
        }
      });
    });
    expect(broken.slice(0, 10)).toEqual([]);
  });
});

const types = [
  ...new Set(
    examples.flatMap(({ template }) =>
      [...template.matchAll(/Type: ['"]?((?:AWS|Custom)::[A-Za-z0-9:]+)/g)].map(([, type]) => type ?? ''),
    ),
  ),
];
const names = [
  ...new Set(
    examples.flatMap(({ template }) => [...template.matchAll(/^\s+([A-Z][A-Za-z]+):/gm)].map(([, name]) => name ?? '')),
  ),
];
const words = fc.constantFrom(
  '*',
  'Allow',
  'Deny',
  'NONE',
  'AWS_IAM',
  'public',
  's3:*',
  'arn:aws:s3:::orders',
  '${Orders}',
  '${AWS::Region}',
  'index.handler',
  'nodejs22.x',
  '{{resolve:ssm:a}}',
  '__proto__',
  '\uD800',
  '0.0.0.0/0',
  '{"a":',
);
const leaf = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double(), words, fc.string());
const call = fc.tuple(
  fc.constantFrom(
    'Ref',
    'Fn::GetAtt',
    'Fn::Sub',
    'Fn::Join',
    'Fn::If',
    'Fn::Select',
    'Fn::Split',
    'Fn::FindInMap',
    'Fn::ImportValue',
    'Condition',
    'Fn::Transform',
    'Fn::Base64',
    'Fn::Equals',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.string() }),
      tie('tree'),
      { maxKeys: 6 },
    ),
    call.map(([name, argument]) => ({ [name]: argument })),
  ),
}));
const resource = fc.record(
  {
    Type: fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...types) }, { weight: 1, arbitrary: leaf }),
    Properties: tree,
    Condition: fc.oneof(leaf, fc.constant('A')),
    DependsOn: tree,
    Metadata: tree,
  },
  { requiredKeys: ['Type'] },
);
const template = fc.record(
  {
    AWSTemplateFormatVersion: fc.constant('2010-09-09'),
    Transform: fc.constantFrom(
      'AWS::Serverless-2016-10-31',
      'AWS::LanguageExtensions',
      ['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31'],
      3,
    ),
    Parameters: tree,
    Mappings: tree,
    Conditions: fc.oneof(tree, fc.constant({ A: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } })),
    Globals: tree,
    Outputs: tree,
    Resources: fc.oneof(
      {
        weight: 19,
        arbitrary: fc.dictionary(fc.constantFrom('Orders', 'Place', 'Parcels', 'Api', 'Role'), resource, {
          minKeys: 1,
        }),
      },
      { weight: 1, arbitrary: tree },
    ),
  },
  { requiredKeys: ['AWSTemplateFormatVersion', 'Resources'] },
);

describe('trees that look like templates', () => {
  it('are read without a failing check, twice alike, with a valid report', { timeout: 240_000 }, () => {
    const numRuns = Number(process.env['LEASTWISE_FUZZ_RUNS'] ?? 600);
    fc.assert(
      fc.property(template, (made) => {
        expect(complaints({ 'template.json': JSON.stringify(made) })).toEqual([]);
      }),
      { numRuns },
    );
  });
});
