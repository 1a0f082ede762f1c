export { readTerraform } from './read-terraform.ts';
export { looksLikePlan } from './plan/read-plan.ts';
export { isTerraformCandidate, isVariableFile } from './recognise.ts';
export type { TerraformInputs } from './inputs.ts';
