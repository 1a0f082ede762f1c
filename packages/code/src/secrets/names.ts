/** What a name says about the value assigned to it. */
export interface NameMeaning {
  /** What kind of credential the name promises. */
  readonly promises: 'password' | 'secret' | 'token' | 'key' | 'credential';
  /**
   * `certain`: the head of the name is a credential (`DB_PASSWORD`); `mention`: it speaks of one but its head is another, unknown
   * word (`TOKEN_GITHUB`), so that only a random value counts.
   */
  readonly strength: 'certain' | 'mention';
  /** The secret signs or encrypts something of the application (JWT, session, webhook), so a human phrase is a secret too. */
  readonly signs: boolean;
}

/**
 * Reads a variable, property or parameter name: camelCase, snake, kebab, dotted, run together (`PGPASSWORD`, `apikey`).
 * English puts the head last, so `SECRET_NAME` is a name and `NAME_SECRET` is a secret. Undefined: no credential, or a name that only
 * points at one (`SECRET_ARN`), describes one (`TOKEN_EXPIRY`) or is a switch (`USE_TOKEN`).
 */
export function readName(name: string): NameMeaning | undefined {
  if (meanings.has(name)) return meanings.get(name);
  if (meanings.size >= MOST_NAMES) meanings.clear();
  const meaning = meaningOf(name);
  meanings.set(name, meaning);
  return meaning;
}

/** A project says the same few hundred names over and over. */
const meanings = new Map<string, NameMeaning | undefined>();
const MOST_NAMES = 5000;

function meaningOf(name: string): NameMeaning | undefined {
  const words = nameWords(name);
  while (words.length > 1 && NEUTRAL.has(words.at(-1) as string)) words.pop();
  const head = words.at(-1);
  if (head === undefined || POINTERS.has(head) || /^\d+$/.test(head)) return undefined;
  if (words.length > 1 && SWITCHES.has(words[0] as string)) return undefined;
  if (words.some((word) => DISGUISED.has(word) || word.startsWith('expir'))) return undefined;
  const before = words.at(-2) ?? '';
  const signs = words.some((word) => SIGNING.has(word));
  if (PASSWORDS.has(head))
    return SWITCHES.has(before) ? undefined : { promises: 'password', strength: 'certain', signs };
  if (head === 'secret') return { promises: 'secret', strength: 'certain', signs };
  if (head === 'token' || head === 'pat') {
    if (PLAIN_TOKENS.has(before)) return undefined;
    return { promises: 'token', strength: head === 'pat' ? 'mention' : 'certain', signs: false };
  }
  if (CREDENTIALS.has(head)) return { promises: 'credential', strength: 'certain', signs: false };
  if (head === 'key') return readKey(words, before, signs);
  if (head === 'salt' || head === 'pepper' || head === 'authorization' || head === 'bearer') {
    return { promises: 'token', strength: 'mention', signs };
  }
  return words.some((word) => MENTIONS.has(word)) || mentionsKey(words)
    ? { promises: 'token', strength: 'mention', signs: false }
    : undefined;
}

/** The words of a name in lower case, run-together credentials taken apart. */
export function nameWords(name: string): string[] {
  return name
    .slice(-120)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .flatMap(apart)
    .filter((word) => word !== '');
}

function readKey(words: readonly string[], before: string, signs: boolean): NameMeaning | undefined {
  if (PLAIN_KEYS.has(before)) return undefined;
  if (words.includes('public') || words.includes('publishable')) return undefined;
  if (SECRET_KEYS.has(before)) return { promises: 'key', strength: 'certain', signs };
  if (words.length === 1) return { promises: 'key', strength: 'mention', signs };
  return { promises: 'key', strength: 'mention', signs };
}

function mentionsKey(words: readonly string[]): boolean {
  const key = words.indexOf('key');
  return key > 0 && SECRET_KEYS.has(words[key - 1] as string) && words[key - 1] !== 'storage';
}

