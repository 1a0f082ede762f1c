import type { SecretRule, SecretVerdict } from '../secret-rule.ts';
import { looksRandom } from '../entropy.ts';
import { ifRandom, unlessMadeUp } from './verdicts.ts';

/** Credentials of cloud providers. */
export const cloudRules: readonly SecretRule[] = [
  {
    id: 'aws-access-key-id',
    title: 'AWS access key id',
    keywords: ['akia', 'asia'],
    pattern: /(?<![A-Za-z0-9/+])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9/+])/g,
    confidence: 'high',
    // The documentation's keys end with EXAMPLE; the letters of real ones are base 32 (A-Z, 2-7).
    validate: ({ value }): SecretVerdict => {
      if (value.includes('EXAMPLE')) return 'example';
      const body = value.slice(4);
      if (new Set(body).size < 6 || /X{5,}|1234567|ABCDEFG/.test(body)) return 'reject';
      return /^[A-Z2-7]+$/.test(body) ? 'high' : 'low';
    },
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
    positive: { parts: ['AK', 'IA', 'QYLPMN5HHHFPZAM2'] },
    negative: { parts: ['AR', 'OA', 'QYLPMN5HHHFPZAM2'] },
  },
  {
    id: 'aws-secret-access-key',
    title: 'AWS secret access key',
    keywords: ['akia', 'asia'],
    // An access key id with its secret within reach, however they are labelled.
    pattern:
      /(?<![A-Za-z0-9/+])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9/+])[^A-Za-z0-9/+][\s\S]{0,80}?(?<![A-Za-z0-9/+=])(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/g,
    confidence: 'high',
    validate: awsSecret,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    positive: { parts: ['AK', 'IA', 'QYLPMN5HHHFPZAM2 ', 'q8Zr3kPmW1tYx7Lc/N', '5vBd0HsJf+9GuQe2AoKiTz'] },
    negative: { parts: ['a commit: ', '5b8f0c1d9e7a4b3c2d1e', '0f9a8b7c6d5e4f3a2b1c'] },
  },
  {
    id: 'aws-secret-access-key',
    title: 'AWS secret access key',
    keywords: ['secret', 'key'],
    names:
      /(?:^|_)(?:aws_secret(?:_access)?(?:_key)?|secret_access_key|secret_key|aws_key|aws_sk|access_secret|secret_access)(?:_|$)|aws.*secret/,
    pattern: /^[A-Za-z0-9/+]{40}$/g,
    confidence: 'high',
    validate: awsSecret,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    positive: { name: 'AWS_SECRET_ACCESS_KEY', parts: ['q8Zr3kPmW1tYx7Lc/N', '5vBd0HsJf+9GuQe2AoKiTz'] },
    negative: { name: 'AWS_SECRET_ACCESS_KEY', parts: ['{{resolve:secretsmanager:', 'orders:SecretString:key}}'] },
  },
  {
    id: 'aws-session-token',
    title: 'AWS session token',
    keywords: ['iqoj', 'fwog', 'fqog'],
    pattern: /(?<![A-Za-z0-9/+=])(?:IQoJ|FwoG|FQoG)[A-Za-z0-9/+]{96,4000}={0,2}/g,
    reach: 4200,
    confidence: 'high',
    validate: unlessMadeUp('high'),
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html',
    positive: { parts: ['IQ', 'oJb3JpZ2luX2VjE', 'Jr8kQz1Lp0Vn5Xy7'.repeat(8)] },
    negative: { parts: ['IQ', 'oJshort'] },
  },
  {
    id: 'aws-appsync-api-key',
    title: 'AWS AppSync API key',
    keywords: ['da2-'],
    pattern: /(?<![\w-])da2-[a-z0-9]{26}(?![\w-])/g,
    confidence: 'medium',
    validate: unlessMadeUp('medium'),
    source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    positive: { parts: ['da', '2-', 'k3v9q0zt7m1x5n8b2c6r4w', 'p0ja'] },
    negative: { parts: ['da2-', 'xxxxxxxxxxxxxxxxxxxxxxxxxx'] },
  },
  {
    id: 'gcp-api-key',
    title: 'Google API key',
    keywords: ['aiza'],
    pattern: /(?<![\w-])AIza[A-Za-z0-9_-]{35}(?![\w-])/g,
    confidence: 'medium',
    validate: unlessMadeUp('medium'),
    source: 'https://cloud.google.com/docs/authentication/api-keys',
    positive: { parts: ['AI', 'za', 'SyD3k9Lq7Zx1Wv5Tn8Rb2Mc6Yp0Hf4Jg-aE'] },
    negative: { parts: ['AI', 'za', 'Sy_short'] },
  },
  {
    id: 'gcp-service-account-key',
    title: 'Google Cloud service account key',
    keywords: ['service_account'],
    pattern:
      /\\*"private_key\\*"\s{0,10}:\s{0,10}\\*"(?<secret>-----BEGIN (?:RSA )?PRIVATE KEY-----[A-Za-z0-9+/=\\nr\s]{100,4096}-----END (?:RSA )?PRIVATE KEY-----)/g,
    reach: 6000,
    confidence: 'high',
    source: 'https://cloud.google.com/iam/docs/keys-create-delete',
    positive: {
      parts: [
        '{"type": "service_account", "private_key": "-----BEGIN PRI',
        'VATE KEY-----\\n',
        'MIIEvQIBADANBgkqhk'.repeat(8),
        '\\n-----END PRI',
        'VATE KEY-----\\n"}',
      ],
    },
    negative: { parts: ['{"type": "service_account", "private_key": "..."}'] },
  },
  {
    id: 'gcp-oauth-client-secret',
    title: 'Google OAuth client secret',
    keywords: ['gocspx-'],
    pattern: /(?<![\w-])GOCSPX-[A-Za-z0-9_-]{28}(?![\w-])/g,
    confidence: 'high',
    validate: unlessMadeUp('high'),
    source: 'https://developers.google.com/identity/protocols/oauth2/web-server',
    positive: { parts: ['GOC', 'SPX-', 'k3V9q0Zt7m1X5n8B2c6R4wP0jaHs'] },
    negative: { parts: ['GOC', 'SPX-', 'your-client-secret'] },
  },
  {
    id: 'gcp-access-token',
    title: 'Google OAuth access token',
    keywords: ['ya29.'],
    pattern: /(?<![\w.-])ya29\.[A-Za-z0-9_-]{40,1000}/g,
    reach: 1100,
    confidence: 'medium',
    validate: unlessMadeUp('medium'),
    source: 'https://cloud.google.com/docs/authentication/token-types',
    positive: { parts: ['ya', '29.', 'a0AfH6SMBk3V9q0Zt7m1X5n8B2c6R4wP0jaHsLq7Zx1W'] },
    negative: { parts: ['ya', '29.short'] },
  },
  {
    id: 'firebase-server-key',
    title: 'Firebase Cloud Messaging server key',
    keywords: [':apa91b'],
    pattern: /(?<![\w-])AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{100,160}/g,
    confidence: 'high',
    source: 'https://firebase.google.com/docs/cloud-messaging/auth-server',
    positive: { parts: ['AAAA', 'k3V9q0Z:', 'APA91b', 'Jr8kQz1Lp0Vn5Xy7'.repeat(8)] },
    negative: { parts: ['AAAA', 'k3V9q0Z:', 'APA91b'] },
  },
  {
    id: 'azure-storage-account-key',
    title: 'Azure Storage account key',
    keywords: ['accountkey='],
    pattern: /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/gi,
    confidence: 'high',
    // The key of the storage emulator is published and the same everywhere.
    validate: ({ value, around }): SecretVerdict =>
      value.startsWith('Eby8vdM02xNOcq') ? 'example' : unlessMadeUp('high')({ value, groups: {}, around }),
    source: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-configure-connection-string',
    positive: {
      parts: [
        'DefaultEndpointsProtocol=https;AccountName=orders;Account',
        'Key=',
        'q8Zr3kPmW1tYx7LcN5vBd0HsJf9GuQe2AoKiTz4E'.repeat(2),
        'Rb+/3k',
        '==',
      ],
    },
    negative: { parts: ['DefaultEndpointsProtocol=https;AccountName=orders;Account', 'Key=<key>'] },
  },
  {
    id: 'azure-shared-access-key',
    title: 'Azure shared access key',
    keywords: ['sharedaccesskey=', 'accesskey=', ';sharedsecret='],
    pattern:
      /(?:SharedAccessKey|AccessKey|SharedSecret)=(?<secret>[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==|[A-Za-z0-9+/]{76,80})(?![A-Za-z0-9+/=])/gi,
    confidence: 'high',
    validate: unlessMadeUp('high'),
    source: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
    positive: {
      parts: [
        'Endpoint=sb://orders.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccess',
        'Key=',
        'q8Zr3kPmW1tYx7LcN5vBd0HsJf9GuQe2AoKiTz4ERb3=',
      ],
    },
    negative: { parts: ['SharedAccessKeyName=send;SharedAccess', 'Key=...'] },
  },
  {
    id: 'azure-cosmos-key',
    title: 'Azure Cosmos DB or Storage key',
    keywords: ['key'],
    names: /(?:azure|cosmos|storage|account|documentdb|table|blob|queue).*key|auth_key/,
    pattern: /^[A-Za-z0-9+/]{86}==$/g,
    confidence: 'high',
    validate: ({ value, around }): SecretVerdict =>
      /^(?:Eby8vdM02xNOcq|C2y6yDjf5\/R\+ob0)/.test(value)
        ? 'example'
        : unlessMadeUp('high')({ value, groups: {}, around }),
    source: 'https://learn.microsoft.com/en-us/azure/cosmos-db/secure-access-to-data',
    positive: { name: 'COSMOS_KEY', parts: ['q8Zr3kPmW1tYx7LcN5vBd0HsJf9GuQe2AoKiTz4E'.repeat(2), 'Rb+/3k', '=='] },
    negative: { name: 'COSMOS_KEY', parts: ['<primary key>'] },
  },
  {
    id: 'azure-sas-signature',
    title: 'Azure shared access signature',
    keywords: ['sig='],
    pattern:
      /[?&](?:amp;)?(?:sv|se|sp|sr|st|spr|ss|srt|skn)=[^\s"'<>]{1,300}?[?&](?:amp;)?sig=(?<secret>[A-Za-z0-9%+/]{43,64}(?:=|%3D)?)/gi,
    confidence: 'high',
    validate: unlessMadeUp('high'),
    source: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview',
    positive: {
      parts: [
        'https://orders.blob.core.windows.net/exports?sv=2022-11-02&sp=r&s',
        'ig=',
        'q8Zr3kPmW1tYx7LcN5vBd0HsJf9GuQe2AoKiTz4ERb3%3D',
      ],
    },
    negative: { parts: ['https://orders.blob.core.windows.net/exports?sv=2022-11-02&s', 'ig=<signature>'] },
  },
  {
    id: 'azure-client-secret',
    title: 'Microsoft Entra client secret',
    keywords: ['q~'],
    pattern: /(?<![\w~.-])[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![\w~-])/g,
    confidence: 'high',
    validate: unlessMadeUp('high'),
    source: 'https://learn.microsoft.com/en-us/purview/sit-defn-azure-ad-client-secret',
    positive: { parts: ['k3V8', 'Q~', 'q0Zt7m1X5n8B2c6R4wP0jaHsLq7Zx1W.Y5'] },
    negative: { parts: ['k3V8', 'Q~', 'short'] },
  },
  {
    id: 'azure-function-key',
    title: 'Azure Functions key',
    keywords: ['azfu'],
    pattern: /(?<![\w-])[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw]==/g,
    confidence: 'high',
    source: 'https://learn.microsoft.com/en-us/purview/sit-defn-azure-function-master-api-key',
    positive: { parts: ['q8Zr3kPmW1tYx7LcN5vBd0HsJf9GuQe2AoKiTz4ERb3k', 'Az', 'Fu', 'k3V9qQ', '=='] },
    negative: { parts: ['q8Zr3kPmW1t', 'AzFu', 'k3V9qQ'] },
  },
  {
    id: 'digitalocean-token',
    title: 'DigitalOcean token',
    keywords: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
    pattern: /(?<!\w)do[opr]_v1_[a-f0-9]{64}(?!\w)/g,
    confidence: 'high',
    validate: unlessMadeUp('high'),
    source: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    positive: { parts: ['do', 'p_v1_', '5b8f0c1d9e7a4b3c2d1e6f9a8b7c6d5e'.repeat(2)] },
    negative: { parts: ['do', 'p_v1_', 'x'.repeat(64)] },
  },
  {
    id: 'heroku-api-key',
    title: 'Heroku API key',
    keywords: ['hrku-'],
    pattern: /(?<![\w-])HRKU-[A-Za-z0-9_-]{36,60}(?![\w-])/g,
    confidence: 'high',
    validate: unlessMadeUp('high'),
    source: 'https://devcenter.heroku.com/articles/authentication',
    positive: { parts: ['HR', 'KU-', '3f9c1a7e-52d8-4b60-9e14-c07d2b8a6f35'] },
    negative: { parts: ['HR', 'KU-', 'your-key'] },
  },
  {
    id: 'heroku-api-key',
    title: 'Heroku API key',
    keywords: ['key', 'token'],
    names: /heroku.*(?:key|token|oauth)/,
    pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/gi,
    confidence: 'high',
    validate: unlessMadeUp('high'),
    source: 'https://devcenter.heroku.com/articles/authentication',
    positive: { name: 'HEROKU_API_KEY', parts: ['3f9c1a7e-52d8-', '4b60-9e14-c07d2b8a6f35'] },
    negative: { name: 'HEROKU_API_KEY', parts: ['00000000-0000-', '0000-0000-000000000000'] },
  },
  {
    id: 'cloudflare-api-token',
    title: 'Cloudflare API token or key',
    keywords: ['key', 'token'],
    names: /(?:cloudflare|(?:^|_)cf_(?:api|global|auth)).*(?:key|token)/,
    pattern: /^(?:[A-Za-z0-9_-]{40}|[a-f0-9]{37})$/g,
    confidence: 'high',
    validate: ifRandom('high'),
    source: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/',
    positive: { name: 'CLOUDFLARE_API_TOKEN', parts: ['q8Zr3kPmW1tYx7LcN5vB', 'd0HsJf-9GuQe2AoKiTz4'] },
    negative: { name: 'CLOUDFLARE_API_TOKEN', parts: ['paste-your-token-here'] },
  },
  {
    id: 'fastly-api-token',
    title: 'Fastly API token',
    keywords: ['key', 'token'],
    names: /fastly.*(?:key|token)/,
    pattern: /^[A-Za-z0-9_-]{32}$/g,
    confidence: 'high',
    validate: ifRandom('high'),
    source: 'https://www.fastly.com/documentation/reference/api/auth-tokens/',
    positive: { name: 'FASTLY_API_TOKEN', parts: ['q8Zr3kPmW1tYx7Lc', 'N5vBd0HsJf-9GuQe'] },
    negative: { name: 'FASTLY_API_TOKEN', parts: ['token'] },
  },
];

function awsSecret({ value }: { readonly value: string }): SecretVerdict {
  if (/EXAMPLE/.test(value)) return 'example';
  // A git commit or a hash is 40 hex digits; a secret key of 40 base 64 characters all hex is impossible in practice.
  if (/^[0-9a-f]{40}$/i.test(value) || !looksRandom(value)) return 'reject';
  return 'high';
}
