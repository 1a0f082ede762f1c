export { readTerraform } from './read-terraform.ts';
export { isTerraformCandidate, isVariableFile } from './recognise.ts';
export type { TerraformInputs } from './inputs.ts';
