import { actionInfo, containsActionPattern } from '@leastwise/iam';
import type { NodeId, SourceRange } from '@leastwise/model';
import { readPolicyDocument } from '../../estate/policies/policy-document.ts';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import type { CodeFacts } from '../code/code-facts.ts';
import { actionClasses } from './action-class.ts';
import type { Excess } from './grants.ts';
import type { FunctionPermissions } from './permissions-of.ts';

/** What the functions of one role are allowed and none of them needs. */
export interface RoleExcess {
  readonly holders: readonly NodeOf<'function'>[];
  /** Whole action patterns, as the policies write them; upkeep such as logs and traces is left out. */
  readonly unneeded: readonly Excess[];
  /** Single actions that the role allows. */
  readonly held: number;
  /** Single actions that its functions need. */
  readonly needed: ReadonlySet<string>;
}

/** Why it cannot be told; a role that runs other things than functions is no question at all. */
export type UnknownExcess = { readonly why: string; readonly at: SourceRange } | 'no-question';

/**
 * Only where every call of every function of the role is understood: one that is not may need anything.
 */
export function unneededByRole(
  estate: Estate,
  role: NodeOf<'role'>,
  code: CodeFacts,
  permissions: (functionId: NodeId) => FunctionPermissions | undefined,
): RoleExcess | UnknownExcess {
  const users = estate.edgesTo(role.id, 'assumes');
  const holders = users.flatMap(({ from }) => estate.get(from, 'function') ?? []);
  if (holders.length === 0 || holders.length < users.length || !isForFunctions(role)) return 'no-question';
  const all: FunctionPermissions[] = [];
  for (const holder of holders) {
    const found = permissions(holder.id);
    const known = code.of(holder.id);
    if (found?.held === undefined || (known === undefined && estate.openReason(holder.facet.handler) === undefined))
      return 'no-question';
    const open = found.unknowns.find(({ of }) => of === 'needed');
    if (open !== undefined) return { why: open.reason, at: open.at ?? holder.keyRange };
    const foreign = known?.packages.find(mayCallAws);
    if (foreign !== undefined)
      return { why: `What the package ${foreign} calls of AWS is not known.`, at: holder.keyRange };
    all.push(found);
  }
  const called = all.flatMap((one) => one.needed);
  const deployer = called.find(({ action }) => actsForCaller.some((one) => containsActionPattern(one, action)));
  if (deployer !== undefined)
    return {
      why: `${deployer.action} works with the rights of its caller on what it is given.`,
      at: deployer.evidence.at(-1)?.at ?? role.keyRange,
    };
  const needed = new Set(
    called.flatMap(({ action }) => [
      action,
      ...(actionInfo(action)?.dependentActions ?? []),
      ...(onBehalf[action.slice(0, action.indexOf(':'))] ?? []),
    ]),
  );
  const services = new Set(holders.flatMap((holder) => servicesOfExtensions(holder)));
  const unneeded = (all[0]?.excess ?? []).filter(
    ({ by, action, actions }) =>
      by === 'action' &&
      actions.length > 0 &&
      actionClasses(action).length > 0 &&
      !(/^iam:passrole$/i.test(action) && called.some((need) => !passesNoRole.test(need.action))) &&
      !withoutCall.some((one) => containsActionPattern(one, action)) &&
      !(
        tagging.test(action) && called.some((need) => need.action.startsWith(action.slice(0, action.indexOf(':') + 1)))
      ) &&
      !services.has(action.slice(0, action.indexOf(':')).toLowerCase()) &&
      ![...needed].some((one) => containsActionPattern(action, one) || containsActionPattern(one, action)),
  );
  return { holders, unneeded, held: all[0]?.held ?? 0, needed };
}

/** Used with a signed request or a mounted disk: no call of an SDK shows it. */
const withoutCall = [
  'rds-db:connect',
  'dsql:DbConnect*',
  'elasticache:Connect',
  'memorydb:Connect',
  'neptune-db:*',
  'kafka-cluster:*',
  'cassandra:*',
  'es:ESHttp*',
  'aoss:APIAccessAll',
  'aps:*',
  'appsync:GraphQL',
  'execute-api:*',
  'lambda:InvokeFunctionUrl',
  'vpc-lattice-svcs:*',
  'codecommit:Git*',
  'iot:Connect',
  'iot:Publish',
  'iot:Subscribe',
  'iot:Receive',
  'bedrock:CallWithBearerToken',
  'elasticfilesystem:Client*',
  's3files:Client*',
  // Asked for by mappings of event sources, which may stand elsewhere.
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:DescribeStream',
  'dynamodb:ListStreams',
  'kinesis:GetRecords',
  'kinesis:GetShardIterator',
  'kinesis:DescribeStream*',
  'kinesis:SubscribeToShard',
  'kinesis:ListS*',
];

