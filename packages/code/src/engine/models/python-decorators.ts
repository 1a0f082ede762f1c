import { positional } from '../native-call.ts';
import { undefinedValue, type Value } from '../value.ts';

/** `@functools.wraps(function)` gives the wrapper back. */
export function wrapsDecorator(): Value {
  return { kind: 'native', name: 'wraps', call: (call) => positional(call, 0) ?? undefinedValue };
}
