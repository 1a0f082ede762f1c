/** What a person says about the deployment of a root module. */
export interface TerraformInputs {
  /** `--param`: values of variables by name. */
  readonly parameters: ReadonlyMap<string, string>;
  /** A `.tfvars` file, from the root of the tree. */
  readonly parameterFile?: string | undefined;
  /** `--stage`: the workspace, and the name of the `.tfvars` file that is for it. */
  readonly stage?: string | undefined;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  readonly partition?: string | undefined;
}
