import type { Data, SourceRange, Value } from '@leastwise/model';
import { invalid, known, unknown } from '../../../cloudformation/values.ts';
import type { CallExpression } from '../../syntax/hcl.ts';
import { MAX_OPTIONS } from '../conditions.ts';
import { tooMuch } from '../too-much.ts';
import { textOf } from '../encoded-text.ts';
import { openOf } from '../operators.ts';
import type { Scope } from '../scope.ts';
import type { Call, TerraformFunction } from './call.ts';
import { collectionFunctions } from './collection.ts';
import { encodingFunctions } from './encoding.ts';
import { fileFunctions } from './file.ts';
import { hashFunctions } from './hash.ts';
import { listFunctions } from './list.ts';
import { networkFunctions } from './network.ts';
import { numberFunctions } from './number.ts';
import { patternFunctions } from './pattern.ts';
import { setFunctions } from './set.ts';
import { textFunctions } from './text.ts';
import { timeFunctions } from './time.ts';
import { typeFunctions } from './type.ts';

/** Every pure function of Terraform and OpenTofu, and those that are known to be impure. */
export const functions: ReadonlyMap<string, TerraformFunction> = new Map(
  [
    collectionFunctions,
    encodingFunctions,
    fileFunctions,
    hashFunctions,
    listFunctions,
    networkFunctions,
    numberFunctions,
    patternFunctions,
    setFunctions,
    textFunctions,
    timeFunctions,
    typeFunctions,
  ].flatMap((table) => Object.entries(table)),
);

/** Calls that look at their arguments as they are, open or not. */
const TAKES_ANYTHING: ReadonlySet<string> = new Set([
  'try',
  'can',
  'sensitive',
  'nonsensitive',
  'issensitive',
  'coalesce',
]);

export function callFunction(
  expression: CallExpression,
  args: readonly Value[],
  scope: Scope,
  origin: SourceRange,
): Value {
  const name = expression.name.replace(/^core::/, '');
  if (name.startsWith('provider::')) {
    return unknown('macro', `The function ${name} is one of a provider, which is not run.`, origin);
  }
  const found = functions.get(name);
  if (found === undefined) return invalid(`Terraform has no function ${name}.`, origin);
  const all = expression.expands ? expanded(args) : args;
  if (all === undefined) return openOf(args.slice(-1), origin);
  return overChoices(found, { name, args: all, origin, scope }, 0);
}

function expanded(args: readonly Value[]): readonly Value[] | undefined {
  const last = args.at(-1);
  if (last?.kind !== 'known' || !Array.isArray(last.value)) return undefined;
  return [...args.slice(0, -1), ...(last.value as readonly Value[])];
}

/** Arguments that are open between values give a result for each; choices under one condition move together. */
function overChoices(found: TerraformFunction, call: Call, depth: number): Value {
  const choice = call.args.find((arg) => arg.kind === 'choice');
  if (choice?.kind !== 'choice') return apply(found, call);
  if (depth > 3) return unknown('limit', 'This has more possible values than are looked at.', call.origin);
  const options: { when: string; value: Value }[] = [];
  for (const [index, option] of choice.options.entries()) {
    const args = call.args.map((arg) =>
      arg.kind === 'choice' && movesWith(arg, choice) ? (arg.options[index]?.value ?? arg) : arg,
    );
    const value = overChoices(found, { ...call, args }, depth + 1);
    if (value.kind !== 'choice') options.push({ when: option.when, value });
    else for (const inner of value.options) options.push({ when: `${option.when}, ${inner.when}`, value: inner.value });
    if (options.length > MAX_OPTIONS)
      return unknown('limit', 'This has more possible values than are looked at.', call.origin);
  }
  return { kind: 'choice', options, origin: call.origin };
}

const movesWith = (one: Value & { kind: 'choice' }, other: Value & { kind: 'choice' }): boolean =>
  one.options.length === other.options.length &&
  one.options.every(({ when }, index) => when === other.options[index]?.when);

function apply(found: TerraformFunction, call: Call): Value {
  const { args, origin } = call;
  const { session } = call.scope.module;
  const mistaken = TAKES_ANYTHING.has(call.name)
    ? undefined
    : args.find((arg) => arg.kind === 'unknown' && arg.cause === 'invalid');
  if (mistaken !== undefined) return { ...mistaken, origin };
  if (!session.spend(1 + args.length)) return tooMuch(origin);
  const made = found(call);
  if (made === undefined) return openCall(call);
  if (typeof made === 'string' && !session.spend(made.length >> 8)) return tooMuch(origin);
  const value = typeof made === 'object' ? made : known(made, origin);
  const size = value.kind === 'known' ? sizeOf(value.value) : 0;
  if (size > MAX_MEMBERS || !session.spend(size)) return tooMuch(origin);
  return TAKES_ANYTHING.has(call.name) ? value : marked(value, args);
}

/** What doubles again and again is stopped here. */
const MAX_MEMBERS = 100_000;

const sizeOf = (data: Data): number => (data instanceof Map ? data.size : Array.isArray(data) ? data.length : 0);

function openCall(call: Call): Value {
  const { session } = call.scope.module;
  const open = openOf(
    call.args.map((arg) => textOf(session.lookThrough(arg))),
    call.origin,
  );
  if (open.kind === 'unknown' && open.cause === 'invalid') {
    const inner = call.args.map((arg) => openInside(arg)).find((value) => value !== undefined);
    return inner === undefined
      ? invalid(`${call.name} cannot take what stands here.`, call.origin)
      : { ...inner, origin: call.origin };
  }
  if (open.kind !== 'unknown') return open;
  // What is known of a result is of which nodes it was made.
  const about = call.args.flatMap((arg) => (arg.kind === 'reference' ? [arg.node] : []));
  return about.length === 0 ? open : { ...open, about };
}

/** An open member of a list or map that a function needs whole. */
function openInside(value: Value, depth = 0): Value | undefined {
  if (depth > 6 || value.kind !== 'known' || typeof value.value !== 'object' || value.value === null) return undefined;
  const members: Iterable<Value> =
    value.value instanceof Map ? value.value.values() : (value.value as readonly Value[]);
  for (const inner of members) {
    if (inner.kind === 'unknown') return inner;
    const deeper = openInside(inner, depth + 1);
    if (deeper !== undefined) return deeper;
    if (inner.kind === 'reference' || inner.kind === 'text' || inner.kind === 'choice') {
      return unknown('attribute', 'This hangs on something that only a deployment knows.', value.origin);
    }
  }
  return undefined;
}

/** A result is secret, or only likely, as what it is made of. */
function marked(value: Value, args: readonly Value[]): Value {
  const isSecret = args.some((arg) => 'sensitive' in arg && arg.sensitive === true);
  const via = value.via ?? args.flatMap((arg) => arg.via ?? []).slice(0, 8);
  const assumed =
    value.kind === 'known' ? args.find((arg) => arg.kind === 'known' && arg.assumed !== undefined) : undefined;
  return {
    ...value,
    ...(isSecret ? { sensitive: true } : {}),
    ...(via.length === 0 ? {} : { via }),
    ...(assumed?.kind === 'known' && assumed.assumed !== undefined ? { assumed: assumed.assumed } : {}),
  };
}
