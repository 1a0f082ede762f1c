import { readsLikeWord, wordShare } from './entropy.ts';

/**
 * The value is decided elsewhere or points at the secret: template functions, dynamic references, ARNs, paths, URLs, code
 * expressions, ciphertext. None of these is a secret.
 */
export function isReference(value: string): boolean {
  if (value.length < 2) return true;
  return REFERENCES.some((pattern) => pattern.test(value)) || isUrl(value) || isPath(value) || isExpression(value);
}

/** Left for somebody to fill in (`<your-key>`, `REPLACE_ME`, `xxx`): nobody can use it. */
export function isPlaceholder(value: string): boolean {
  return BLANKS.some((pattern) => pattern.test(value)) || new Set(value.toLowerCase().replace(/[-_. ]/g, '')).size <= 2;
}

/**
 * A usable but guessable credential (`changeme`, `admin123`, `postgres`): whoever deploys the default has this password. Reported
 * as `placeholder-credential`, low.
 */
export function isWeakCredential(value: string): boolean {
  // `THE_PASSWORD` and `DbPassword` name a variable or a resource.
  if (
    /^[A-Z]+(?:_[A-Z]+)+$/.test(value) ||
    (/^[A-Za-z]*[a-z][A-Z][A-Za-z]*$/.test(value) && !/^(?:my|super|change|default|some)/i.test(value))
  )
    return false;
  return COMMON_PASSWORDS.has(value.toLowerCase().replace(/ /g, '')) || WEAK.test(value);
}

/** A word of a fixed vocabulary, a setting, a type, a date, an address: never a secret, whatever the name says. */
export function isSetting(value: string): boolean {
  return SETTINGS.has(value.toLowerCase()) || SETTING_SHAPES.some((pattern) => pattern.test(value));
}

