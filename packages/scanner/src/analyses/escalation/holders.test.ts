import { expect, test } from 'vitest';
import { holderForms } from './holder-forms.ts';
import { escalationPaths } from './paths/catalogue.ts';

/** What the tables of the estate know, so that it needs no form. */
const known = [
  'function',
  'layer',
  'artifact-bucket',
  'repository',
  'state-machine',
  'secret',
  'parameter',
  'function-variables',
];

test('every target of the catalogue is found in some template', () => {
  const kinds = new Set([
    ...known,
    ...Object.values(holderForms).flatMap((forms) => forms.map(({ kind }) => String(kind))),
    'none',
    'role',
    'user',
    'group',
  ]);
  expect(escalationPaths.map(({ target }) => target).filter((target) => !kinds.has(target))).toEqual([]);
});

test('every form of a holder belongs to a path', () => {
  const targets = new Set<string>(escalationPaths.map(({ target }) => target));
  const kinds = Object.values(holderForms).flatMap((forms) => forms.map(({ kind }) => kind));
  expect(kinds.filter((kind) => !targets.has(kind))).toEqual([]);
});
