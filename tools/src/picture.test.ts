import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingFromOutput, picture, readmeCommands } from './picture.ts';
import { repositoryRoot } from './repository.ts';

describe('the README', () => {
  const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');

  it('has the two commands, each in one line', () => {
    expect(readmeCommands(readme)).toEqual([
      'npm ci && npx leastwise scan examples/order-service',
      'npm ci && npm test',
    ]);
  });

  it('has a picture of a scan', () => {
    expect(picture(readme)).not.toBe('');
  });
});

describe('a picture with lines left out', () => {
  const output = 'order-service\n  PlaceOrder\n    critical  anyone can call it\n  ListOrders\n    clean\n1 finding\n';

  it.each([
    ['the whole output', output.trimEnd(), undefined],
    ['beginning and end', 'order-service\n  PlaceOrder\n…\n1 finding', undefined],
    ['a changed line', 'order-service\n  CreateOrder', 'order-service\n  CreateOrder'],
    ['lines that do not follow each other', 'order-service\n1 finding', 'order-service\n1 finding'],
    ['lines in another order', '1 finding\n…\norder-service', 'order-service'],
  ])('with %s', (_, shown, missing) => {
    expect(missingFromOutput(shown, output)).toBe(missing);
  });
});
