import { expect, it } from 'vitest';
import type { SourceRange, Value } from '@leastwise/model';
import { makerAt } from '../made.ts';
import { get, itemsOf } from '../read-value.ts';
import { policyTemplateData } from './policy-template-data.ts';
import { expandPolicyTemplate } from './policy-template.ts';

const origin: SourceRange = { file: 'template.yaml', start: 0, end: 1 };
const make = makerAt(
  {
    idOf: (id) => id,
    pseudo: (name, at) => ({ kind: 'unknown', cause: 'pseudo', reason: 'Not given.', name, origin: at }),
  },
  origin,
);
const names = Object.keys(policyTemplateData);

it('knows every policy template of SAM', () => {
  expect(names).toHaveLength(81);
});

it.each(names)('expands %s to statements without holes', (name) => {
  const { parameters } = JSON.parse(policyTemplateData[name] ?? '') as { readonly parameters: readonly string[] };
  const given: Value = make.of(Object.fromEntries(parameters.map((parameter) => [parameter, `given-${parameter}`])));
  const { document, missing } = expandPolicyTemplate(make, name, given);
  expect(missing).toEqual([]);
  expect(itemsOf(get(document, 'Statement')).length).toBeGreaterThan(0);
  expect(holes(document)).toEqual([]);
});

it('names the parameters that are missing', () => {
  expect(expandPolicyTemplate(make, 'S3ReadPolicy', make.of({})).missing).toEqual(['BucketName']);
});

function holes(value: Value): readonly string[] {
  if (value.kind === 'unknown' && value.cause !== 'pseudo') return [value.reason];
  if (value.kind !== 'known') return [];
  const data = value.value;
  if (data instanceof Map) return [...data.values()].flatMap(holes);
  return Array.isArray(data) ? data.flatMap(holes) : [];
}