/** `pgpassword` → pg, password; `apikey1` → api, key, 1; `tokenurl` → token, url; `compass` stays. */
function apart(word: string): string[] {
  if (word.length <= 3 || WHOLE.has(word)) return [word];
  const digits = /^([a-z]+)(\d+)$/.exec(word);
  if (digits) return [...apart(digits[1] as string), digits[2] as string];
  for (const tail of RUN_TOGETHER) {
    if (word.length > tail.length && word.endsWith(tail)) return [...apart(word.slice(0, -tail.length)), tail];
  }
  for (const start of ['password', 'secret', 'token', 'key']) {
    if (word.startsWith(start) && POINTERS.has(word.slice(start.length))) return [start, word.slice(start.length)];
  }
  return [word];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const RUN_TOGETHER = [
  'password',
  'passwd',
  'passphrase',
  'secret',
  'token',
  'credentials',
  'credential',
  'pwd',
  'pass',
  'key',
];
/** Words that end like a credential and are none. */
const WHOLE = words(
  'bypass compass surpass overpass underpass trespass monkey turkey donkey jockey hockey whiskey keypass',
);

const PASSWORDS = words('password passwd passwort pwd pass passphrase passcode pw psw passw');
const CREDENTIALS = words('credential credentials cred creds');
const MENTIONS = words('password passwd pwd passphrase secret token credential credentials secrets');
const SIGNING = words(
  'jwt session cookie signing signature sign hmac webhook csrf xsrf encryption encrypt crypto cipher express app client auth oauth hash flask django nextauth',
);

/** Said after the credential without changing what it is. */
const NEUTRAL = words(
  'value val string str text txt plain plaintext default literal v old new current previous prod production dev development test testing stage staging qa uat local live ' +
    'sandbox demo primary secondary base base64 b64 encoded raw env var final const 1 2 3 4 5 0',
);

/** A name whose last word is one of these holds something about a credential, never the credential. */
const POINTERS = words(
  'name names arn arns id ids url urls uri uris endpoint endpoints host hostname port domain policy policies expiry expiration expires expired expire ttl path paths file files filename header headers type types ' +
    'table tables parameter parameters param params prefix suffix length len size count counts limit limits age timeout alias aliases region bucket version versions label regex regexp pattern ' +
    'format field fields column attribute attributes algorithm algorithms alg issuer audience scope scopes rotation manager store provider handler function lambda enabled disabled required validity hint ' +
    'title message messages msg error errors description desc placeholder property properties location ref reference source sources index schema service kind class method methods mode flag ' +
    'usage use uses days hours minutes seconds interval window duration period strength min max minimum maximum chars characters rules rule requirements require expiring exists valid invalid ' +
    'stage status state reset recovery lifetime generator resolver validator parser builder factory client server api role permission permissions group queue topic event events action actions ' +
    'resource resources stack template output outputs export import mapping map list array set object node element selector input button form page view screen link text1 route router ' +
    'date time at on by for from to extractor getter setter fetcher rotator arnparam cache key_id keyid secretarn verification authorizer auth authentication login endpointurl namespace folder dir directory ' +
    'config configuration settings options option selector secretname salt_rounds rounds iterations iteration bits budget budgets usage price cost per',
);

/** First words (or words before the head) that make a switch, a count or a verb of the name. */
const SWITCHES = words(
  'has is use uses enable enables disable allow allows require requires required max min num no should generate create skip show hide reset forgot forget change update validate check verify get set need needs with without missing invalid expired total count delete remove rotate exclude include expire',
);

/** The value is ciphertext or a digest. */
const DISGUISED = words(
  'encrypted ciphertext hash hashed digest checksum sha sha1 sha256 md5 fingerprint thumbprint etag',
);

/** Tokens that page, repeat or parse. */
const PLAIN_TOKENS = words(
  'next page paging continuation pagination request idempotency client sync start starting cancel cancellation eos bos pad unk mask separator sep special lexer parser action forward backward grant lifecycle xsrf csrf input output erc erc20 nft native design task invalid missing delimiter conditional dedup stop',
);

/** Keys that index, sort or name. */
const PLAIN_KEYS = words(
  'public publishable partition sort hash range primary foreign table object s3 kms cmk cache dedup deduplication group grouping routing route map dictionary lookup index order json config state context ' +
    'translation i18n idempotency tag label filter condition header query unique composite attribute entity item row record file bucket event message metric feature menu image photo video upload ' +
    'output input source destination dest target prefix parent child pk sk gsi lsi gsi1 sort1 data field column property param parameter path lock redis column1 first last start evaluated customer ' +
    'websocket turn any tab enter up down left right arrow shift control alt escape hot short not no master_key_id host known error trace span user1 name',
);

/** Words that make `KEY` a credential. */
const SECRET_KEYS = words(
  'api secret access private encryption encrypt decryption signing sign signature auth authentication authorization hmac jwt session cookie webhook master shared account storage subscription license licence ' +
    'server admin write ingest ingestion integration consumer deploy bot security aes rsa ssh pgp gpg ssl tls cipher crypt crypto symmetric app application functions function service ' +
    'stripe sendgrid mailgun openai anthropic datadog dd newrelic algolia twilio slack github gitlab google gcp maps azure cognitive search firebase fcm heroku cloudflare fastly shopify mandrill mailchimp pusher ably ' +
    'segment mixpanel amplitude rollbar bugsnag honeycomb lumigo epsagon thundra contentful airtable postmark sparkpost messagebird nexmo vonage plaid paypal braintree square adyen razorpay weather openweather ' +
    'openweathermap tmdb imdb giphy unsplash newsapi rapidapi steam riot trello asana notion linear jira zendesk intercom hubspot salesforce',
);
