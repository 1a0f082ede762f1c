import type { UnsafeSetting } from '../../facts/function-facts.ts';
import type { Operation, Register } from '../../ir/operation.ts';

type Place = (start: number, end: number) => UnsafeSetting['at'];

/**
 * Headers that let pages of every origin read answers with the caller's credentials: `*`, which browsers refuse with credentials but
 * which shows the intent, and the origin of the request sent back unchecked, which they accept.
 * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Access-Control-Allow-Credentials
 */
export function openCors(all: readonly Operation[], place: Place): UnsafeSetting[] {
  const constants = new Map<Register, unknown>();
  const reflected = new Set<Register>();
  const variables = new Set<number>();
  const guarded = guardedVariables(all);
  const found: UnsafeSetting[] = [];
  for (const operation of all) {
    if (operation.op === 'constant') constants.set(operation.to, operation.value);
    if (operation.op === 'get' && typeof operation.key === 'string' && operation.key.toLowerCase() === 'origin')
      reflected.add(operation.to);
    if (operation.op === 'store' && reflected.has(operation.value) && !guarded.has(operation.variable))
      variables.add(operation.variable);
    if (operation.op === 'load' && variables.has(operation.variable)) reflected.add(operation.to);
    if (operation.op === 'choose' && operation.values.some((value) => reflected.has(value)))
      reflected.add(operation.to);
    if (operation.op !== 'object') continue;
    const headers = new Map<string, Register>();
    for (const entry of operation.entries) {
      if (entry.kind === 'entry' && typeof entry.key === 'string') headers.set(entry.key.toLowerCase(), entry.value);
    }
    const origin = headers.get('access-control-allow-origin');
    const allowed = headers.get('access-control-allow-credentials');
    if (origin === undefined || allowed === undefined) continue;
    if (String(constants.get(allowed)).toLowerCase() !== 'true') continue;
    const isAny = constants.get(origin) === '*';
    if (!isAny && !reflected.has(origin)) continue;
    found.push({
      kind: 'cors-wildcard-credentials',
      at: place(operation.start, operation.end),
      message: isAny
        ? 'Every origin is allowed, with credentials.'
        : 'Whatever origin asks is allowed, with credentials: nothing compares it with a list.',
      steps: [],
    });
  }
  return found;
}

/** Variables that are given to some call or comparison, which may be the test of the origin. */
function guardedVariables(all: readonly Operation[]): ReadonlySet<number> {
  const loaded = new Map<Register, number>();
  const guarded = new Set<number>();
  for (const operation of all) {
    if (operation.op === 'load') loaded.set(operation.to, operation.variable);
    const used =
      operation.op === 'call'
        ? operation.arguments.map(({ value }) => value).concat(operation.receiver ?? [])
        : operation.op === 'binary'
          ? [operation.left, operation.right]
          : [];
    for (const register of used) {
      const variable = loaded.get(register);
      if (variable !== undefined) guarded.add(variable);
    }
  }
  return guarded;
}
