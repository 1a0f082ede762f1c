import type { CallSite, Machine } from '../machine.ts';
import { positional } from '../native-call.ts';
import { exactItemsOf } from '../members.ts';
import type { ClassValue, FunctionValue, NativeValue, PassedArgument, Value } from '../value.ts';

/** `fn.call(self, …)`, `fn.apply(self, list)`, `fn.bind(self, …)`. */
export function callFunctionMethod(
  machine: Machine,
  site: CallSite,
  receiver: FunctionValue | NativeValue | ClassValue,
  method: string,
): Value | undefined {
  if (site.language !== 'javascript') return undefined;
  const self = positional(site, 0);
  const again = (given: readonly PassedArgument[]): Value =>
    machine.call({ ...site, callee: receiver, receiver: self, arguments: given, method: undefined });
  switch (method) {
    case 'call':
      return again(site.arguments.slice(1));
    case 'apply': {
      const list = positional(site, 1);
      if (list === undefined) return again([]);
      const exact = exactItemsOf(list);
      return again(exact === undefined ? [{ value: list, spread: 'items' }] : exact.map((value) => ({ value })));
    }
    case 'bind': {
      if (receiver.kind !== 'function') return receiver;
      const bound = [...(receiver.boundArguments ?? []), ...site.arguments.slice(1)];
      return {
        ...receiver,
        ...(self === undefined || receiver.function.kind === 'arrow' ? {} : { self }),
        ...(bound.length === 0 ? {} : { boundArguments: bound }),
      };
    }
    default:
      return undefined;
  }
}
