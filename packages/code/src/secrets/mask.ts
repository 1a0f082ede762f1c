import { createHash } from 'node:crypto';

/**
 * The salt of every secret fingerprint. It is public and fixed, so that the same secret found twice (in a template and in
 * code, today and next month, on two machines) has one fingerprint, and ours equals no table of plain hashes. It does not
 * protect a guessable password from somebody who tries guesses: treat fingerprints of weak passwords as hints.
 */
const FINGERPRINT_SALT = 'leastwise.secret/1';

/**
 * The form in which a secret may be shown: at most its first four and last two characters, and only when what stays hidden
 * is far more than what is shown. Short values (most passwords) show nothing.
 */
export function maskSecret(value: string): string {
  const units = value.length;
  if (units >= 20) return `${printable(value.slice(0, 4))}…${printable(value.slice(-2))}`;
  if (units >= 16) return `${printable(value.slice(0, 2))}…`;
  return '…';
}

/** The first 16 hex digits of SHA-256 over salt, kind and value: equal for the same secret of the same kind. */
export function secretFingerprint(kind: string, value: string): string {
  return createHash('sha256')
    .update(`${FINGERPRINT_SALT}\0${kind}\0`)
    .update(Buffer.from(value, 'utf16le'))
    .digest('hex')
    .slice(0, 16);
}

/** Replaces what would break a terminal line or is half a character. */
function printable(part: string): string {
  return part.replace(/[^\x21-\x7e]/g, '.');
}
