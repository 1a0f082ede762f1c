import type { SourceMember, SourceOperation, SourceService } from './read-models.ts';

/** Verbs that hand a role to a service. Reading and deleting never do. */
const handing =
  /^(?:Add|Associate|Attach|Claim|Configure|Create|Deploy|Enable|Execute|Import|Export|Modify|Provision|Publish|Put|Register|Replace|Request|Restore|Run|Schedule|Send|Set|Start|Submit|Test|Update|Upload|Upgrade|Invoke|Batch(?:Create|Put|Update)|Rebuild|Replicate|Change|Copy|Activate)/;

/** Of these services a role in the input is the subject, not something that is passed. */
const excluded = new Set([
  'account-access',
  'auditmanager',
  'sts',
  'iam',
  'sso',
  'sso-admin',
  'accessanalyzer',
  'rolesanywhere',
  'organizations',
  'ram',
]);

/** Roles that the service does not take on: session names, principals in a grant, the role of somebody else. */
const notPassed =
  /(?:RoleName|RoleSession|RoleType|RoleMapping|AssumedRole|CallerRole|PrincipalRole|RoleId|LinkedRole|UserRole|RoleAlias|AccessControlRole|snowflakeRole|BackendRole|crossAccount|resourceIdentifier)/i;

/** Who takes the role on, where it is one known service. */
const principals: Readonly<Record<string, string>> = {
  apprunner: 'tasks.apprunner.amazonaws.com',
  appsync: 'appsync.amazonaws.com',
  athena: 'athena.amazonaws.com',
  batch: 'batch.amazonaws.com',
  bedrock: 'bedrock.amazonaws.com',
  'bedrock-agent': 'bedrock.amazonaws.com',
  'bedrock-agentcore-control': 'bedrock-agentcore.amazonaws.com',
  cloudformation: 'cloudformation.amazonaws.com',
  cloudtrail: 'cloudtrail.amazonaws.com',
  codebuild: 'codebuild.amazonaws.com',
  codedeploy: 'codedeploy.amazonaws.com',
  codepipeline: 'codepipeline.amazonaws.com',
  'cognito-idp': 'cognito-idp.amazonaws.com',
  config: 'config.amazonaws.com',
  events: 'events.amazonaws.com',
  firehose: 'firehose.amazonaws.com',
  glue: 'glue.amazonaws.com',
  iot: 'iot.amazonaws.com',
  kinesisanalyticsv2: 'kinesisanalytics.amazonaws.com',
  lambda: 'lambda.amazonaws.com',
  logs: 'logs.amazonaws.com',
  mwaa: 'airflow-env.amazonaws.com',
  osis: 'osis-pipelines.amazonaws.com',
  pipes: 'pipes.amazonaws.com',
  sagemaker: 'sagemaker.amazonaws.com',
  scheduler: 'scheduler.amazonaws.com',
  stepfunctions: 'states.amazonaws.com',
  transfer: 'transfer.amazonaws.com',
};

/** `iam:PassRole` rows for every member of the input that hands a role to the service. */
export function derivePassRole(service: SourceService, operation: SourceOperation): readonly string[] {
  if (excluded.has(service.id) || !handing.test(operation.name)) return [];
  const principal = principals[service.id];
  return rolesIn(operation.members, '', 0, true).map(
    ({ path, required }) =>
      `+iam:PassRole${required ? '' : ` if ${path}`} pass ${path}${principal === undefined ? '' : ` to ${principal}`}`,
  );
}

interface RoleMember {
  readonly path: string;
  readonly required: boolean;
}

/** Roles at most three levels deep: below, they are details of a job that names its role at the top as well. */
function rolesIn(
  members: readonly SourceMember[],
  before: string,
  depth: number,
  required: boolean,
): readonly RoleMember[] {
  return members.flatMap((member) => {
    const path = before + member.name;
    const must = required && member.required;
    if (isRole(member)) return [{ path: member.kind === 'list' ? `${path}[]` : path, required: must }];
    if (depth === 2) return [];
    if (member.kind === 'structure') return rolesIn(member.members(), `${path}.`, depth + 1, must);
    if (member.kind === 'list' && member.element === 'structure') {
      return rolesIn(member.members(), `${path}[].`, depth + 1, false);
    }
    return [];
  });
}

/** `Role` may be a word (`ADMIN`) or somebody in a chat; then its shape says nothing of an ARN. */
function isRole(member: SourceMember): boolean {
  if (member.fixed || member.name.startsWith('Remove') || notPassed.test(member.name)) return false;
  if (member.kind === 'list') return member.element === 'string' && /(?:IamRoles|RoleArns|roleArns)$/.test(member.name);
  if (member.kind !== 'string') return false;
  if (/(?:RoleArn|RoleARN|roleArn|role_arn|roleARN)$/.test(member.name)) return true;
  if (
    /(?:Service|Execution|Access|Iam|IAM|Invocation|Job|JobFlow|Task|AutoScaling|Operations)Role$/i.test(member.name)
  ) {
    return true;
  }
  return /(?:Role|role)$/.test(member.name) && /(?:arn|Role$|RoleString|NonEmptyString)/i.test(member.shape);
}
