import type { CallSite, Machine } from '../machine.ts';
import type { NativeCall } from '../native-call.ts';
import { Cells } from '../cells.ts';
import { options, type FunctionValue, type NativeValue, type ObjectValue, type Value } from '../value.ts';
import { jsonBodyEvent } from './json-body.ts';

/**
 * What a wrapper of a library makes of a function: calling it calls the function with the same arguments, and its own
 * members (`middy(handler).use(…)`) give it back.
 */
export function wrapFunction(
  machine: Machine,
  wrapped: FunctionValue | NativeValue,
  name: string,
  site: CallSite,
): Value {
  if (site.language === 'python') return wrapped;
  const members = new Cells(machine.journal.next());
  const middlewares: Value[] = middlewaresOf(site.receiver);
  const value: NativeValue = {
    kind: 'native',
    name,
    members,
    call: (call) => runWrapped(call, wrapped, middlewares),
    fluent: (method, call) => {
      if (method === 'handler' || method === 'lambdaHandler') {
        const [first] = call.arguments;
        if (first !== undefined && (first.value.kind === 'function' || first.value.kind === 'native')) {
          return wrapFunction(call.machine, first.value, name, { ...site, receiver: value });
        }
      }
      for (const argument of call.arguments) middlewares.push(...flat(call.machine, argument.value));
      return value;
    },
    middlewares,
  };
  return value;
}

function flat(machine: Machine, value: Value): readonly Value[] {
  return options(value).flatMap((one) => machine.exactItems(one) ?? [one]);
}

/** Of `middy().use(a).use(b)`: what the calls before were given. */
function middlewaresOf(receiver: Value | undefined): Value[] {
  if (receiver?.kind === 'native') return [...(receiver.middlewares ?? [])];
  const found: Value[] = [];
  for (let one: Value | undefined = receiver, depth = 0; one?.kind === 'external' && depth < 16; depth++) {
    found.unshift(...(one.made?.arguments ?? []).map((argument) => argument.value));
    one = one.made?.receiver;
  }
  return found;
}

function runWrapped(call: NativeCall, wrapped: FunctionValue | NativeValue, middlewares: readonly Value[]): Value {
  const { machine, at } = call;
  const [event, ...rest] = call.arguments;
  let held = event?.value;
  const request: ObjectValue = machine.newMap(
    { ...(held === undefined ? {} : { event: held }), ...(rest[0] === undefined ? {} : { context: rest[0].value }) },
    at,
  );
  for (const middleware of middlewares) {
    if (
      held !== undefined &&
      middleware.kind === 'external' &&
      /json-body-parser#|jsonBodyParser\(\)|body-parser-lambda#/.test(middleware.name)
    ) {
      held = jsonBodyEvent(machine, held, at);
      machine.set(request, 'event', held, at);
    }
    runStep(machine, middleware, 'before', request, call);
    if (held !== undefined) held = machine.get(request, 'event', at);
  }
  const given = event === undefined || held === undefined ? call.arguments : [{ ...event, value: held }, ...rest];
  const result = machine.call({
    callee: wrapped,
    receiver: call.receiver,
    arguments: given,
    style: 'call',
    at,
    method: undefined,
    language: machine.language,
  });
  machine.set(request, 'response', result, at);
  for (const middleware of middlewares) {
    runStep(machine, middleware, 'after', request, call);
    runStep(machine, middleware, 'onError', request, call);
  }
  return middlewares.length === 0 ? result : machine.get(request, 'response', at);
}

function runStep(machine: Machine, middleware: Value, step: string, request: Value, call: NativeCall): void {
  if (middleware.kind !== 'object') return;
  const hook = machine.get(middleware, step, call.at);
  for (const one of options(hook)) {
    if (one.kind === 'function') machine.callback(one, [request], call.at, middleware);
  }
}
