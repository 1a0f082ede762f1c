import type { Value } from '@leastwise/model';
import type { Maker, Material } from '../../cloudformation/sam/made.ts';
import { flagOf, itemsOf } from '../../cloudformation/sam/read-value.ts';
import { textValue } from '../../cloudformation/text-value.ts';
import type { Bench, Cause, ServiceFunction } from '../bench.ts';
import { hasOwnRole, ownRoleId, SHARED_ROLE, writtenRole } from './role-of.ts';

/**
 * The role that all functions share unless they have one of their own, and the roles of the latter.
 * https://www.serverless.com/framework/docs/providers/aws/guide/iam
 */
export function draftRoles(bench: Bench): void {
  const sharing: ServiceFunction[] = [];
  for (const owner of bench.functions) {
    if (writtenRole(owner, bench) !== undefined) continue;
    if (hasOwnRole(owner, bench)) draftOwnRole(owner, bench);
    else sharing.push(owner);
  }
  const [first] = sharing;
  if (first === undefined) return;
  const cause: Cause = { ...bench.providerCause, by: 'provider', from: first.id };
  const make = bench.makeAt((bench.provider('iam') ?? bench.provider('iamRoleStatements'))?.origin ?? cause.at);
  draftRole(SHARED_ROLE, sharing, providerStatements(bench), managedOfProvider(bench), cause, make, bench);
}

export const SCHEDULE_TYPE = 'AWS::Scheduler::Schedule';

/** `provider.iam.role.statements`; `provider.iamRoleStatements` before version 3. */
function providerStatements(bench: Bench): readonly Value[] {
  const statements = bench.provider('iam', 'role', 'statements') ?? bench.provider('iamRoleStatements');
  return itemsOf(statements).flatMap(itemsOf);
}

function managedOfProvider(bench: Bench): readonly Value[] {
  return itemsOf(bench.provider('iam', 'role', 'managedPolicies') ?? bench.provider('iamManagedPolicies'));
}

function draftOwnRole(owner: ServiceFunction, bench: Bench): void {
  const statements = owner.get('iamRoleStatements') ?? owner.get('iam', 'role', 'statements');
  const inherits =
    flagOf(
      owner.get('iamRoleStatementsInherit') ??
        owner.get('iam', 'inheritStatements') ??
        bench.top('custom', 'serverless-iam-roles-per-function', 'defaultInherit'),
    ) ?? false;
  const all = [...itemsOf(statements).flatMap(itemsOf), ...(inherits ? providerStatements(bench) : [])];
  const make = bench.makeAt(statements?.origin ?? owner.cause.at);
  const cause = { ...owner.cause, by: 'iamRoleStatements' };
  const managed = [
    ...itemsOf(owner.get('iam', 'role', 'managedPolicies')),
    ...(inherits ? managedOfProvider(bench) : []),
  ];
  draftRole(ownRoleId(owner), [owner], all, managed, cause, make, bench);
}

function draftRole(
  logicalId: string,
  owners: readonly ServiceFunction[],
  written: readonly Value[],
  managed: readonly Value[],
  cause: Cause,
  make: Maker,
  bench: Bench,
): void {
  const added = owners.flatMap((owner) => bench.statements.get(owner.key) ?? []);
  const isShared = logicalId === SHARED_ROLE;
  const settings = (name: string): Value | undefined => bench.provider('iam', 'role', name);
  const inVpc = owners.some((owner) => bench.drafts.get(functionDraft(owner))?.properties.has('VpcConfig') === true);
  const name = isShared
    ? settings('name')
    : bench.functions.find((each) => each === owners[0])?.get('iamRoleStatementsName');
  const stack = [bench.serviceName, '-', bench.stage] as const;
  const policies: Material[] = [];
  const statements = [...logStatements(owners, make, bench), ...added, ...written];
  if (statements.length > 0) {
    policies.push({
      PolicyName: textValue([...stack, '-lambda'], make.origin),
      PolicyDocument: { Version: '2012-10-17', Statement: statements },
    });
  }
  const region = make.pseudo('AWS::Region');
  const isScheduled = [...bench.drafts.values()].some(
    ({ type, cause: { from } }) => type === SCHEDULE_TYPE && owners.some(({ id }) => id === from),
  );
  const trusted = ['lambda.amazonaws.com', ...(isScheduled ? ['scheduler.amazonaws.com'] : [])];
  bench.add(
    logicalId,
    'AWS::IAM::Role',
    {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: trusted }, Action: ['sts:AssumeRole'] }],
      },
      Policies: policies,
      Path: settings('path') ?? '/',
      RoleName: name ?? (isShared ? textValue([...stack, '-', region, '-lambdaRole'], make.origin) : undefined),
      PermissionsBoundary:
        settings('permissionsBoundary') ??
        bench.provider('rolePermissionsBoundary') ??
        bench.provider('iam', 'role', 'permissionBoundary'),
      Tags: tagList(settings('tags')),
      ManagedPolicyArns: [
        ...(inVpc
          ? [make.sub('arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole')]
          : []),
        ...managed,
      ],
    },
    cause,
  );
}

const functionDraft = (owner: ServiceFunction): string => owner.id.slice(owner.id.lastIndexOf('/') + 1);

function tagList(tags: Value | undefined): Material {
  if (tags?.kind !== 'known' || !(tags.value instanceof Map)) return undefined;
  return [...(tags.value as ReadonlyMap<string, Value>)].map(([Key, Value]) => ({ Key, Value }));
}

/** The framework lets functions write to the log groups whose names begin like theirs. */
function logStatements(owners: readonly ServiceFunction[], make: Maker, bench: Bench): readonly Value[] {
  const logging = owners.filter((owner) => flagOf(owner.get('disableLogs')) !== true);
  if (logging.length === 0) return [];
  const prefix = 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/';
  const start = textValue([bench.serviceName, '-', bench.stage], make.origin);
  const names = logging.filter((owner) => owner.get('name') !== undefined).map((owner) => owner.name);
  const arns = (end: string): readonly Value[] => [
    ...(names.length < logging.length ? [make.sub(`${prefix}\${name}*${end}`, { name: start })] : []),
    ...names.map((name) => make.sub(`${prefix}\${name}${end}`, { name })),
  ];
  return [
    make.of({
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:CreateLogGroup', 'logs:TagResource'],
      Resource: arns(':*'),
    }),
    make.of({ Effect: 'Allow', Action: ['logs:PutLogEvents'], Resource: arns(':*:*') }),
  ];
}
