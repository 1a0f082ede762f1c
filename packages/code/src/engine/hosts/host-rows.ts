import type { CodeLanguage } from '../../ir/module.ts';
import type { ArgumentPlace, CalleeName } from '../../specs/spec.ts';

/** A call that asks a host for something: where its URL and its headers stand. */
export interface HostRow {
  readonly language: CodeLanguage;
  readonly callees: readonly CalleeName[];
  /** The first that is given. */
  readonly url: readonly ArgumentPlace[];
  readonly headers: readonly ArgumentPlace[];
  /** User name and password, or a token, as an option of its own. */
  readonly authentication?: ArgumentPlace;
  /** What is put before a path: the base of a client. */
  readonly base?: string;
}

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
const withBody = ['post', 'put', 'patch'];
const each = (prefixes: readonly string[], names: readonly string[]): readonly CalleeName[] =>
  prefixes.flatMap((prefix) => names.map((name) => prefix + name));

export const hostRows: readonly HostRow[] = [
  {
    language: 'javascript',
    callees: [
      'global#fetch',
      'node-fetch#',
      'cross-fetch#',
      'isomorphic-fetch#',
      'undici#fetch',
      'undici#request',
      'node-fetch-commonjs#',
      'make-fetch-happen#',
    ],
    url: [0],
    headers: [{ index: 1, member: 'headers' }],
  },
  {
    language: 'javascript',
    callees: [
      'axios#',
      'axios#request',
      'axios#create()',
      'axios#create().request',
      'request#',
      'request-promise#',
      'got#',
      'needle#',
      'teeny-request#',
    ],
    url: [{ index: 0, member: 'url' }, { index: 0, member: 'uri' }, 0],
    headers: [
      { index: 0, member: 'headers' },
      { index: 1, member: 'headers' },
    ],
    authentication: { index: 0, member: 'auth' },
    base: 'baseURL',
  },
  {
    language: 'javascript',
    callees: each(['axios#', 'axios#create().'], ['get', 'delete', 'head', 'options']),
    url: [0],
    headers: [{ index: 1, member: 'headers' }],
    authentication: { index: 1, member: 'auth' },
    base: 'baseURL',
  },
  {
    language: 'javascript',
    callees: each(['axios#', 'axios#create().'], withBody),
    url: [0],
    headers: [{ index: 2, member: 'headers' }],
    authentication: { index: 2, member: 'auth' },
    base: 'baseURL',
  },
  {
    language: 'javascript',
    callees: [
      ...each(['got#', 'ky#', 'superagent#', 'request#', 'request-promise#', 'got#extend().', 'ky#create().'], verbs),
    ],
    url: [{ index: 0, member: 'url' }, 0],
    headers: [
      { index: 1, member: 'headers' },
      { index: 0, member: 'headers' },
    ],
    base: 'prefixUrl',
  },
  {
    language: 'javascript',
    callees: ['http#request', 'http#get', 'https#request', 'https#get'],
    url: [{ index: 0, member: 'hostname' }, { index: 0, member: 'host' }, 0],
    headers: [
      { index: 0, member: 'headers' },
      { index: 1, member: 'headers' },
    ],
    authentication: { index: 0, member: 'auth' },
  },
  {
    language: 'python',
    callees: [
      ...each(
        [
          'requests#',
          'requests#Session().',
          'httpx#',
          'httpx#Client().',
          'httpx#AsyncClient().',
          'aiohttp#ClientSession().',
        ],
        verbs,
      ),
    ],
    url: [{ index: 0, name: 'url' }],
    headers: [{ name: 'headers' }],
    authentication: { name: 'auth' },
    base: 'base_url',
  },
  {
    language: 'python',
    callees: [
      'requests#request',
      'requests#Session().request',
      'httpx#request',
      'httpx#Client().request',
      'urllib3#PoolManager().request',
      'urllib3#request',
      'aiohttp#ClientSession().request',
    ],
    url: [{ index: 1, name: 'url' }],
    headers: [{ name: 'headers' }],
    authentication: { name: 'auth' },
  },
  {
    language: 'python',
    callees: ['urllib.request#urlopen', 'urllib.request#Request', 'urllib.request#urlretrieve'],
    url: [{ index: 0, name: 'url' }],
    headers: [{ index: 2, name: 'headers' }],
  },
  {
    language: 'python',
    callees: ['http.client#HTTPSConnection', 'http.client#HTTPConnection'],
    url: [{ index: 0, name: 'host' }],
    headers: [],
  },
];
