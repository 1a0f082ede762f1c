import type { SdkCall } from '../../facts/function-facts.ts';
import type { PassedArgument, Value } from '../value.ts';

/** A call of an AWS SDK as its language's reader recognises it, before its values are turned into facts. */
export interface ObservedCall {
  readonly sdk: SdkCall['sdk'];
  readonly service: string;
  readonly operation: string;
  readonly style: SdkCall['style'];
  readonly resource?: string;
  /** The input as one object, as keyword arguments, or by name. */
  readonly input: readonly PassedArgument[];
  /** Members that are known from elsewhere: the name of a table's resource, parameters bound to a client. */
  readonly bound: readonly (readonly [name: string, value: Value])[];
  readonly region?: Value | undefined;
  readonly endpoint?: Value | undefined;
  readonly credentials?: Value | undefined;
  readonly confidence: SdkCall['confidence'];
}
