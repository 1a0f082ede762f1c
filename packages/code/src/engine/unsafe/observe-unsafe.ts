import type { UnsafeKind } from '../../facts/function-facts.ts';
import type { CallSite, Machine } from '../machine.ts';
import { valuesAt } from '../places.ts';
import { holds } from '../requirements.ts';
import { shownName } from '../sinks.ts';
import type { Value } from '../value.ts';
import { fastHashes, tokenReaders, unsafeCallRows, type UnsafeCallRow } from './call-rows.ts';

const rows = new Map<string, UnsafeCallRow[]>();
for (const row of unsafeCallRows) {
  for (const callee of row.callees) {
    const key = `${row.language} ${callee}`;
    const list = rows.get(key);
    if (list === undefined) rows.set(key, [row]);
    else list.push(row);
  }
}

/** Notes a call that is wrong whatever the event says. What hangs on the whole function is settled in `settle-unsafe.ts`. */
export function observeUnsafe(machine: Machine, name: string, site: CallSite): void {
  for (const row of rows.get(`${site.language} ${name}`) ?? []) {
    if (row.when.every((requirement) => holds(machine, site, requirement) === true)) {
      note(machine, row.kind, site, `${shownName(name)} ${row.says}.`);
    }
  }
  const { decode, verify } = tokenReaders[site.language];
  if (verify.has(name)) {
    const isOff = skipsSignature(machine, name, site);
    if (isOff) note(machine, 'token-decoded-not-verified', site, `${shownName(name)} does not check the signature.`);
    else machine.facts.verifiesTokens = true;
  } else if (decode.has(name)) {
    note(
      machine,
      'token-decoded-not-verified',
      site,
      `${shownName(name)} reads a token without checking its signature.`,
    );
  }
  if (fastHashes[site.language].has(name)) noteFastHash(machine, name, site);
  noteWholeEvent(machine, name, site);
}

function skipsSignature(machine: Machine, name: string, site: CallSite): boolean {
  if (site.language !== 'python' || !name.endsWith('decode')) return false;
  const isFalse = (argument: Parameters<typeof valuesAt>[2]): boolean =>
    holds(machine, site, { argument, is: { equals: false } }) === true;
  return isFalse({ name: 'verify' }) || isFalse({ name: 'options', member: 'verify_signature' });
}

/** Whether a value is a password is told by the name under which it came. */
function noteFastHash(machine: Machine, name: string, site: CallSite): void {
  const paths = site.arguments.flatMap(({ value }) => machine.labels(value).map((label) => label.source.path));
  if (!paths.some((path) => /(?:^|[._])(?:password|passwd|passphrase|pwd)$/i.test(path))) return;
  note(machine, 'weak-hash-password', site, `A password is hashed by ${shownName(name)}, which is made to be fast.`);
}

const loggers =
  /^(?:global#console\.(?:log|info|debug|warn|error|dir)|builtins#print|logging#(?:getLogger\(\)\.)?(?:debug|info|warning|error))$/;

function noteWholeEvent(machine: Machine, name: string, site: CallSite): void {
  if (!loggers.test(name)) return;
  for (const { value } of site.arguments) {
    if ((value.kind !== 'input' || value.path !== '') && !holdsWholeRequest(machine, value)) continue;
    note(machine, 'whole-event-logged', site, `${shownName(name)} writes the whole event into the log.`);
    return;
  }
}

/** Body, headers, query and path together: `JSON.stringify(event)`. */
function holdsWholeRequest(machine: Machine, value: Value): boolean {
  if (value.kind === 'object') return false;
  const parts = new Set(machine.labels(value).map(({ source }) => /^[^.[]*/.exec(source.path)?.[0] ?? ''));
  return parts.size >= 4 && parts.has('headers');
}

function note(machine: Machine, kind: UnsafeKind, site: CallSite, message: string): void {
  machine.facts.unsafeSetting({ kind, at: site.at, message, steps: [] });
}
