/** One condition of a statement: the operator, the context key and the values it is compared with. */
export interface ConditionBlock {
  readonly [operator: string]: { readonly [key: string]: readonly string[] };
}
