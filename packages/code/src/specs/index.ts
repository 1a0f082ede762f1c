import type { CodeLanguage } from '../ir/module.ts';
import { aliases as writtenAliases } from './aliases.ts';
import { callbacks as callbackRows } from './callbacks.ts';
import { canonicalNames } from './canonical-name.ts';
import { javascriptPropagators } from './javascript/propagators.ts';
import { javascriptSanitizers } from './javascript/sanitizers.ts';
import { javascriptSinks } from './javascript/sinks/index.ts';
import { pythonPropagators } from './python/propagators.ts';
import { pythonSanitizers } from './python/sanitizers.ts';
import { pythonSinks } from './python/sinks/index.ts';
import { javascriptLibraryCalls } from './sdk/javascript.ts';
import type { LibraryCallSpec } from './sdk/library-call.ts';
import { pythonLibraryCalls } from './sdk/python.ts';
import { submoduleAliases } from './submodule-aliases.ts';
import { inputObjects as inputRows } from './sources/objects.ts';
import { eventSchemas as platformEvents } from './sources/events.ts';
import { unknownEvent } from './sources/unknown-event.ts';
import type {
  AliasSpec,
  CalleeName,
  CallbackSpec,
  EventSchema,
  InputObject,
  PropagatorSpec,
  SanitizerSpec,
  SinkSpec,
} from './spec.ts';

export type * from './spec.ts';
export { namedCalls } from './aliases.ts';
export { canonicalNames } from './canonical-name.ts';
export { clearing, notWhole, undoing } from './clearing.ts';
export type { LibraryCallSpec } from './sdk/library-call.ts';
export { serviceOf, services } from './services.ts';

const written = [...pythonSinks, ...pythonPropagators, ...pythonSanitizers, ...callbackRows, ...pythonLibraryCalls]
  .filter((row) => row.language === 'python')
  .flatMap((row) => row.callees)
  .concat(inputRows.filter((row) => row.language === 'python').flatMap((row) => row.names))
  .concat(writtenAliases.filter((alias) => alias.language === 'python').flatMap((alias) => [...alias.from, alias.to]));
const known = new Set(writtenAliases.filter((alias) => alias.language === 'python').flatMap((alias) => alias.from));

export const aliases: readonly AliasSpec[] = [
  ...writtenAliases,
  ...submoduleAliases(written).map((alias) => ({ ...alias, from: alias.from.filter((from) => !known.has(from)) })),
];

/** Rows are asked for by the final name, so that they may be written with any. */
const canonical = canonicalNames(aliases);

function final<Row extends { readonly language: CodeLanguage; readonly callees: readonly CalleeName[] }>(
  rows: readonly Row[],
): readonly Row[] {
  return rows.map((row) => ({
    ...row,
    callees: [...new Set(row.callees.map((name) => canonical(row.language, name)))],
  }));
}

export const sinks: readonly SinkSpec[] = final([...javascriptSinks, ...pythonSinks]);
export const propagators: readonly PropagatorSpec[] = final([...javascriptPropagators, ...pythonPropagators]);
export const sanitizers: readonly SanitizerSpec[] = final([...javascriptSanitizers, ...pythonSanitizers]);
export const callbacks: readonly CallbackSpec[] = final(callbackRows);
export const inputObjects: readonly InputObject[] = inputRows.map((row) => ({
  ...row,
  names: [...new Set(row.names.map((name) => canonical(row.language, name)))],
}));
/** What libraries call of AWS. */
export const libraryCalls: readonly LibraryCallSpec[] = final([...javascriptLibraryCalls, ...pythonLibraryCalls]);
export const eventSchemas: readonly EventSchema[] = [...platformEvents, unknownEvent(platformEvents)];
