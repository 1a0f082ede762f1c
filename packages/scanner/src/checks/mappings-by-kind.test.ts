import { expect, it } from 'vitest';
import { mappingsByKind } from './mappings-by-kind.ts';

it('gives the check all identifiers and each kind its own', () => {
  const { mappings, byKind } = mappingsByKind(
    { cwe: [311] },
    { bucket: { checkov: ['CKV_AWS_145'] }, queue: { checkov: ['CKV2_AWS_73'] } },
  );
  expect(mappings).toEqual({ cwe: [311], checkov: ['CKV_AWS_145', 'CKV2_AWS_73'] });
  expect(byKind.queue).toEqual({ cwe: [311], checkov: ['CKV2_AWS_73'] });
});
