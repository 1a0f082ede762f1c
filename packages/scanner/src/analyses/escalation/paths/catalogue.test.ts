import { actionInfo } from '@leastwise/iam';
import { expect, test } from 'vitest';
import { escalationPaths } from './catalogue.ts';

const actions = escalationPaths.flatMap(({ id, needs }) =>
  Object.values(needs).flatMap((list: readonly string[]) => list.map((action) => [id, action] as const)),
);

test('every action of the catalogue exists', () => {
  expect(actions.filter(([, action]) => actionInfo(action) === undefined)).toEqual([]);
});

test('every path has an id of its own', () => {
  const ids = escalationPaths.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('a path that passes a role says which service receives it', () => {
  expect(
    escalationPaths.filter(({ needs, assumedBy }) => needs.passed !== undefined && assumedBy === undefined),
  ).toEqual([]);
});

test('every path needs something, of a target only where it has one', () => {
  for (const { needs, target } of escalationPaths) {
    expect(Object.values(needs).flat().length).toBeGreaterThan(0);
    expect(needs.target !== undefined || needs.targetPolicy !== undefined).toBe(target !== 'none');
  }
});
