import { characterClasses, isPatterned, looksRandom, wordShare } from './entropy.ts';
import { readName, type NameMeaning } from './names.ts';
import { isIdentifier, isPlaceholder, isReference, isSetting, isWeakCredential } from './placeholders.ts';
import type { SecretConfidence } from './secret-rule.ts';

export interface AssignmentVerdict {
  readonly kind: string;
  readonly title: string;
  readonly confidence: SecretConfidence;
}

/**
 * The generic rule: a name that promises a credential, holding a literal that can be one. A password may be any word; a token, key or
 * secret is random, unless it signs something, where a human phrase (`JWT_SECRET: our-little-phrase`) is the secret too.
 */
export function judgeAssignment(name: string, value: string, quoted: boolean): AssignmentVerdict | undefined {
  const meaning = readName(name);
  if (!meaning || isReference(value) || isSetting(value)) return weakNumber(meaning, value);
  const human =
    meaning.strength === 'certain' &&
    (meaning.promises === 'password' || meaning.promises === 'secret' || (meaning.promises === 'key' && meaning.signs));
  if (human && quoted && isWeakCredential(value) && value !== name) return PLACEHOLDER_CREDENTIAL;
  if (isPlaceholder(value) || value.toLowerCase() === name.toLowerCase().replace(/^-+/, '')) return undefined;
  if (/\s/.test(value)) return judgePhrase(meaning, value, quoted);
  const confidence =
    meaning.promises === 'password' ? judgePassword(meaning, value, quoted) : judgeToken(meaning, value, quoted, human);
  return confidence && { kind: KINDS[meaning.promises].kind, title: KINDS[meaning.promises].title, confidence };
}

const KINDS = {
  password: { kind: 'password-assignment', title: 'Password' },
  secret: { kind: 'secret-assignment', title: 'Secret' },
  token: { kind: 'token-assignment', title: 'Token' },
  key: { kind: 'key-assignment', title: 'Secret key' },
  credential: { kind: 'credential-assignment', title: 'Credential' },
} as const;

/**
 * `changeme` and its like are no placeholders: a stack that is deployed as it stands has that password. They are low, and of a kind of
 * their own, because most of them belong to quick starts.
 */
const PLACEHOLDER_CREDENTIAL = {
  kind: 'placeholder-credential',
  title: 'Default or guessable credential',
  confidence: 'low',
} as const;

function judgePassword(meaning: NameMeaning, value: string, quoted: boolean): SecretConfidence | undefined {
  if (meaning.strength === 'mention') return looksRandom(value) && value.length >= 16 ? 'medium' : undefined;
  if (value.length < 4 || value.length > 256) return undefined;
  const digits = /\d/.test(value);
  const marks = /[^\w.:/@#-]/.test(value);
  if (looksRandom(value) && digits && characterClasses(value) >= 2) return 'high';
  // `db-password-2` is the name of a parameter; `Winter-19-Berlin` is a password.
  if (isIdentifier(value) && (!digits || /pass|secret|pwd|param|key|token/i.test(value))) return undefined;
  if (!quoted)
    return digits && characterClasses(value) >= 2 && wordShare(value) < 0.8 && value.length >= 6 ? 'medium' : undefined;
  if (digits || marks) return characterClasses(value) >= 2 ? 'medium' : 'low';
  return /^[a-z]{4,}$/i.test(value) &&
    !/^[a-z]*(?:password|passwd|secret|token|key|param|parameter)[a-z]*$/i.test(value)
    ? 'low'
    : undefined;
}

function judgeToken(
  meaning: NameMeaning,
  value: string,
  quoted: boolean,
  human: boolean,
): SecretConfidence | undefined {
  if (value.length < 8) return undefined;
  // Tokens and keys travel in headers and URLs: brackets and quotes mean code, a pattern or a query.
  if (meaning.promises !== 'secret' && /[()[\]{}<>"'`\\,;]/.test(value)) return undefined;
  if (looksRandom(value) && /\d|[^\w]/.test(value) && (quoted || /\d/.test(value))) {
    if (meaning.strength === 'mention')
      return value.length >= 20 && characterClasses(value) >= 2 && /\d/.test(value) ? 'medium' : undefined;
    return value.length >= 16 ? 'high' : 'medium';
  }
  if (meaning.strength === 'mention' || !quoted || isIdentifier(value))
    return human && meaning.signs && quoted && phrase(value) ? 'low' : undefined;
  if (looksRandom(value))
    return value.length >= 20 ? 'medium' : value.length >= 12 && wordShare(value) < 0.3 ? 'low' : undefined;
  if (isPatterned(value)) return human && meaning.signs ? 'low' : undefined;
  const digits = value.match(/\d/g)?.length ?? 0;
  if (human && meaning.signs) return 'low';
  return digits >= 3 && wordShare(value) < 0.75 ? 'low' : undefined;
}

/** `our-little-phrase`, `ordersShipAtNoon42`: words with a number or joined, that speak of no parameter or path. */
function phrase(value: string): boolean {
  return (
    (/^[a-z\d]+(?:[-_][a-z\d]+){2,}$/.test(value) || /^[A-Za-z]+\d+$/.test(value)) &&
    !/\b(?:name|arn|id|param|parameter|path|dev|prod|stage)\b/.test(value.replaceAll('_', '-'))
  );
}

/** Words with spaces are a passphrase only under a name that asks for one; elsewhere they are prose. */
function judgePhrase(meaning: NameMeaning, value: string, quoted: boolean): AssignmentVerdict | undefined {
  if (!quoted || meaning.strength === 'mention' || value.length > 120 || /[\n:<>{}]/.test(value)) return undefined;
  if (
    meaning.promises === 'token' ||
    meaning.promises === 'credential' ||
    !(meaning.signs || meaning.promises === 'password')
  )
    return undefined;
  if (/[.?!,]\s|[.?!]$|\b(?:password|secret|token|key|is|the|must|should|please|for|of|to|not|cannot)\b/i.test(value))
    return undefined;
  return { kind: KINDS[meaning.promises].kind, title: KINDS[meaning.promises].title, confidence: 'low' };
}

/** Numbers are settings, except `123456` and longer where a password is asked for. */
function weakNumber(meaning: NameMeaning | undefined, value: string): AssignmentVerdict | undefined {
  return meaning?.promises === 'password' && meaning.strength === 'certain' && /^\d{6,20}$/.test(value)
    ? PLACEHOLDER_CREDENTIAL
    : undefined;
}
