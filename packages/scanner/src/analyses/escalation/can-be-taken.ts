import type { Identity } from './account.ts';
import { admitsService } from './ask.ts';

/** Services that run code or commands of their user, from which credentials of the role can be taken. */
const running = [
  'lambda.amazonaws.com',
  'edgelambda.amazonaws.com',
  'ec2.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'codebuild.amazonaws.com',
  'glue.amazonaws.com',
  'sagemaker.amazonaws.com',
  'tasks.apprunner.amazonaws.com',
  'bedrock-agentcore.amazonaws.com',
  'emr-serverless.amazonaws.com',
  'kinesisanalytics.amazonaws.com',
  'omics.amazonaws.com',
  'braket.amazonaws.com',
  'gamelift.amazonaws.com',
  'cognito-identity.amazonaws.com',
];

/**
 * Whether somebody other than AWS can come to act as an identity. A role that only AWS Batch itself assumes is nobody's to
 * misuse; it matters as what others pass and take over.
 */
export function canBeTaken(identity: Identity): boolean {
  if (identity.kind !== 'role' || identity.trust === undefined) return true;
  if (/"(AWS|Federated|NotPrincipal)":|"Principal":"\*"/.test(JSON.stringify(identity.trust))) return true;
  return running.some((service) => admitsService(identity, service) !== 'no');
}
