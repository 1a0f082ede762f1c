import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskSecret, secretFingerprint } from './mask.ts';

it('shows the ends of a long secret and nothing of a short one', () => {
  expect(maskSecret(['AKIA', 'QYLPMN5HHHFPZA', '7Q'].join(''))).toBe('AKIA…7Q');
  expect(maskSecret('orders4ever')).toBe('…');
  expect(maskSecret('')).toBe('…');
});

it('never shows more than six characters', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      (value) => maskSecret(value).replace('…', '').length <= 6,
    ),
  );
});

it('gives equal fingerprints to equal secrets of one kind only', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(secretFingerprint('jwt', a) === secretFingerprint('jwt', b)).toBe(a === b);
      expect(secretFingerprint('jwt', a)).not.toBe(secretFingerprint('npm-token', a));
    }),
  );
});

it('keeps its fingerprints from release to release', () => {
  expect(secretFingerprint('password-assignment', 'orders4ever')).toMatchInlineSnapshot(`"3effda42823e1035"`);
});
