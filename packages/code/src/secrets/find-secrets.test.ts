import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignmentCases } from './assignment-cases.fixture.ts';
import { findSecrets, type SecretCandidate } from './find-secrets.ts';
import { secretRules } from './rules/index.ts';

const candidate = (name: string | undefined, text: string): SecretCandidate =>
  name === undefined ? { text } : { text, name };
const sample = (id: string): string => secretRules.find((rule) => rule.id === id)?.positive.parts.join('') ?? '';

describe('findSecrets', () => {
  it.each(assignmentCases.map(([name, parts, kind]) => ({ name, text: parts.join(''), kind })))(
    'says $kind of $name: $text',
    ({ name, text, kind }) => {
      const kinds = findSecrets(candidate(name, text)).map((match) => match.kind);
      expect(kinds).toEqual(kind === 'none' ? [] : [kind]);
    },
  );

  it('shows keys of the AWS documentation as not live', () => {
    const [match] = findSecrets({ text: ['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('') });
    expect(match).toMatchObject({ kind: 'aws-access-key-id', confidence: 'low', live: false });
    const secret = ['wJalrXUtnFEMI', '/K7MDENG/', 'bPxRfiCYEXAMPLEKEY'].join('');
    expect(findSecrets({ name: 'AWS_SECRET_ACCESS_KEY', text: secret })).toMatchObject([
      { kind: 'aws-secret-access-key', live: false },
    ]);
  });

  it('keeps weak and local passwords in URLs low', () => {
    const confidence = (text: string): string[] => findSecrets({ text }).map((match) => match.confidence);
    expect(confidence('postgres://user:password@localhost/main')).toEqual(['low']);
    expect(confidence(['mysql://app:', 'q8Zr3kPm', '@localhost/main'].join(''))).toEqual(['low']);
    expect(confidence(['mysql://app:', 'q8Zr3kPm', '@db.orders.internal/main'].join(''))).toEqual(['high']);
  });

  it('points at the secret alone, wherever it stands', () => {
    const password = ['q8Zr3k', 'PmW1tY'].join('');
    const text = `before postgres://app:${password}@db.orders.internal/main after`;
    const [match] = findSecrets({ text });
    expect(text.slice(match?.start, match?.end)).toBe(password);
  });

  it('finds every secret of a document, in order and without overlaps', () => {
    const text = `A=${sample('aws-access-key-id')}\nB=${sample('sendgrid-api-key')}\n${sample('private-key')}\nC=${sample('aws-access-key-id')}`;
    const matches = findSecrets({ text });
    expect(matches.map((match) => match.kind)).toEqual([
      'aws-access-key-id',
      'sendgrid-api-key',
      'private-key',
      'aws-access-key-id',
    ]);
    expect(matches.every((match, index) => index === 0 || match.start >= (matches[index - 1]?.end ?? 0))).toBe(true);
    expect(matches[0]?.fingerprint).toBe(matches[3]?.fingerprint);
  });

  it('prefers the known format to the name', () => {
    expect(findSecrets({ name: 'STRIPE_SECRET', text: sample('stripe-live-key') }).map((match) => match.kind)).toEqual([
      'stripe-live-key',
    ]);
    expect(findSecrets({ name: 'SECRET_NAME', text: sample('stripe-live-key') }).map((match) => match.kind)).toEqual([
      'stripe-live-key',
    ]);
  });

  it('trusts a GitHub token whose checksum holds more than one made up', () => {
    const body = 'k3V9q0Zt7m1X5n8B2c6R4wP0jaHsLq';
    expect(findSecrets({ text: ['gh', 'p_', body, '0000aa'].join('') })[0]?.confidence).toBe('medium');
  });

  it('tells tokens of Supabase for browsers from those for servers', () => {
    const token = (role: string): string =>
      [
        'eyJhbGciOiJIUzI1NiJ9',
        Buffer.from(JSON.stringify({ iss: 'supabase', role })).toString('base64url'),
        'q8Zr3kPmW1tYx7LcN5vBd0HsJf9GuQe2AoKiTz4ERb3',
      ].join('.');
    expect(findSecrets({ text: token('anon') })[0]?.confidence).toBe('low');
    expect(findSecrets({ text: token('service_role') })[0]?.confidence).toBe('medium');
  });

  it('leaves headers without a key, certificates and public keys alone', () => {
    expect(findSecrets({ text: '-----BEGIN PRIVATE KEY-----\\n${key}\\n-----END PRIVATE KEY-----' })).toEqual([]);
    expect(findSecrets({ text: '-----BEGIN PRIVATE KEY-----' })).toEqual([]);
    expect(findSecrets({ text: sample('private-key').replaceAll('RSA PRIVATE KEY', 'CERTIFICATE') })).toEqual([]);
    expect(findSecrets({ name: 'SSH_PUBLIC_KEY', text: 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7 orders' })).toEqual(
      [],
    );
  });

  it('reads a private key whose lines are escaped, as environment variables hold it', () => {
    expect(
      findSecrets({ name: 'PRIVATE_KEY', text: sample('private-key').replaceAll('\n', '\\n') }).map(
        (match) => match.kind,
      ),
    ).toEqual(['private-key']);
  });

  it('never throws and never shows more than six characters', () => {
    const words = fc.constantFrom(
      'password',
      'token=',
      '"',
      "'",
      ':',
      ' = ',
      '\\"',
      'postgres://',
      '@',
      'AKIA',
      'eyJ',
      '-----BEGIN PRIVATE KEY-----',
      '\u{1f511}',
      'İ',
      '\0',
      '${',
      'sk_live_',
      '\n',
    );
    const text = fc
      .array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 40 })), {
        maxLength: 20,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), (each, name) => {
        for (const match of findSecrets(candidate(name, each))) {
          expect(match.start).toBeGreaterThanOrEqual(0);
          expect(match.end).toBeGreaterThan(match.start);
          expect(match.end).toBeLessThanOrEqual(each.length);
          expect(match.masked.replace('…', '').length).toBeLessThanOrEqual(6);
          expect(match.fingerprint).toMatch(/^[\da-f]{16}$/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('ends quickly on a megabyte made to be slow', () => {
    const seeds = [
      'AKIA',
      'eyJ',
      'eyJhbGci.eyJ',
      'password=',
      'password="',
      'key',
      '-----BEGIN PRIVATE KEY-----',
      '-----BEGIN RSA PRIVATE KEY-----a-',
      'postgres://a:',
      'a://b:@',
      '://a:b',
      '?sv=sig=',
      '&se=&sig=',
      'Basic ',
      'a',
      'A',
      '-',
      ':aa',
      '1:AA',
      'sk-',
      'SG.',
      'PuTTY-User-Key-File-2: ',
      'LS0tLS1CRUdJTi',
      'IQoJ',
      '{"private_key":"service_account',
      'AKIAQYLPMN5HHHFPZAM2 ',
      'secret:',
      '--token ',
      '\\"token\\":\\"',
      'discord M',
      '-us',
      'x.atlasv1.',
      'AAAAAAAAAAAAAAAAAAAAAA',
    ];
    for (const seed of seeds) {
      const text = seed.repeat(Math.ceil(1_000_000 / seed.length));
      const started = performance.now();
      findSecrets({ text, name: 'DISCORD_SECRET' });
      expect(performance.now() - started, JSON.stringify(seed)).toBeLessThan(6000);
    }
  }, 120_000);
});
