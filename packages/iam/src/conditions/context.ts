/** The value of a key that the caller marked as unknown: it may be missing or anything. */
export const unknownKey: unique symbol = Symbol('unknown key');

/** Undefined: the request has no such key. A list is a key with any number of values, also none. */
export type ContextValue = string | readonly string[] | typeof unknownKey | undefined;

/** The context of one request, asked by key in lower case: keys are compared without regard to letter case. */
export interface ContextView {
  value(key: string): ContextValue;
}