/** Services whose calls hand no role to anybody. */
const passesNoRole =
  /^(dynamodb|s3|sqs|sns|kms|logs|xray|cloudwatch|secretsmanager|ssm|sts|bedrock|ses|execute-api|kinesis):/;

/** Asked for when something is made with tags, whatever the call is named. */
const tagging = /:(tag|untag|add|create|remove)[a-z]*tags?(resource)?[a-z]*$|:tagresource$/i;

/** Creates and changes whatever a document says. */
const actsForCaller = [
  'cloudformation:CreateStack*',
  'cloudformation:UpdateStack*',
  'cloudformation:*ChangeSet',
  'cloudformation:*Resource',
  'servicecatalog:Provision*',
  'ssm:StartAutomationExecution',
];

/** Services that do something else with the rights of who calls them, on what the call does not name. */
const onBehalf: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html, fine-grained-access-to-glue-resources.html
  athena: ['s3:*', 'glue:*', 'lakeformation:GetDataAccess', 'kms:*'],
  // https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_id-based-policy-examples.html
  transcribe: ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 'kms:*'],
  // https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-prereq-permissions-general.html
  bedrock: ['bedrock:Retrieve', 'bedrock:InvokeModel', 'bedrock:GetInferenceProfile', 's3:GetObject'],
  // Changes of addresses wait for what the change refers to.
  ec2: ['ec2:CreateTags', 'iam:PassRole', 'iam:CreateServiceLinkedRole'],
};

/** Another service that may take the role does with it what no code here shows. */
function isForFunctions(role: NodeOf<'role'>): boolean {
  const trust = readPolicyDocument(role.facet.trust);
  return (
    trust.open === undefined &&
    trust.statements.every(
      ({ effect, principals }) =>
        effect === 'Deny' ||
        (!principals.not &&
          principals.open === undefined &&
          principals.principals.every(
            ({ type, value }) =>
              type === 'Service' &&
              value.kind === 'known' &&
              /^(edge)?lambda\.amazonaws\.com$/.test(String(value.value)),
          )),
    )
  );
}

/**
 * Libraries that call AWS by themselves and are no rows of ours: their name says it. The SDKs and what wraps them are followed
 * call by call.
 */
function mayCallAws(name: string): boolean {
  if (/^aws-(serverless-express|embedded-metrics)|^aws_embedded_metrics|^@codegenie\/serverless-express/.test(name))
    return false;
  if (/^(@aws-sdk\/|@smithy\/|aws-sdk$|aws-sdk\/|boto3?$|botocore|aws-lambda$|@types\/)/.test(name)) return false;
  if (
    /^(@aws-lambda-powertools\/(logger|metrics|tracer|jmespath|event-handler|commons)|aws[-_]xray[-_]sdk|aws_lambda_powertools)/.test(
      name,
    )
  )
    return false;
  return /aws|amazon|ynamo|(^|[^a-z])(s3|sqs|sns|ssm|kms|boto)([^a-z]|$)|s3fs|kinesis|bedrock|secrets?-?manager/i.test(
    name,
  );
}

/** An extension in a layer may read secrets and parameters for the code, over a port that no SDK call shows. */
function servicesOfExtensions({ facet }: NodeOf<'function'>): readonly string[] {
  // A file system over a bucket is read with the rights on the bucket.
  const mounted = facet.fileSystems.items.length > 0 ? ['s3'] : [];
  return facet.layers.items.length > 0 || facet.layers.open !== undefined
    ? ['ssm', 'secretsmanager', 'appconfig', 'kms', 'cloudwatch', 'logs', 'xray', 's3', 'lambda']
    : mounted;
}

/** Grants access to others; the access list of a single object reaches no further than the object. */
export function changesRights({ actions }: Excess): boolean {
  return actions.some(
    (action) => actionInfo(action)?.level === 'Permissions management' && !/^s3:PutObject(Version)?Acl$/.test(action),
  );
}
