import type { RuleMatch, SecretRule, SecretVerdict } from '../secret-rule.ts';
import { isPlaceholder, isReference } from '../placeholders.ts';
import { decodeBase64, ifRandom, passwordVerdict } from './verdicts.ts';

/** Passwords inside URLs and authorization headers. */
export const urlRules: readonly SecretRule[] = [
  databaseUrl(
    'postgres-url-password',
    'Password in a PostgreSQL URL',
    ['postgres', 'cockroachdb', 'redshift'],
    'postgres(?:ql)?|cockroachdb|redshift',
    'https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS',
  ),
  databaseUrl(
    'mysql-url-password',
    'Password in a MySQL URL',
    ['mysql', 'mariadb'],
    'mysqlx?|mariadb',
    'https://dev.mysql.com/doc/refman/8.4/en/connecting-using-uri-or-key-value-pairs.html',
  ),
  databaseUrl(
    'mongodb-url-password',
    'Password in a MongoDB URL',
    ['mongodb'],
    'mongodb(?:\\+srv)?',
    'https://www.mongodb.com/docs/manual/reference/connection-string/',
  ),
  databaseUrl(
    'redis-url-password',
    'Password in a Redis URL',
    ['redis', 'valkey'],
    'rediss?|valkeys?',
    'https://www.iana.org/assignments/uri-schemes/prov/redis',
  ),
  databaseUrl(
    'amqp-url-password',
    'Password in an AMQP URL',
    ['amqp'],
    'amqps?',
    'https://www.rabbitmq.com/docs/uri-spec',
  ),
  databaseUrl(
    'url-password',
    'Password in a URL',
    ['://'],
    '(?!postgres|cockroachdb|redshift|mysql|mariadb|mongodb|redis|valkey|amqp)[a-z][a-z\\d.-]{1,14}(?:\\+[a-z\\d]{1,12})?',
    'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  ),
  {
    id: 'basic-authorization',
    title: 'HTTP basic authorization',
    keywords: ['basic '],
    pattern: /(?<![A-Za-z])Basic (?<secret>[A-Za-z0-9+/]{8,400}={0,2})(?![A-Za-z0-9+/=])/g,
    confidence: 'high',
    validate: basicVerdict,
    source: 'https://www.rfc-editor.org/rfc/rfc7617',
    positive: { parts: ['Authorization: Ba', 'sic ', 'b3JkZXJzOnE4WnIza1BtVzF0WQ=='] },
    negative: { parts: ['Ba', 'sic ', 'authentication is required'] },
  },
  {
    id: 'bearer-authorization',
    title: 'HTTP bearer token',
    keywords: ['bearer '],
    pattern: /(?<![A-Za-z])Bearer (?<secret>[A-Za-z0-9._~+/-]{20,1000}={0,2})(?![A-Za-z0-9._~+/=-])/gi,
    reach: 1100,
    confidence: 'high',
    validate: (match): SecretVerdict =>
      isReference(match.value) || isPlaceholder(match.value) ? 'reject' : ifRandom('high')(match),
    source: 'https://www.rfc-editor.org/rfc/rfc6750#section-2.1',
    positive: { parts: ['Authorization: Bea', 'rer ', 'q8Zr3kPmW1tYx7LcN5vBd0Hs'] },
    negative: { parts: ['Bea', 'rer ', 'authentication-is-required-here'] },
  },
];

/**
 * One rule for each scheme, so that the kind says what is open. User names and passwords hold no blank, quote or angle bracket; a
 * password may hold `@`, `:` and `/` as people write them, and ends at the last `@` before the host.
 */
function databaseUrl(
  id: string,
  title: string,
  keywords: readonly string[],
  scheme: string,
  source: string,
): SecretRule {
  const first =
    id.split('-')[0] === 'url'
      ? 'ftp'
      : (
          { postgres: 'postgres', mysql: 'mysql', mongodb: 'mongodb', redis: 'redis', amqp: 'amqp' } as Record<
            string,
            string
          >
        )[id.split('-')[0] ?? ''];
  return {
    id,
    title,
    keywords,
    pattern: new RegExp(
      `(?<![A-Za-z\\d+.-])(?:jdbc:)?(?:${scheme})(?:\\+[a-z\\d]{1,20})?:\\/\\/(?<user>[^\\s:@/"'\`<>]{0,128}):(?<secret>(?:[^\\s@/"'\`<>?#]|@(?=[^\\s/"'\`<>]{1,128}@)){1,256})@(?<host>[^\\s/"'\`<>?]{1,128})`,
      'gi',
    ),
    confidence: 'high',
    validate: urlVerdict,
    source,
    positive: { parts: [first ?? '', '://', 'orders:', 'q8Zr3kPmW1tY', '@db.orders.internal/main'] },
    negative: { parts: [first ?? '', '://', 'orders:', '${PASSWORD}', '@db.orders.internal/main'] },
  };
}

function urlVerdict({ groups, value }: RuleMatch): SecretVerdict {
  return passwordVerdict(groups['user'], value, groups['host']);
}

function basicVerdict({ value }: RuleMatch): SecretVerdict {
  const decoded = decodeBase64(value);
  const colon = decoded.indexOf(':');
  if (colon < 0 || !/^[\x20-\x7e]+$/.test(decoded)) return 'reject';
  // The pair of RFC 7617 (Aladdin) and of many manuals (username:password) is an example.
  if (decoded.startsWith('Aladdin:') || /^(?:user(?:name)?|test|foo):(?:pass(?:word)?|test|bar)$/i.test(decoded))
    return 'example';
  const password = decoded.slice(colon + 1);
  return password === '' ? 'medium' : passwordVerdict(decoded.slice(0, colon), password, undefined);
}
