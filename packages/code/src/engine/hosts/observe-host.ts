import type { CodeValue } from '../../facts/code-value.ts';
import type { HostCall } from '../../facts/function-facts.ts';
import { toCodeValue } from '../code-value.ts';
import { textOf } from '../join-text.ts';
import { nextStep, type Labels } from '../label.ts';
import type { CallSite, Machine } from '../machine.ts';
import { valuesAt } from '../places.ts';
import { shownName } from '../sinks.ts';
import { fixedPrefix } from '../text.ts';
import type { Value } from '../value.ts';
import { hostRows, type HostRow } from './host-rows.ts';

const rows = new Map<string, HostRow>();
for (const row of hostRows) for (const callee of row.callees) rows.set(`${row.language} ${callee}`, row);

/** Notes a request to a host; what it answers is data of a third party. */
export function observeHost(machine: Machine, name: string, site: CallSite): Labels | undefined {
  const row = rows.get(`${site.language} ${name}`);
  if (row === undefined) return undefined;
  const url = urlOf(machine, row, site);
  if (url === undefined) return undefined;
  machine.facts.host(factOf(machine, row, name, url, site));
  const shown = fixedPrefix(url).slice(0, 80);
  return [
    {
      source: {
        event: 'unknown',
        path: shown === '' ? `answer of ${shownName(name)}` : `answer of ${shown}`,
        trust: 'third-party',
        confidence: 'low',
      },
      transforms: 0,
      step: nextStep(undefined, site.at, `${shownName(name)} is answered by another host`),
    },
  ];
}

function urlOf(machine: Machine, row: HostRow, site: CallSite): Value | undefined {
  for (const place of row.url) {
    const [value] = valuesAt(machine, site, place);
    if (value === undefined || (value.kind === 'object' && place === 0)) continue;
    const base = row.base === undefined ? undefined : baseOf(machine, row.base, site);
    return base === undefined || /^[a-z][a-z0-9+.-]*:\/\//i.test(fixedPrefix(value))
      ? value
      : textOf(machine, [base, value], site.at);
  }
  return undefined;
}

/** `axios.create({ baseURL })`, `httpx.Client(base_url=…)`. */
function baseOf(machine: Machine, option: string, site: CallSite): Value | undefined {
  const client = site.receiver?.kind === 'external' ? site.receiver : undefined;
  const made = client?.made;
  if (made === undefined) return undefined;
  const given = { arguments: made.arguments, receiver: undefined, at: site.at };
  const [value] = valuesAt(
    machine,
    given,
    site.language === 'python' ? { name: option } : { index: 0, member: option },
  );
  return value;
}

function factOf(machine: Machine, row: HostRow, name: string, url: Value, site: CallSite): HostCall {
  const credential = credentialOf(machine, row, site);
  const paths = new Set<string>();
  for (const { value } of site.arguments) for (const label of machine.labels(value)) paths.add(label.source.path);
  return {
    url: toCodeValue(machine, url),
    callee: name,
    at: site.at,
    ...(credential === undefined ? {} : { credential }),
    sends: [...paths].sort(),
    tls: tlsOf(name, url),
  };
}

function tlsOf(name: string, url: Value): boolean | undefined {
  const prefix = fixedPrefix(url);
  if (/^https:|^wss:/i.test(prefix)) return true;
  if (/^http:|^ws:/i.test(prefix)) return false;
  if (/^https#|HTTPSConnection/.test(name)) return true;
  return /^http#|HTTPConnection/.test(name) ? false : undefined;
}

const credentialHeaders =
  /^(authorization|proxy-authorization|x-api-key|api-key|apikey|x-auth-token|x-access-token|x-functions-key|private-token|x-shopify-access-token|ocp-apim-subscription-key)$/i;

function credentialOf(machine: Machine, row: HostRow, site: CallSite): HostCall['credential'] {
  for (const place of row.headers) {
    for (const headers of valuesAt(machine, site, place)) {
      if (headers.kind !== 'object') continue;
      for (const [key, value] of headers.object.cells.values) {
        if (typeof key === 'string' && credentialHeaders.test(key)) {
          return { kind: key.toLowerCase(), value: masked(toCodeValue(machine, value)) };
        }
      }
    }
  }
  if (row.authentication === undefined) return undefined;
  const [authentication] = valuesAt(machine, site, row.authentication);
  return authentication === undefined || authentication.kind === 'constant'
    ? undefined
    : { kind: 'basic', value: masked(toCodeValue(machine, authentication)) };
}

/** Where a credential comes from is a fact; what it is must not be told. */
function masked(value: CodeValue): CodeValue {
  switch (value.kind) {
    case 'literal':
      return { kind: 'unknown', reason: 'a credential that is written in the code' };
    case 'text':
      return {
        kind: 'text',
        parts: value.parts.map((part) =>
          part.kind === 'literal' && /^(Bearer|Basic|Token|Key|ApiKey|Digest)?\s*$/i.test(String(part.value))
            ? part
            : masked(part),
        ),
      };
    case 'one-of':
      return { kind: 'one-of', values: value.values.map(masked) };
    case 'map':
      return { ...value, entries: new Map([...value.entries].map(([key, one]) => [key, masked(one)])) };
    case 'list':
      return { kind: 'list', items: value.items.map(masked) };
    case 'environment':
      return value.fallback === undefined ? value : { ...value, fallback: masked(value.fallback) };
    default:
      return value;
  }
}
