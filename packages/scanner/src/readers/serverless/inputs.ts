/** What a person says about the deployment of a service. */
export interface ServiceInputs {
  /** `--stage`. */
  readonly stage?: string | undefined;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  readonly partition?: string | undefined;
  /** Given values by name: what `${param:name}` and `${opt:name}` yield. */
  readonly parameters: ReadonlyMap<string, string>;
}
