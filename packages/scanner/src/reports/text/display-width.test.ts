import { expect, it } from 'vitest';
import { displayWidth, truncate, wrap } from './display-width.ts';

it.each([
  ['orders', 6],
  ['注文', 4],
  ['e\u0301', 1],
  ['🦊', 2],
  ['ｆｕｌｌ', 8],
  ['Größe', 5],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

it('cuts by columns, not by characters', () => {
  expect(truncate('注文サービス', 5)).toBe('注文…');
  expect(truncate('orders', 6)).toBe('orders');
});

it('keeps a long word whole, so that a path can be copied', () => {
  expect(wrap('see services/orders/template.yaml:10:2 there', 12)).toEqual([
    'see',
    'services/orders/template.yaml:10:2',
    'there',
  ]);
});
