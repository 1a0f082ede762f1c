import type { CodeEntry } from '../facts/entry.ts';
import type { FunctionFacts } from '../facts/function-facts.ts';
import { settleUnsafe } from './unsafe/settle-unsafe.ts';
import type { Facts } from './facts-recorder.ts';

interface Placed {
  readonly at: { readonly file: string; readonly start: number; readonly end: number };
}

/** The facts in an order that does not depend on the way the code was walked. */
export function finishFacts(entry: CodeEntry, facts: Facts): FunctionFacts {
  return {
    entry: entry.id,
    sdkCalls: sorted(facts.sdkCalls.values()),
    hosts: sorted(facts.hosts.values()),
    flows: sorted(facts.flows.values(), (flow) => `${flow.class} ${flow.source.path}`),
    sends: sorted(facts.sends.values(), (one) => one.to),
    returns: [...facts.returns.values()],
    unsafe: sorted(settleUnsafe(entry, [...facts.unsafe.values()], facts.verifiesTokens), (one) => one.kind),
    environment: [...facts.environment].map(([name, at]) => ({ name, at })).sort((a, b) => compare(a.name, b.name)),
    files: [...new Set([...facts.modules].map((file) => file.replace(/#\d+$/, '')))].sort(compare),
    packages: [...facts.packages].sort(compare),
    incomplete: [...facts.incomplete.values()].sort(
      (a, b) =>
        compare(a.at?.file ?? '', b.at?.file ?? '') ||
        (a.at?.start ?? 0) - (b.at?.start ?? 0) ||
        compare(a.message, b.message),
    ),
  };
}

function sorted<T extends Placed>(all: Iterable<T>, key: (one: T) => string = () => ''): readonly T[] {
  return [...all].sort(
    (a, b) =>
      compare(a.at.file, b.at.file) || a.at.start - b.at.start || a.at.end - b.at.end || compare(key(a), key(b)),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
