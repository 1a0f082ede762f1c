import type { SecretRule, SecretVerdict } from '../secret-rule.ts';
import { decodeBase64 } from './verdicts.ts';

/** Private keys and signed tokens. Certificates and public keys are not secrets. */
export const keyRules: readonly SecretRule[] = [
  {
    id: 'private-key',
    title: 'Private key',
    keywords: ['private key'],
    pattern:
      /-----BEGIN (?<type>(?:[A-Z\d]{2,12} ){0,2})PRIVATE KEY(?: BLOCK)?-----(?<body>[^-]{0,12000}(?:-{1,4}[^-]{1,12000}){0,8})(?:-----END|$)/g,
    reach: 14_000,
    confidence: 'high',
    validate: ({ groups }): SecretVerdict => keyBody(groups['body'] ?? ''),
    source: 'https://www.rfc-editor.org/rfc/rfc7468#section-10',
    positive: {
      parts: [
        '-----BEGIN RSA PRI',
        'VATE KEY-----\n',
        'MIIEpAIBAAKCAQEAq8Zr3kPmW1tYx7LcN5vBd0HsJf9GuQe2AoKiTz4ERb3kV6nM\n'.repeat(4),
        '-----END RSA PRI',
        'VATE KEY-----',
      ],
    },
    negative: {
      parts: [
        '-----BEGIN PUB',
        'LIC KEY-----\n',
        'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAq8Zr3kPmW1tYx7LcN5vB',
        '\n-----END PUB',
        'LIC KEY-----',
      ],
    },
  },
  {
    id: 'private-key',
    title: 'Private key (base 64)',
    keywords: ['ls0tls1crudjti'],
    pattern: /(?<![A-Za-z0-9+/])LS0tLS1CRUdJTi[A-Za-z0-9+/=]{100,12000}/g,
    reach: 13_000,
    confidence: 'high',
    validate: ({ value }): SecretVerdict =>
      /^-----BEGIN [A-Z\d ]{0,24}PRIVATE KEY/.test(decodeBase64(value)) ? 'high' : 'reject',
    source: 'https://www.rfc-editor.org/rfc/rfc7468#section-10',
    positive: { parts: ['LS0tLS1C', 'RUdJTiBQUklWQVRFIEtFWS0tLS0t', 'CnE4WnIza1BtVzF0WXg3'.repeat(6)] },
    negative: { parts: ['LS0tLS1C', 'RUdJTiBDRVJUSUZJQ0FURS0tLS0t', 'CnE4WnIza1BtVzF0WXg3'.repeat(6)] },
  },
  {
    id: 'putty-private-key',
    title: 'PuTTY private key',
    keywords: ['putty-user-key-file-'],
    pattern: /PuTTY-User-Key-File-\d: (?:(?!PuTTY-)[\s\S]){0,6000}?Private-Lines: \d{1,3}\s{1,3}[A-Za-z0-9+/=]{20}/g,
    reach: 6500,
    confidence: 'high',
    source: 'https://the.earth.li/~sgtatham/putty/0.83/htmldoc/AppendixC.html',
    positive: {
      parts: [
        'PuTTY-User-Key-',
        'File-2: ssh-rsa\nEncryption: none\nPrivate-Lines: 14\n',
        'AAABAQCq8Zr3kPmW1tYx7LcN5vBd',
      ],
    },
    negative: { parts: ['PuTTY-User-Key-', 'File-2: ssh-rsa\nPublic-Lines: 6\n'] },
  },
  {
    id: 'age-secret-key',
    title: 'age secret key',
    keywords: ['age-secret-key-1'],
    pattern: /AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}/g,
    confidence: 'high',
    source: 'https://github.com/C2SP/C2SP/blob/main/age.md',
    positive: { parts: ['AGE-SECRET-', 'KEY-1', 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPZRY9X8GF2TVDW0S3JN54KHCE'] },
    negative: { parts: ['AGE-SECRET-', 'KEY-1', 'QPZRY9'] },
  },
  {
    id: 'jwt',
    title: 'JSON Web Token',
    keywords: ['eyj'],
    pattern:
      /(?<![\w.-])(?<header>eyJ[A-Za-z0-9_-]{10,1000})\.(?<payload>eyJ[A-Za-z0-9_-]{10,6000})\.(?<signature>[A-Za-z0-9_-]{16,1500})(?![\w-])/g,
    reach: 9000,
    confidence: 'medium',
    validate: ({ groups }): SecretVerdict => jwtVerdict(groups['header'] ?? '', groups['payload'] ?? ''),
    source: 'https://www.rfc-editor.org/rfc/rfc7519',
    positive: {
      parts: [
        'ey',
        'JhbGciOiJIUzI1NiJ9',
        '.ey',
        'Jpc3MiOiJvcmRlcnMiLCJzdWIiOiJhbGV4In0',
        '.q8Zr3kPmW1tYx7LcN5vBd0HsJf9GuQe2AoKiTz4ERb3',
      ],
    },
    negative: {
      parts: [
        'ey',
        'JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
        '.ey',
        'JzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ',
        '.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
      ],
    },
  },
];

/** Headers without a body (a key put together by code) and `...` are no keys. */
function keyBody(body: string): SecretVerdict {
  const text = body.replace(/\\[nr]|[\s"'+,]/g, '');
  if (/[$%]\{|\.\.\.|<[\w ]+>|x{12,}/i.test(body)) return 'reject';
  const letters = text.match(/[A-Za-z0-9+/=]/g)?.length ?? 0;
  if (letters < 48 || new Set(text).size < 16) return 'reject';
  return /example|redacted|your|insert/i.test(text.slice(0, 400)) ? 'low' : 'high';
}

/** Must decode to JSON with an algorithm. The token of jwt.io (subject 1234567890) and tokens made for browsers are not secrets. */
function jwtVerdict(header: string, payload: string): SecretVerdict {
  const head = decodeBase64(header);
  const claims = decodeBase64(payload);
  if (!/"(?:alg|enc)"\s*:/.test(head)) return 'reject';
  if (/"sub"\s*:\s*"1234567890"/.test(claims)) return 'reject';
  if (/"alg"\s*:\s*"none"/i.test(head) || /"role"\s*:\s*"anon"/.test(claims)) return 'low';
  return 'medium';
}
