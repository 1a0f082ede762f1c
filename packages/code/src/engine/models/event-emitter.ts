import type { Cells } from '../cells.ts';
import { join } from '../join.ts';
import type { CallSite, Machine } from '../machine.ts';
import { positional } from '../native-call.ts';
import { options, type Value } from '../value.ts';

/** https://nodejs.org/api/events.html: `on` keeps a listener with the emitter, `emit` calls those of the event. */
export function listen(machine: Machine, site: CallSite): Value | undefined {
  const [event, listener] = [positional(site, 0), positional(site, 1)];
  const cells = cellsOf(site.receiver);
  if (cells === undefined || event?.kind !== 'constant' || listener === undefined) return undefined;
  const key = `on ${String(event.value)}`;
  const before = cells.values.get(key);
  machine.journal.write(cells, key, before === undefined ? listener : join(before, listener));
  return site.receiver;
}

export function emit(machine: Machine, site: CallSite): Value | undefined {
  const event = positional(site, 0);
  const listeners =
    event?.kind === 'constant' ? cellsOf(site.receiver)?.values.get(`on ${String(event.value)}`) : undefined;
  if (listeners === undefined) return undefined;
  for (const one of options(listeners)) {
    machine.call({ ...site, callee: one, arguments: site.arguments.slice(1), method: undefined });
  }
  return { kind: 'constant', value: true };
}

function cellsOf(emitter: Value | undefined): Cells | undefined {
  if (emitter?.kind === 'object') return emitter.object.cells;
  return emitter?.kind === 'external' ? emitter.members : undefined;
}
