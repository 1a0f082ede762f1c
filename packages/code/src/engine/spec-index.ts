import type { CodeLanguage } from '../ir/module.ts';
import type { EventSource } from '../facts/event-source.ts';
import type {
  AliasSpec,
  CallbackSpec,
  CalleeName,
  ClearingTable,
  EventSchema,
  InputObject,
  PropagatorSpec,
  SanitizerSpec,
  SinkSpec,
  SourcePath,
  Transform,
  UndoingTable,
} from '../specs/spec.ts';
import { canonicalNames } from '../specs/canonical-name.ts';
import { nestedPlatformData, type IsPlatformData } from '../specs/sources/nested-events.ts';
import { transformBit, transformRules, type TransformRules } from './transforms.ts';

/** All tables that say what is outside the scanned code. */
export interface Specs {
  readonly sinks: readonly SinkSpec[];
  readonly propagators: readonly PropagatorSpec[];
  readonly sanitizers: readonly SanitizerSpec[];
  readonly events: readonly EventSchema[];
  readonly inputs: readonly InputObject[];
  readonly callbacks: readonly CallbackSpec[];
  readonly aliases: readonly AliasSpec[];
  /** Calls whose first text argument becomes part of their name: `boto3#client(s3)`. */
  readonly namedCalls: readonly CalleeName[];
  readonly clearing: ClearingTable;
  readonly undoing: UndoingTable;
  /** After these data is a plain text or number: it can be no object with operators. */
  readonly notWhole: readonly Transform[];
}

/** The tables by the canonical name that they are asked for. */
export interface SpecIndex {
  readonly rules: TransformRules;
  readonly plain: number;
  readonly sinks: Lookup<SinkSpec>;
  readonly propagators: Lookup<PropagatorSpec>;
  readonly sanitizers: Lookup<SanitizerSpec>;
  readonly callbacks: Lookup<CallbackSpec>;
  /** Rewritten by the aliases until nothing matches. */
  readonly canonical: (language: CodeLanguage, name: CalleeName) => CalleeName;
  /** The data that a member or call of a request object holds. */
  readonly input: (language: CodeLanguage, name: CalleeName) => SourcePath | undefined;
  readonly view: (language: CodeLanguage, name: CalleeName) => string | undefined;
  readonly isNamedCall: (name: CalleeName) => boolean;
  readonly isPlatformData: IsPlatformData;
  readonly schemas: (sources: readonly EventSource[]) => readonly EventSchema[];
}

export type Lookup<T> = (language: CodeLanguage, name: CalleeName) => readonly T[];

const indexes = new WeakMap<Specs, SpecIndex>();

export function indexSpecs(specs: Specs): SpecIndex {
  const known = indexes.get(specs);
  if (known !== undefined) return known;
  const inputs = { javascript: new Map<string, SourcePath>(), python: new Map<string, SourcePath>() };
  const views = { javascript: new Map<string, string>(), python: new Map<string, string>() };
  for (const object of specs.inputs) {
    for (const name of object.names) {
      for (const path of object.paths) inputs[object.language].set(memberName(name, path.path), path);
      for (const [member, to] of Object.entries(object.views ?? {})) {
        views[object.language].set(memberName(name, member), to);
      }
    }
  }
  const namedCalls = new Set(specs.namedCalls);
  const bySource = new Map<EventSource, EventSchema[]>();
  for (const event of specs.events) bySource.set(event.source, [...(bySource.get(event.source) ?? []), event]);
  const index: SpecIndex = {
    rules: transformRules(specs.clearing, specs.undoing),
    plain: [...specs.notWhole, 'number' as const, 'boolean' as const].reduce((all, one) => all | transformBit(one), 0),
    sinks: lookup(specs.sinks),
    propagators: lookup(specs.propagators),
    sanitizers: lookup(specs.sanitizers),
    callbacks: lookup(specs.callbacks),
    canonical: remembered(canonicalNames(specs.aliases)),
    input: (language, name) => inputs[language].get(name),
    view: (language, name) => views[language].get(name),
    isNamedCall: (name) => namedCalls.has(name),
    isPlatformData: nestedPlatformData(specs.events),
    schemas: (sources) => {
      const found = sources.flatMap((source) => bySource.get(source) ?? []);
      return found.length > 0 ? found : (bySource.get('unknown') ?? specs.events);
    },
  };
  indexes.set(specs, index);
  return index;
}

function remembered(canonical: SpecIndex['canonical']): SpecIndex['canonical'] {
  const done = { javascript: new Map<string, CalleeName>(), python: new Map<string, CalleeName>() };
  return (language, name) => {
    const table = done[language];
    let found = table.get(name);
    if (found === undefined) table.set(name, (found = canonical(language, name)));
    return found;
  };
}

/** A member of something by its canonical name: the empty way of a module takes no dot. */
export function memberName(name: CalleeName, member: string): CalleeName {
  if (member === '') return name;
  let members = memberNames.get(name);
  if (members === undefined) {
    if (memberNames.size > 50_000) memberNames.clear();
    memberNames.set(name, (members = new Map()));
  }
  let whole = members.get(member);
  if (whole === undefined) {
    if (members.size > 2000) members.clear();
    members.set(member, (whole = name.endsWith('#') ? name + member : `${name}.${member}`));
  }
  return whole;
}

/** A name that is asked for again is the same text, so that it is not hashed again. */
const memberNames = new Map<CalleeName, Map<string, CalleeName>>();

interface Row {
  readonly language: CodeLanguage;
  readonly callees: readonly CalleeName[];
}

function lookup<T extends Row>(rows: readonly T[]): Lookup<T> {
  const tables = { javascript: new Map<string, T[]>(), python: new Map<string, T[]>() };
  for (const row of rows) {
    const table = tables[row.language];
    for (const name of row.callees) {
      const found = table.get(name);
      if (found === undefined) table.set(name, [row]);
      else found.push(row);
    }
  }
  const none: readonly T[] = [];
  return (language, name) => tables[language].get(name) ?? none;
}
