import type { UnsafeKind } from '../../facts/function-facts.ts';
import type { CodeLanguage } from '../../ir/module.ts';
import type { CalleeName, Requirement } from '../../specs/spec.ts';

/** A call that is wrong whatever data it is given. */
export interface UnsafeCallRow {
  readonly kind: UnsafeKind;
  readonly language: CodeLanguage;
  readonly callees: readonly CalleeName[];
  /** All must hold for sure. */
  readonly when: readonly Requirement[];
  /** What is wrong, after the name of the call: `accepts any certificate`. */
  readonly says: string;
  /** Only in functions that a gateway asks whether to let somebody in. */
  readonly inAuthorizer?: true;
}

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request'];
const anyCertificate = 'accepts any certificate';
/** Options of `https`, `tls` and what takes the same: https://nodejs.org/api/tls.html#tlsconnectoptions-callback */
const offAt = (index: number, member: string): readonly Requirement[] => [
  { argument: { index, member }, is: { equals: false } },
];
const named = (name: string, is: Requirement['is']): readonly Requirement[] => [{ argument: { name }, is }];

export const unsafeCallRows: readonly UnsafeCallRow[] = [
  ...[0, 1].map((index): UnsafeCallRow => ({
    kind: 'tls-verification-off',
    language: 'javascript',
    callees: [
      'https#Agent',
      'https#request',
      'https#get',
      'tls#connect',
      'tls#TLSSocket',
      'https-proxy-agent#HttpsProxyAgent',
    ],
    when: offAt(index, 'rejectUnauthorized'),
    says: anyCertificate,
  })),
  {
    kind: 'tls-verification-off',
    language: 'javascript',
    callees: ['undici#Agent', 'undici#Pool', 'undici#Client', 'undici#ProxyAgent'],
    when: offAt(0, 'connect.rejectUnauthorized'),
    says: anyCertificate,
  },
  {
    kind: 'tls-verification-off',
    language: 'javascript',
    callees: [
      'pg#Client',
      'pg#Pool',
      'mysql2#createConnection',
      'mysql2#createPool',
      'mysql#createConnection',
      'mysql#createPool',
    ],
    when: offAt(0, 'ssl.rejectUnauthorized'),
    says: anyCertificate,
  },
  ...[
    ['nodemailer#createTransport', 'tls.rejectUnauthorized'],
    ['ioredis#', 'tls.rejectUnauthorized'],
    ['ioredis#Redis', 'tls.rejectUnauthorized'],
    ['redis#createClient', 'socket.rejectUnauthorized'],
    ['ldapjs#createClient', 'tlsOptions.rejectUnauthorized'],
    ['knex#', 'connection.ssl.rejectUnauthorized'],
    ['knex#knex', 'connection.ssl.rejectUnauthorized'],
    ['typeorm#DataSource', 'ssl.rejectUnauthorized'],
    ['typeorm#createConnection', 'ssl.rejectUnauthorized'],
    ['sequelize#Sequelize', 'dialectOptions.ssl.rejectUnauthorized'],
    ['@elastic/elasticsearch#Client', 'tls.rejectUnauthorized'],
    ['@opensearch-project/opensearch#Client', 'ssl.rejectUnauthorized'],
    ['kafkajs#Kafka', 'ssl.rejectUnauthorized'],
    ['@aws-sdk/node-http-handler#NodeHttpHandler', 'httpsAgent.rejectUnauthorized'],
  ].map(([callee, member]): UnsafeCallRow => ({
    kind: 'tls-verification-off',
    language: 'javascript',
    callees: [callee ?? ''],
    when: offAt(0, member ?? ''),
    says: anyCertificate,
  })),
  ...[1, 2, 3].map((index): UnsafeCallRow => ({
    kind: 'tls-verification-off',
    language: 'javascript',
    callees: ['sequelize#Sequelize'],
    when: offAt(index, 'dialectOptions.ssl.rejectUnauthorized'),
    says: anyCertificate,
  })),
  // https://www.mongodb.com/docs/manual/reference/connection-string-options/#tls-options
  ...['tlsAllowInvalidCertificates', 'tlsInsecure'].map((member): UnsafeCallRow => ({
    kind: 'tls-verification-off',
    language: 'javascript',
    callees: ['mongodb#MongoClient', 'mongodb#MongoClient.connect', 'mongoose#connect', 'mongoose#createConnection'],
    when: [{ argument: { index: 1, member }, is: { equals: true } }],
    says: anyCertificate,
  })),
  {
    kind: 'tls-verification-off',
    language: 'javascript',
    callees: ['request#', 'request#get', 'request#post', 'request-promise#', 'needle#'],
    when: offAt(0, 'strictSSL'),
    says: anyCertificate,
  },
  {
    kind: 'tls-verification-off',
    language: 'python',
    callees: [
      ...verbs.flatMap((verb) => [
        `requests#${verb}`,
        `requests#Session().${verb}`,
        `requests#session().${verb}`,
        `httpx#${verb}`,
      ]),
      'httpx#Client',
      'httpx#AsyncClient',
      'boto3#client',
      'boto3#resource',
    ],
    when: named('verify', { equals: false }),
    says: anyCertificate,
  },
  {
    kind: 'tls-verification-off',
    language: 'python',
    callees: ['ssl#_create_unverified_context', 'ssl#_create_stdlib_context'],
    when: [],
    says: 'makes connections that accept any certificate',
  },
  {
    kind: 'tls-verification-off',
    language: 'python',
    callees: ['urllib3#PoolManager', 'urllib3#HTTPSConnectionPool'],
    when: named('cert_reqs', { equals: 'CERT_NONE' }),
    says: anyCertificate,
  },
  {
    kind: 'tls-verification-off',
    language: 'python',
    callees: ['aiohttp#TCPConnector'],
    when: named('ssl', { equals: false }),
    says: anyCertificate,
  },
  {
    kind: 'tls-verification-off',
    language: 'python',
    callees: ['aiohttp#TCPConnector'],
    when: named('verify_ssl', { equals: false }),
    says: anyCertificate,
  },
  ...['tlsAllowInvalidCertificates', 'tlsInsecure'].map((name): UnsafeCallRow => ({
    kind: 'tls-verification-off',
    language: 'python',
    callees: ['pymongo#MongoClient', 'motor.motor_asyncio#AsyncIOMotorClient'],
    when: named(name, { equals: true }),
    says: anyCertificate,
  })),
  {
    kind: 'tls-verification-off',
    language: 'python',
    callees: ['elasticsearch#Elasticsearch', 'opensearchpy#OpenSearch'],
    when: named('verify_certs', { equals: false }),
    says: anyCertificate,
  },
  {
    kind: 'tls-verification-off',
    language: 'python',
    callees: ['httplib2#Http'],
    when: named('disable_ssl_certificate_validation', { equals: true }),
    says: anyCertificate,
  },
  // RFC 8725, section 3.8 and 3.9: issuer and audience; https://github.com/auth0/node-jsonwebtoken#jwtverifytoken-secretorpublickey-options-callback
  {
    kind: 'authorizer-without-expiry',
    language: 'javascript',
    callees: ['jsonwebtoken#verify'],
    when: [{ argument: { index: 2, member: 'ignoreExpiration' }, is: { equals: true } }],
    says: 'accepts expired tokens',
    inAuthorizer: true,
  },
  {
    kind: 'authorizer-without-expiry',
    language: 'python',
    callees: ['jwt#decode', 'jose/jwt#decode', 'jose#jwt.decode'],
    when: [{ argument: { name: 'options', member: 'verify_exp' }, is: { equals: false } }],
    says: 'accepts expired tokens',
    inAuthorizer: true,
  },
  {
    kind: 'authorizer-without-audience',
    language: 'javascript',
    callees: ['jsonwebtoken#verify'],
    when: [
      { argument: { index: 2, member: 'audience' }, is: 'not-given' },
      { argument: { index: 2, member: 'issuer' }, is: 'not-given' },
    ],
    says: 'asks for no audience and no issuer',
    inAuthorizer: true,
  },
  {
    kind: 'authorizer-without-audience',
    language: 'python',
    callees: ['jwt#decode', 'jose/jwt#decode', 'jose#jwt.decode'],
    when: [
      { argument: { name: 'audience' }, is: 'not-given' },
      { argument: { name: 'issuer' }, is: 'not-given' },
      { argument: { index: 1, name: 'key' }, is: 'given' },
    ],
    says: 'asks for no audience and no issuer',
    inAuthorizer: true,
  },
];

