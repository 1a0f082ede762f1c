import { isTerraformFile } from './modules/module-source.ts';

/** By name: a file that is read with the others of its folder, or a wrapper around them. */
export function isTerraformCandidate(file: string): boolean {
  return isTerraformFile(file) || isTerragrunt(file);
}

export const isTerragrunt = (file: string): boolean => /(?:^|\/)terragrunt\.hcl$/.test(file);

/** Values of variables, not a template. */
export const isVariableFile = (file: string): boolean => /\.tfvars(?:\.json)?$/.test(file);
