import type { UnsafeSetting } from '../../facts/function-facts.ts';
import type { IrFunction, IrModule } from '../../ir/module.ts';
import type { Operation, Register, VariableId } from '../../ir/operation.ts';
import { flatten } from './flatten.ts';
import { openCors } from './open-cors.ts';
import { certificatesIgnored } from './certificates-ignored.ts';
import { internalsReturned } from './internals-returned.ts';

type Place = (start: number, end: number) => UnsafeSetting['at'];

const tokenName = /(?:token|secret|password|passcode|nonce|otp|session|csrf|api_?key|salt|verification_?code)/i;
const predictable = new Set(['random', 'randint', 'randrange', 'choice', 'choices', 'getrandbits']);

/**
 * What can be read off the operations of a module without running them: tokens made of predictable numbers, wildcard CORS
 * with credentials, and, in an authorizer, an answer that lets in whoever makes it fail.
 */
export function scanModule(module: IrModule, isAuthorizer: boolean, place: Place): readonly UnsafeSetting[] {
  const known = isAuthorizer ? scannedAuthorizers : scanned;
  let found = known.get(module);
  if (found === undefined) known.set(module, (found = scan(module, isAuthorizer, place)));
  return found;
}

/** A module is reached by many entries and is the same for each. */
const scanned = new WeakMap<IrModule, readonly UnsafeSetting[]>();
const scannedAuthorizers = new WeakMap<IrModule, readonly UnsafeSetting[]>();

function scan(module: IrModule, isAuthorizer: boolean, place: Place): readonly UnsafeSetting[] {
  const found: UnsafeSetting[] = [];
  for (const each of module.functions) {
    const all = flatten(each.body);
    found.push(
      ...predictableTokens(module, each, all, place),
      ...openCors(all, place),
      ...internalsReturned(module, all, place),
      ...certificatesIgnored(module, all, place),
    );
    if (isAuthorizer) found.push(...failsOpen(all, place));
  }
  return found;
}

function predictableTokens(
  module: IrModule,
  own: IrFunction,
  all: readonly Operation[],
  place: Place,
): UnsafeSetting[] {
  const objects = new Map<Register, string>();
  const calls: Operation[] = [];
  const callees = new Map<Register, boolean>();
  for (const operation of all) {
    if (operation.op === 'global') objects.set(operation.to, operation.name);
    if (operation.op === 'load') {
      const variable = module.variables[operation.variable];
      if (module.language === 'python' && variable?.name === 'random') objects.set(operation.to, 'random');
    }
    if (operation.op === 'get' && typeof operation.key === 'string') {
      const owner = objects.get(operation.object);
      callees.set(
        operation.to,
        (owner === 'Math' && operation.key === 'random') || (owner === 'random' && predictable.has(operation.key)),
      );
    }
    if (operation.op === 'call' && callees.get(operation.callee) === true) calls.push(operation);
  }
  if (calls.length === 0) return [];
  return calls.flatMap((call): UnsafeSetting[] => {
    const named = tokenName.test(own.name) ? own.name : nameMadeOf(module, own, call, all);
    if (named === undefined) return [];
    return [
      {
        kind: 'weak-random-token',
        at: place(call.start, call.end),
        message: `${named} is made of numbers that can be predicted.`,
        steps: [],
      },
    ];
  });
}

/** The first telling name that the result of a call is put under, through what is computed of it. */
function nameMadeOf(module: IrModule, own: IrFunction, call: Operation, all: readonly Operation[]): string | undefined {
  if (call.op !== 'call') return undefined;
  const inside = follow(module, call.to, all);
  if (inside.name !== undefined || !inside.isReturned) return inside.name;
  // A comprehension or a callback gives its result to what the function around it computes.
  const parent = module.functions.find(({ id }) => id === own.parent);
  if (parent === undefined || tokenName.test(own.name) || !['arrow', 'lambda', 'comprehension'].includes(own.kind))
    return undefined;
  const around = flatten(parent.body);
  const made = around.find((operation) => operation.op === 'function' && operation.function === own.id);
  if (made?.op !== 'function') return undefined;
  return follow(module, made.to, around).name ?? (tokenName.test(parent.name) ? parent.name : undefined);
}

function follow(
  module: IrModule,
  from: Register,
  all: readonly Operation[],
): { readonly name?: string; readonly isReturned: boolean } {
  const derived = new Set<Register>([from]);
  // The list that a comprehension fills is a variable that the front end made.
  const lists = new Set<VariableId>();
  let isReturned = false;
  for (const operation of all) {
    if (operation.op === 'store' && derived.has(operation.value)) {
      const name = module.variables[operation.variable]?.name ?? '';
      if (tokenName.test(name)) return { name, isReturned };
      if (name.startsWith('%')) lists.add(operation.variable);
    } else if (operation.op === 'load' && lists.has(operation.variable)) {
      derived.add(operation.to);
    } else if (operation.op === 'object') {
      for (const entry of operation.entries) {
        if (
          entry.kind === 'entry' &&
          derived.has(entry.value) &&
          typeof entry.key === 'string' &&
          tokenName.test(entry.key)
        )
          return { name: entry.key, isReturned };
      }
    } else if (operation.op === 'return') {
      isReturned ||= operation.value !== undefined && derived.has(operation.value);
    } else if (
      'to' in operation &&
      operation.to !== undefined &&
      operandsOf(operation).some((one) => derived.has(one))
    ) {
      derived.add(operation.to);
    }
  }
  return { isReturned };
}

function operandsOf(operation: Operation): readonly Register[] {
  switch (operation.op) {
    case 'get':
      return [operation.object];
    case 'call':
      return [
        ...(operation.receiver === undefined ? [] : [operation.receiver]),
        ...operation.arguments.map(({ value }) => value),
      ];
    case 'join':
      return operation.parts.filter((part) => typeof part === 'number');
    case 'binary':
      return [operation.left, operation.right];
    case 'unary':
    case 'await':
      return [operation.value];
    case 'choose':
      return operation.values;
    case 'list':
      return operation.items.map(({ value }) => value);
    default:
      return [];
  }
}

/** An answer of `Allow` or `isAuthorized: true` where an error is caught. */
function failsOpen(all: readonly Operation[], place: Place): UnsafeSetting[] {
  const found: UnsafeSetting[] = [];
  for (const operation of all) {
    if (operation.op !== 'try') continue;
    for (const handler of operation.handlers) {
      const inside = flatten(handler.body);
      const allow = inside.find(
        (other, index) =>
          (other.op === 'constant' && other.value === 'Allow') ||
          (other.op === 'object' &&
            other.entries.some(
              (entry) =>
                entry.kind === 'entry' && entry.key === 'isAuthorized' && isTrue(entry.value, inside.slice(0, index)),
            )),
      );
      if (allow === undefined) continue;
      found.push({
        kind: 'authorizer-fails-open',
        at: place(allow.start, allow.end),
        message: 'Whoever makes the check fail is let in.',
        steps: [],
      });
    }
  }
  return found;
}

function isTrue(register: Register, before: readonly Operation[]): boolean {
  const made = before.findLast((operation) => operation.op === 'constant' && operation.to === register);
  return made?.op === 'constant' && made.value === true;
}
