import type { RuleMatch, SecretRule, SecretVerdict } from '../secret-rule.ts';
import { looksRandom } from '../entropy.ts';
import { isReference } from '../placeholders.ts';

/**
 * Keys without a format and without a name: what makes them keys is the call that they are written into. `secret` as a key signs
 * real tokens, so that even a weak word counts.
 */
function usedAsKey({ value }: RuleMatch): SecretVerdict {
  if (isReference(value) || /^(?:-----BEGIN )?PUBLIC|^-----BEGIN CERT|\.(?:pem|key|crt|pub)$|^https?:/i.test(value))
    return 'reject';
  return looksRandom(value) ? 'high' : 'medium';
}

export const callRules: readonly SecretRule[] = [
  {
    id: 'token-signing-key',
    title: 'Key that signs tokens',
    keywords: ['jwt.', 'jsonwebtoken.', 'jws.'],
    pattern:
      /(?<![\w$])(?:jwt|jsonwebtoken|jws)\.(?:sign|verify|encode|decode)\(\s{0,80}(?:\{[^{}]{0,300}\}|[^,{}()[\]'"`]{1,80}(?:(?:\[[^\]\n]{1,60}\]|\([^()]{0,100}\))[^,{}()[\]'"`]{0,40}){0,4}),\s{0,80}(?:key\s?=\s?)?b?['"`](?<secret>[^'"`\n${}]{3,200})['"`]/g,
    confidence: 'medium',
    validate: usedAsKey,
    source: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.5',
    positive: { parts: ['const claims = jwt.verify(token, ', "'orders-sign", "ing-2024')"] },
    negative: { parts: ['const claims = jwt.verify(token, ', 'process.env.SIGNING_KEY, ', "{ issuer: 'orders' })"] },
  },
  {
    id: 'message-authentication-key',
    title: 'Key that authenticates messages',
    keywords: ['createhmac', 'hmac.new'],
    pattern:
      /(?<![\w$])(?:createHmac\(\s{0,80}['"`][\w-]{2,20}['"`],|hmac\.new\()\s{0,80}(?:key\s?=\s?)?b?['"`](?<secret>[^'"`\n${}]{3,200})['"`]/g,
    confidence: 'medium',
    validate: usedAsKey,
    source: 'https://www.rfc-editor.org/rfc/rfc2104#section-3',
    positive: { parts: ["createHmac('sha256', ", "'orders-web", "hook-2024')"] },
    negative: { parts: ["createHmac('sha256', ", 'await secretOf(context))'] },
  },
  {
    id: 'encryption-key',
    title: 'Key that encrypts',
    keywords: ['createcipher', 'createdecipher', 'fernet(', 'aes.new('],
    pattern:
      /(?<![\w$])(?:create(?:Dec|C)ipher(?:iv)?\(\s{0,80}['"`][\w-]{2,30}['"`],|Fernet\(|AES\.new\()\s{0,80}(?:Buffer\.from\(\s{0,80})?(?:key\s?=\s?)?b?['"`](?<secret>[^'"`\n${}]{3,200})['"`]/g,
    confidence: 'medium',
    validate: usedAsKey,
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Key_Management_Cheat_Sheet.html',
    positive: { parts: ["createCipheriv('aes-256-cbc', ", "'7Vq2mLx9", "Tz4bNw8RkJ3hYc6PfS1dGa5e', iv)"] },
    negative: { parts: ["createCipheriv('aes-256-cbc', ", 'key, iv)'] },
  },
];
