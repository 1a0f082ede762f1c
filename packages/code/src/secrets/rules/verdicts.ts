import { crc32 } from 'node:zlib';
import { isPatterned, looksRandom, shannonEntropy } from '../entropy.ts';
import { isPlaceholder, isReference, isWeakCredential } from '../placeholders.ts';
import type { RuleMatch, SecretConfidence, SecretVerdict } from '../secret-rule.ts';

/** A value of a documented format that nobody typed by hand: `xxxx…`, `EXAMPLE`, `12345…` are rejected or shown as examples. */
export function unlessMadeUp(confidence: SecretConfidence): (match: RuleMatch) => SecretVerdict {
  return ({ value }) => {
    if (/example/i.test(value)) return 'example';
    const mark = value.slice(0, 12).search(/[-_.:$]/);
    const body = value.slice(mark + 1);
    if (/x{6,}|\*{3}|\.{3}|_here$|your/i.test(value) || shannonEntropy(body) < 2.2 || isPatterned(body))
      return 'reject';
    return confidence;
  };
}

/** For values without a format of their own: also random. */
export function ifRandom(confidence: SecretConfidence): (match: RuleMatch) => SecretVerdict {
  return ({ value }) => {
    if (/example/i.test(value)) return 'example';
    return !looksRandom(value) && !(/^[\da-f]{32,}$/i.test(value) && !isPatterned(value)) ? 'reject' : confidence;
  };
}

/** The password inside a URL or a connection string. */
export function passwordVerdict(user: string | undefined, password: string, host: string | undefined): SecretVerdict {
  if (/[$%#@<{[(*]/.test(password[0] ?? '') && (isReference(password) || isPlaceholder(password))) return 'reject';
  if (/[${}<>]|^%\w*[%sd]|^:|^\[|^(?:\.\.\.|\*+)$/.test(password) || /^[A-Z]+(?:_[A-Z]+)*$/.test(password))
    return 'reject';
  if (isPlaceholder(password) && !isWeakCredential(password)) return 'reject';
  const near =
    /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host\.docker|example\.|[a-z]*\.example\b|host(?:name)?(?:[:/]|$)|your|db$|mongo$|postgres$|redis$|mysql$)/i.test(
      host ?? '',
    );
  if (isWeakCredential(password) || password === user || near || /\bexample\.(?:com|org|net)/.test(host ?? ''))
    return 'low';
  return looksRandom(password) || /\d/.test(password) ? 'high' : 'medium';
}

/**
 * GitHub and npm tokens end with a checksum: CRC-32 of the 30 characters before, in base 62 with six digits. A token that
 * fails it was made up or belongs to a later layout, so it is medium, never silent.
 */
export function checksumVerdict({ value }: RuleMatch): SecretVerdict {
  const body = value.slice(value.indexOf('_') + 1);
  if (/x{6,}|example|your/i.test(value) || shannonEntropy(body) < 2.5 || isPatterned(body)) return 'reject';
  if (body.length !== 36) return 'high';
  return base62(crc32(body.slice(0, 30))) === body.slice(30) ? 'high' : 'medium';
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export function base62(value: number): string {
  let rest = value >>> 0;
  let digits = '';
  for (let place = 0; place < 6; place++) {
    digits = `${BASE62[rest % 62] ?? ''}${digits}`;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/** Decodes base 64 or base64url of at most 4 kB; empty when it is none. */
export function decodeBase64(value: string): string {
  return Buffer.from(value.slice(0, 4096), 'base64').toString('latin1');
}
