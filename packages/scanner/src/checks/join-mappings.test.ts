import { expect, it } from 'vitest';
import { joinMappings } from './join-mappings.ts';

it('joins the lists of several parts and names each identifier once', () => {
  expect(
    joinMappings(
      { cwe: [732], checkov: ['CKV_AWS_20'] },
      { cwe: [732, 284], checkov: ['CKV_AWS_57'], cfn_nag: ['F14'] },
    ),
  ).toEqual({ cwe: [732, 284], checkov: ['CKV_AWS_20', 'CKV_AWS_57'], cfn_nag: ['F14'] });
});
