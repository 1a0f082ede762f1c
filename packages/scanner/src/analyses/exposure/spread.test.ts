import { expect, test } from 'vitest';
import type { Exposure } from './exposure.ts';
import { spread, type Opening, type Passage } from './spread.ts';

const at = { file: 'template.yaml', start: 0, end: 1 };
const opening = (node: string, exposure: Exposure): Opening => ({
  node,
  exposure,
  step: { at, message: `${exposure} at ${node}` },
});
const passage = (from: string, to: string, byFunction = false): Passage => ({
  from,
  to,
  byFunction,
  step: { at, message: `${from} to ${to}` },
});
const messages = (path: readonly { readonly message: string }[] | undefined): readonly string[] =>
  (path ?? []).map(({ message }) => message);

test('the widest of several exposures reaches a node', () => {
  const reached = spread(
    [opening('partner queue', 'authenticated'), opening('api', 'public')],
    [passage('partner queue', 'work'), passage('api', 'work')],
  );
  expect(reached.get('work')?.exposure).toBe('public');
  expect(messages(reached.get('work')?.path)).toEqual(['public at api', 'api to work']);
});

test('of two equally wide ways the one without a function in it is told, even when it is longer', () => {
  const reached = spread(
    [opening('front', 'public'), opening('topic', 'public')],
    [passage('front', 'queue', true), passage('topic', 'middle'), passage('middle', 'queue')],
  );
  expect(reached.get('queue')).toMatchObject({ mediated: false });
  expect(messages(reached.get('queue')?.path)).toEqual(['public at topic', 'topic to middle', 'middle to queue']);
});

test('what lies behind a mediated node is mediated as well', () => {
  const reached = spread([opening('front', 'public')], [passage('front', 'queue', true), passage('queue', 'pipe')]);
  expect(reached.get('pipe')).toMatchObject({ exposure: 'public', mediated: true });
});

test('circles end, and what nobody outside reaches is not listed', () => {
  const reached = spread([opening('a', 'public')], [passage('a', 'b'), passage('b', 'a'), passage('c', 'd')]);
  expect([...reached.keys()].sort()).toEqual(['a', 'b']);
});

test('an unknown carries its reason to whatever it reaches', () => {
  const reached = spread(
    [{ ...opening('queue', 'unknown'), reason: 'Parameter Sender has no default.' }],
    [passage('queue', 'work')],
  );
  expect(reached.get('work')).toMatchObject({ exposure: 'unknown', reason: 'Parameter Sender has no default.' });
});