/** Calls that read a token without looking at its signature, and those that look at it. */
export const tokenReaders: Readonly<
  Record<CodeLanguage, { readonly decode: ReadonlySet<string>; readonly verify: ReadonlySet<string> }>
> = {
  javascript: {
    decode: new Set([
      'jsonwebtoken#decode',
      'jwt-decode#',
      'jwt-decode#jwtDecode',
      'jwt-decode#jwt_decode',
      'jose#decodeJwt',
    ]),
    verify: new Set([
      'jsonwebtoken#verify',
      'jose#jwtVerify',
      'aws-jwt-verify#CognitoJwtVerifier.create().verify',
      'aws-jwt-verify#JwtRsaVerifier.create().verify',
      'aws-jwt-verify#JwtVerifier.create().verify',
      'express-jwt#expressjwt',
      'express-jwt#',
      'passport#authenticate',
      'njwt#verify',
    ]),
  },
  python: {
    decode: new Set(['jwt#get_unverified_claims', 'jose#jwt.get_unverified_claims', 'jose/jwt#get_unverified_claims']),
    verify: new Set([
      'jwt#decode',
      'jose#jwt.decode',
      'jose/jwt#decode',
      'google.oauth2.id_token#verify_oauth2_token',
      'authlib.jose#jwt.decode',
    ]),
  },
};

/** Hashes that are made to be fast: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
export const fastHashes: Readonly<Record<CodeLanguage, ReadonlySet<string>>> = {
  javascript: new Set([
    'crypto#createHash().update',
    'md5#',
    'sha1#',
    'crypto-js#MD5',
    'crypto-js#SHA1',
    'crypto-js#SHA256',
  ]),
  python: new Set(['hashlib#md5', 'hashlib#sha1', 'hashlib#sha224', 'hashlib#sha256', 'hashlib#sha512']),
};