/** The name of a thing: `DbPassword`, `db-password`, `DB_PASSWORD`, `x-api-key`, `userPassword`: words about credentials, joined. */
export function isIdentifier(value: string): boolean {
  if (!/^[A-Za-z_@#.][\w.:@#/-]*$/.test(value)) return false;
  const joined = /[a-z][A-Z]|[-_./:]/.test(value) || /^[A-Z][a-z]+$/.test(value);
  return joined && wordShare(value) >= 0.75 && (value.match(/\d/g)?.length ?? 0) <= 2;
}

function isUrl(value: string): boolean {
  return /^[a-z][a-z\d+.-]{1,20}:\/\//i.test(value) && !/^[a-z][a-z\d+.-]{1,20}:\/\/[^\s/@]*:[^\s/@]+@/i.test(value);
}

function isPath(value: string): boolean {
  if (/^(?:\.{1,2}\/|~\/|[A-Za-z]:\\)/.test(value)) return true;
  if (
    /\.(?:pem|key|pub|crt|cer|p12|pfx|jks|json|ya?ml|txt|env|jsx?|tsx?|py|html?|xml|zip|gz|sh|conf|ini|pdf|png|jpe?g|gif|svg|csv|md|mp[34]|wav|log|parquet|tf)$/i.test(
      value,
    )
  )
    return true;
  if (!value.includes('/') || /[+=]/.test(value)) return false;
  const parts = value.split('/').filter((part) => part !== '');
  return parts.length >= 1 && parts.every((part) => /^[\w.*@-]+$/.test(part) && partIsWordy(part));
}

function partIsWordy(part: string): boolean {
  return part.length <= 3 || wordShare(part) >= 0.6 || readsLikeWord(part.toLowerCase());
}

/** Code that stands where a literal could: a call, an index, a member of an object. */
function isExpression(value: string): boolean {
  return (
    /^[\w$.\]['"-]+\(.*\)?[;,]?$/s.test(value) ||
    /^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)+$/.test(value) ||
    /^[A-Za-z_$][\w$.]*\[.+\]$/s.test(value)
  );
}

const REFERENCES: readonly RegExp[] = [
  /[$#%@]\{/,
  /\{\{|\}\}/,
  /^\$\(/,
  /^\$[A-Za-z_]\w*$/,
  /^\$\$?[.[]/,
  /^%\w+%$/,
  /^%\(?\w*\)?[sdr]$/,
  /^<%.*%>$/s,
  /^!\w/,
  /^Ref:/,
  /^States\./,
  /^AWS::/,
  /^arn:/,
  /^(?:self|opt|env|ssm|cf|s3|file|sls|param|custom|secretsmanager|kms|vault|op|sops|secret|sm|projects|keyvault|@Microsoft\.KeyVault)[:(]/i,
  /^projects\/[^/]+\/secrets\//,
  /^ENC[[(]/,
  /^(?:process\.env|os\.environ|os\.getenv|System\.getenv|import\.meta|config|secrets|var|local|data|module|aws_\w+|random_\w+|event|context|stageVariables|self|this|req|request|res|response|params|input|args|options|props|state|user)\b[.[(]/,
  // Ciphertext of AWS KMS: the first bytes of every blob are fixed (01 02 02 00 or 01 01 02 00).
  /^AQ[IE]CA[HQ]/,
  // HashiCorp Vault transit and Ansible Vault ciphertext.
  /^vault:v\d+:/,
  /^\$ANSIBLE_VAULT/,
];

const BLANKS: readonly RegExp[] = [
  /^[<[({].*[>\])}]$/s,
  /^(?:\*+|\.+|-+|_+|x+|X+|#+|0+|\?+|…+|•+)$/,
  /\*{3,}|\.{3,}|x{4,}|X{3,}|…|•/,
  /^[<[].*[>\]]/,
  /<[A-Za-z][\w -]*>/,
  /(?:^|[^a-z])your(?:[^a-z]|$)/i,
  /(?:^|[-_ ])your[A-Z-_ ]?|^your|YOUR|Your[A-Z]/,
  /replace|placeholder|example|sample|dummy|fake|redacted|masked|hidden|fixme|to-?do|\btbd\b|fill.?(?:me|in)|insert|put.?(?:your|the|it|in)|goes.?here|enter.?(?:your|the|a)|set.?(?:me|this)|paste|specify|supply|not.?(?:set|used|needed|required|real|a)|unused|unset|provided|obtain|generated/i,
  /(?:^|[-_ .])here$/i,
  /^__.*__$/,
  /^@@?[\w.]+@@?$/,
  /^(?:null|none|nil|undefined|n\/?a|empty|blank|void|false|true|yes|no|on|off|nan|unknown|missing|any|string|str|text|value|val|foo|bar|baz|foobar|foo-?bar|qux|abc|abcd|abcdef|asdf|lorem|ipsum)$/i,
  /^(?:some|the|a|an|any|mock|stub|fake|test|valid|invalid|wrong|bad|good|correct|incorrect|expired|bogus|unit-?test|nonexistent|error|new|old|another|other)(?:[-_ ]?(?:auth|access|api|secret|token|key|password|pass|passphrase|value|jwt|credentials?|user|client|test|refresh|id|bearer|session|string|name|db|app|webhook|shared|random|long|unique)){0,5}[-_ ]?\d{0,3}$/i,
  /^(?:00000000-0000-0000-0000-000000000000)$/,
];

/** Default and dictionary passwords seen in quick starts; whole value, any case. */
const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  (
    'password passw0rd p@ssw0rd p@ssword pass passwd pwd secret admin administrator root toor changeme change-me change_me changeit changethis change-this change_this changeme! letmein welcome welcome1 qwerty ' +
    'qwerty123 abc123 iloveyou monkey dragon master guest user test test123 testing tester testtest default postgres postgresql mysql mariadb mongo mongodb redis rabbitmq guest oracle sa elastic kibana grafana ' +
    'minio minioadmin jenkins tomcat vagrant docker ubuntu raspberry hunter2 hunter 1234 12345 123456 1234567 12345678 123456789 1234567890 111111 000000 123123 654321 keyboardcat ' +
    'shhh shhhh shhhhh shhhhhhared-secret supersecret super-secret super_secret topsecret top-secret top_secret verysecret mysecret my-secret my_secret secretkey secret-key secret_key mysecretkey ' +
    'dev development local localdev demo temp temp123 temporary sekret s3cr3t s3cret passpass pass123 pass1234 pass@123 admin@123 password1! password123! welcome123 welcome@123 cloud cloud9'
  ).split(' '),
);

const WEAK =
  /^(?:(?:my|secret|some|hello|super|very|top|the|default|admin|root|test|user|db|dev|demo|local|master|initial|temp|temporary|some|strong|secure|change|really|long|app|jwt|session|cookie|api|auth|client|shared|aws)[-_ ]?){0,4}(?:secret|password|passw[o0]rd|passwd|pass|pwd|passphrase|pw|token|admin|root|test|key|me|this|cat)[-_ @#!]?\d{0,4}[!@#$.*]{0,3}$/i; // prettier-ignore

const SETTINGS: ReadonlySet<string> = new Set(
  (
    'aws_iam amazon_cognito_user_pools cognito cognito_user_pools openid_connect openid api_key aws_lambda custom jwt request token noecho securestring stringlist plaintext basic bearer digest oauth oauth2 saml ' +
    'aes256 aes-256 aes-256-gcm aes-256-cbc aes-128-cbc aws:kms sha256 sha512 sha1 md5 hs256 hs384 hs512 rs256 rs384 rs512 es256 es384 es512 ps256 none required optional enabled disabled ' +
    'enable disable allow deny always never auto authorization x-api-key authorizationtoken access_token refresh_token id_token client_credentials authorization_code hash range string number boolean object array ' +
    'integer binary user_password_auth user_srp_auth admin_no_srp_auth refresh_token_auth function buffer bytes symbol generic service latest awscurrent awsprevious awspending password_verifier userpassword'
  ).split(' '),
);

const SETTING_SHAPES: readonly RegExp[] = [
  /^(?:us|eu|ap|sa|ca|me|af|il|mx|cn|us-gov)-[a-z]+-\d[a-z]?$/,
  /^-?\d+(?:\.\d+)?(?:ms|s|m|h|d|w|y|px|%|kb|mb|gb)?$/i,
  /^P(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$/,
  /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/,
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
  /^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?$/,
  /^(?:[a-z\d](?:[a-z\d-]{0,62})\.)+(?:com|net|org|io|dev|app|cloud|local|internal|aws|co|ai|us|uk|eu|de)(?:[:/].*)?$/i,
  /^[a-z]+\/[\w.+-]+(?:;.*)?$/,
  /^(?:rate|cron)\(/,
  /^[A-Za-z]+(?:::[A-Za-z]+)+$/,
  /^[\w-]+:(?:[A-Z][a-z]+)+$/,
];
