import type { ReportFunction, ReportTrigger } from '@leastwise/model';
import { exposureOrder, type Exposure } from '../../analyses/exposure/exposure.ts';
import { listed, placeOf, setUpOf } from '../words.ts';
import { displayWidth, pad, truncate, wrap } from './display-width.ts';
import { printable } from './printable.ts';
import type { Screen } from './screen.ts';

/** More ways in than this are counted. */
const waysShown = 6;

/** What a function is, who can start it, and what it reaches. */
export function functionHead(entry: ReportFunction, screen: Screen): readonly string[] {
  const { colours } = screen;
  const set = setUpOf(entry).join(' · ');
  const name = printable(entry.name);
  const place = placeOf(entry.location);
  const owner = entry.owner === null ? '' : ` · owner ${printable(entry.owner.name)}`;
  const when = entry.when === undefined ? '' : ` · when ${printable(entry.when)}`;
  const about = printable(`${set}${owner}${when}`);
  const head = `  ${colours.strong(name)}  ${colours.exposure(entry.exposure)}`;
  const used = 2 + displayWidth(name) + 2 + displayWidth(entry.exposure);
  const gap = screen.measure - used - (about === '' ? 0 : 3 + displayWidth(about)) - displayWidth(place);
  const first =
    gap >= 2
      ? `${head}${colours.faint(`${about === '' ? '' : ` · ${about}`}${' '.repeat(gap)}${printable(place)}`)}`
      : head;
  const below =
    gap >= 2 ? [] : [...wrap(about, screen.measure - 4), printable(place)].map((line) => `    ${colours.faint(line)}`);
  return [first, ...below, ...(screen.detailed ? [...waysIn(entry.triggers, screen), ...reach(entry, screen)] : [])];
}

function waysIn(triggers: readonly ReportTrigger[], screen: Screen): readonly string[] {
  const { colours } = screen;
  if (triggers.length === 0) return [`    ${colours.faint('nothing in these templates starts it')}`];
  const order = [...triggers].sort((a, b) => rank(a.exposure) - rank(b.exposure));
  const rows = order.slice(0, waysShown).map((trigger) => ({
    what: truncate(wayIn(trigger, screen), Math.max(20, Math.floor(screen.measure * 0.42))),
    auth: authWords(trigger),
    exposure: trigger.exposure,
    invocation: trigger.invocation,
  }));
  const whatWidth = Math.max(...rows.map((row) => displayWidth(row.what)));
  const authWidth = Math.max(...rows.map((row) => displayWidth(row.auth)));
  const exposureWidth = Math.max(...rows.map((row) => row.exposure.length));
  const lines = rows.map((row) => {
    const exposure = colours.exposure(row.exposure) + ' '.repeat(exposureWidth - row.exposure.length);
    return `    ${colours.faint('←')} ${pad(row.what, whatWidth)}  ${pad(row.auth, authWidth)}  ${exposure}  ${colours.faint(row.invocation)}`;
  });
  const more = order.length - rows.length;
  return more > 0 ? [...lines, `    ${colours.faint(`  and ${more} more`)}`] : lines;
}

/** `POST /orders  rest api Shop`; `queue Paid`. */
export function wayIn(trigger: ReportTrigger, screen: Screen): string {
  const name = printable(screen.grouped.names.of(trigger.source));
  const kind = trigger.kind.replaceAll('-', ' ');
  const source = name.toLowerCase().startsWith(kind) ? name : `${kind} ${name}`;
  return printable(trigger.route === undefined || trigger.route === '' ? source : `${trigger.route}  ${source}`);
}

/** What a caller must show. Asynchronous and polled ways in have no caller. */
export function authWords(trigger: ReportTrigger): string {
  if (trigger.auth.length > 0) return trigger.auth.join(' + ').replaceAll('-', ' ');
  return trigger.invocation === 'sync' ? 'no auth' : '';
}

function reach(entry: ReportFunction, screen: Screen): readonly string[] {
  const { colours, grouped } = screen;
  const verbs = (['reads', 'writes', 'invokes'] as const).map((how) => {
    const names = entry.reaches
      .filter((item) => item.how === how)
      .map((item) => printable(grouped.names.withKind(item.resource)));
    return names.length === 0 ? '' : `${how} ${listed([...new Set(names)], 4)}`;
  });
  const identity =
    entry.identity === null
      ? ''
      : `as ${printable(grouped.names.of(entry.identity.id))}${entry.identity.shared ? ', shared with others,' : ''}`;
  const words = [identity, verbs.filter((part) => part !== '').join('; ')].filter((part) => part !== '').join(' ');
  return wrap(words, screen.measure - 6).map(
    (line, index) => `    ${colours.faint(`${index === 0 ? '→' : ' '} ${line}`)}`,
  );
}

function rank(exposure: string): number {
  const place = exposureOrder.indexOf(exposure as Exposure);
  return place < 0 ? exposureOrder.length : place;
}
