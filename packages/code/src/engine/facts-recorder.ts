import { mergeCalls } from './sdk/merge-calls.ts';
import type { SourceRange } from '@leastwise/model';
import type { Sent, SentData } from '../facts/sent.ts';
import { eitherValue } from './sdk/merge-calls.ts';
import type { Flow, HostCall, Incompleteness, SdkCall, UnsafeSetting } from '../facts/function-facts.ts';

/** Collects the facts of one entry, or of one module's own body; the same fact at the same place counts once. */
export class Facts {
  readonly sdkCalls = new Map<string, SdkCall>();
  readonly hosts = new Map<string, HostCall>();
  readonly flows = new Map<string, Flow>();
  readonly sends = new Map<string, Sent>();
  readonly returns = new Map<string, SentData>();
  readonly unsafe = new Map<string, UnsafeSetting>();
  readonly environment = new Map<string, SourceRange>();
  readonly incomplete = new Map<string, Incompleteness>();
  /** Set when the signature of a token is checked somewhere. */
  verifiesTokens = false;
  readonly packages = new Set<string>();
  /** Files of modules that were loaded from here. */
  readonly modules = new Set<string>();

  flow(flow: Flow): void {
    const key = `${flow.class}|${place(flow.at)}|${flow.source.event}|${flow.source.path}`;
    const known = this.flows.get(key);
    if (known === undefined || better(flow, known)) this.flows.set(key, flow);
  }

  /** The same call with other values is one call with either. */
  sdkCall(call: SdkCall): void {
    const key = `${place(call.at)}|${call.service}|${call.operation}|${call.style}`;
    const known = this.sdkCalls.get(key);
    this.sdkCalls.set(key, known === undefined ? call : mergeCalls(known, call));
  }

  /** The same call with other values sends either. */
  send(sent: Sent): void {
    const key = `${place(sent.at)}|${sent.to}|${printed(sent.detailType)}|${printed(sent.eventSource)}`;
    const known = this.sends.get(key);
    this.sends.set(key, known === undefined ? sent : mergeSent(known, sent));
  }

  returned(all: readonly SentData[]): void {
    for (const one of all) keepFirst(this.returns, dataKey(one), one);
  }

  host(call: HostCall): void {
    keepFirst(this.hosts, `${place(call.at)}|${JSON.stringify(call.url)}`, call);
  }

  unsafeSetting(setting: UnsafeSetting): void {
    keepFirst(this.unsafe, `${setting.kind}|${place(setting.at)}`, setting);
  }

  readEnvironment(name: string, at: SourceRange): void {
    keepFirst(this.environment, name, at);
  }

  lacks(incompleteness: Incompleteness): void {
    const { reason, message, at } = incompleteness;
    keepFirst(this.incomplete, `${reason}|${message}|${at === undefined ? '' : place(at)}`, incompleteness);
  }

  addAll(other: Facts): void {
    this.verifiesTokens ||= other.verifiesTokens;
    for (const flow of other.flows.values()) this.flow(flow);
    for (const one of other.sdkCalls.values()) this.sdkCall(one);
    for (const one of other.sends.values()) this.send(one);
    for (const [key, one] of other.hosts) keepFirst(this.hosts, key, one);
    for (const [key, one] of other.unsafe) keepFirst(this.unsafe, key, one);
    for (const [key, one] of other.environment) keepFirst(this.environment, key, one);
    for (const [key, one] of other.incomplete) keepFirst(this.incomplete, key, one);
    for (const one of other.packages) this.packages.add(one);
    for (const one of other.modules) this.modules.add(one);
  }
}

const maxSentData = 200;

function mergeSent(a: Sent, b: Sent): Sent {
  const data = new Map(a.data.map((one) => [dataKey(one), one]));
  for (const one of b.data) if (data.size < maxSentData) keepFirst(data, dataKey(one), one);
  const resource =
    a.resource === undefined || b.resource === undefined
      ? (a.resource ?? b.resource)
      : eitherValue(a.resource, b.resource);
  return { ...a, resource, data: [...data.values()] };
}

function dataKey({ path, source, harmlessFor }: SentData): string {
  return `${path}|${source.event}|${source.path}|${harmlessFor.join()}`;
}

function printed(value: Sent['detailType']): string {
  return value?.kind === 'literal' ? String(value.value) : (value?.kind ?? '');
}

export function place(at: SourceRange): string {
  return `${at.file}:${at.start}-${at.end}`;
}

function keepFirst<T>(into: Map<string, T>, key: string, value: T): void {
  if (!into.has(key)) into.set(key, value);
}

const rank = { high: 2, medium: 1, low: 0 } as const;

function better(a: Flow, b: Flow): boolean {
  if (a.confidence !== b.confidence) return rank[a.confidence] > rank[b.confidence];
  return a.steps.length < b.steps.length;
}
