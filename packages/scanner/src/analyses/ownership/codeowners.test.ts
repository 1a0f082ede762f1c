import { describe, expect, it } from 'vitest';
import { ownersOf, readCodeOwners } from './codeowners.ts';

describe('a CODEOWNERS file', () => {
  const rules = readCodeOwners(
    [
      '# the shop',
      '* @everyone',
      '*.yaml @platform # templates',
      '/docs/ @writers',
      'orders/ @orders @orders-lead',
      '/apps/*/template.json @apps',
      'build/**/cache @builders',
      '/legacy/ ',
      '[Section]',
    ].join('\r\n'),
  );

  it.each([
    ['README.md', ['@everyone'], 2],
    ['services/template.yaml', ['@platform'], 3],
    ['docs/guide/start.md', ['@writers'], 4],
    ['services/docs/start.md', ['@everyone'], 2],
    ['services/orders/template.yaml', ['@orders', '@orders-lead'], 5],
    ['apps/shop/template.json', ['@apps'], 6],
    ['apps/shop/deep/template.json', ['@everyone'], 2],
    ['build/a/b/cache', ['@builders'], 7],
    ['legacy/template.yaml', [], 8],
  ])('gives %s to the last rule that matches', (path, owners, line) => {
    expect(ownersOf(rules, path)).toMatchObject({ owners, line });
  });

  it('owns nothing when it is empty', () => {
    expect(ownersOf(readCodeOwners('\n# nobody\n'), 'template.yaml')).toBeUndefined();
  });
});
