/** A value of the code as far as it is known, without positions: what permissions and hosts are resolved from. */
export type CodeValue =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'one-of'; readonly values: readonly CodeValue[] }
  /** An environment variable; leads to the template's value. */
  | { readonly kind: 'environment'; readonly name: string; readonly fallback?: CodeValue }
  /** Text with holes: `orders/${event.id}.json`. */
  | { readonly kind: 'text'; readonly parts: readonly CodeValue[] }
  /** A key that is an environment variable is written `${TABLE}`. */
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, CodeValue>; readonly complete: boolean }
  | { readonly kind: 'list'; readonly items: readonly CodeValue[] }
  /** Comes from the event: `pathParameters.id`. */
  | { readonly kind: 'event'; readonly path: string }
  /** Read at run time: a parameter of SSM, a secret, a row. */
  | { readonly kind: 'fetched'; readonly from: string }
  | { readonly kind: 'unknown'; readonly reason: string };
