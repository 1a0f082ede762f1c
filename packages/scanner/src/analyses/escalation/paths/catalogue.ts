import { computePaths } from './compute.ts';
import { dataPaths } from './data.ts';
import { deliveryPaths } from './delivery.ts';
import { iamPaths } from './iam.ts';
import { lambdaPaths, serverlessPaths } from './lambda.ts';
import type { EscalationPath } from './path.ts';

/** Every path that is judged. Public catalogues number most of them alike; the words and the decisions are ours. */
export const escalationPaths: readonly EscalationPath[] = [
  ...iamPaths,
  ...lambdaPaths,
  ...serverlessPaths,
  ...deliveryPaths,
  ...computePaths,
  ...dataPaths,
];
