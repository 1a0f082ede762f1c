import type { OperationTable } from './table.ts';

const name = 'FunctionName:FunctionName!function-name';
const fn = `function{${name}}`;
/** A call with a qualifier is on the version or the alias. */
const qualified = `function{${name}}?!Qualifier | function alias{${name},Alias:Qualifier}?Qualifier`;
const onFunction = (action: string): readonly [string, string] => [action, `${action} on ${fn}`];
const onQualified = (action: string): readonly [string, string] => [action, `${action} on ${qualified}`];

const passes = (member: string): string => `+iam:PassRole if ${member} pass ${member} to lambda.amazonaws.com`;

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html */
const lambda: OperationTable[string] = {
  ...Object.fromEntries(
    [
      'DeleteFunctionCodeSigningConfig',
      'DeleteFunctionConcurrency',
      'GetFunctionCodeSigningConfig',
      'GetFunctionConcurrency',
      'GetFunctionRecursionConfig',
      'ListAliases',
      'ListFunctionEventInvokeConfigs',
      'ListFunctionUrlConfigs',
      'ListProvisionedConcurrencyConfigs',
      'ListVersionsByFunction',
      'PublishVersion',
      'PutFunctionCodeSigningConfig',
      'PutFunctionConcurrency',
      'PutFunctionRecursionConfig',
      'UpdateFunctionCode',
    ].map(onFunction),
  ),
  ...Object.fromEntries(
    [
      'AddPermission',
      'CreateFunctionUrlConfig',
      'DeleteFunction',
      'DeleteFunctionEventInvokeConfig',
      'DeleteFunctionUrlConfig',
      'DeleteProvisionedConcurrencyConfig',
      'GetFunction',
      'GetFunctionConfiguration',
      'GetFunctionEventInvokeConfig',
      'GetFunctionUrlConfig',
      'GetPolicy',
      'GetProvisionedConcurrencyConfig',
      'GetRuntimeManagementConfig',
      'PutFunctionEventInvokeConfig',
      'PutProvisionedConcurrencyConfig',
      'PutRuntimeManagementConfig',
      'RemovePermission',
      'UpdateFunctionEventInvokeConfig',
      'UpdateFunctionUrlConfig',
    ].map(onQualified),
  ),
  CreateAlias: `CreateAlias on ${fn}`,
  CreateFunction: [
    `CreateFunction on ${fn}`,
    '+iam:PassRole pass Role to lambda.amazonaws.com',
    '+GetLayerVersion on layerVersion=Layers[] if Layers',
    `+TagResource on ${fn} if Tags maybe tag-on-create`,
    '+ec2:DescribeSecurityGroups if VpcConfig',
    '+ec2:DescribeSubnets if VpcConfig',
    '+ec2:DescribeVpcs if VpcConfig',
  ].join('; '),
  DeleteAlias: `DeleteAlias on ${fn}`,
  GetAlias: `GetAlias on ${fn}`,
  GetLayerVersionByArn: 'GetLayerVersion on layerVersion=Arn',
  Invoke: `InvokeFunction on ${qualified}`,
  InvokeAsync: `InvokeAsync on ${fn}; +InvokeFunction on ${fn}`,
  InvokeWithResponseStream: `InvokeFunction on ${qualified}`,
  UpdateAlias: `UpdateAlias on ${fn}`,
  UpdateFunctionConfiguration: [
    `UpdateFunctionConfiguration on ${fn}`,
    passes('Role'),
    '+GetLayerVersion on layerVersion=Layers[] if Layers',
    '+ec2:DescribeSecurityGroups if VpcConfig',
    '+ec2:DescribeSubnets if VpcConfig',
    '+ec2:DescribeVpcs if VpcConfig',
  ].join('; '),
};

const runTask = [
  '+iam:PassRole if overrides.taskRoleArn pass overrides.taskRoleArn to ecs-tasks.amazonaws.com',
  '+iam:PassRole if overrides.executionRoleArn pass overrides.executionRoleArn to ecs-tasks.amazonaws.com',
  // The roles that the task definition names are passed as well.
  '+iam:PassRole maybe destination',
].join('; ');

const stepFunctions = 'states.amazonaws.com';

export const compute: OperationTable = {
  lambda,
  ecs: {
    RunTask: `RunTask on task-definition{TaskDefinitionFamilyName:taskDefinition}; ${runTask}`,
    StartTask: `StartTask on task-definition{TaskDefinitionFamilyName:taskDefinition}; ${runTask}`,
  },
  batch: {
    CancelJobs: 'CancelJob',
    TerminateJobs: 'TerminateJob',
    TerminateServiceJobs: 'TerminateServiceJob',
  },
  stepfunctions: {
    ...Object.fromEntries(
      ['DescribeExecution', 'GetExecutionHistory', 'ListMapRuns', 'RedriveExecution', 'StopExecution'].map((action) => [
        action,
        `${action} on execution=executionArn`,
      ]),
    ),
    CreateStateMachine: `CreateStateMachine on statemachine{StateMachineName:name}; +iam:PassRole pass roleArn to ${stepFunctions}; +TagResource on statemachine{StateMachineName:name} if tags maybe tag-on-create`,
    UpdateStateMachine: `UpdateStateMachine on statemachine=stateMachineArn; +iam:PassRole if roleArn pass roleArn to ${stepFunctions}`,
  },
  ecr: { ListImageReferrers: 'BatchGetImage' },
  ec2: {
    AssociateIamInstanceProfile: 'AssociateIamInstanceProfile; +iam:PassRole maybe destination',
    ReplaceIamInstanceProfileAssociation: 'ReplaceIamInstanceProfileAssociation; +iam:PassRole maybe destination',
    RunInstances:
      'RunInstances; +iam:PassRole if IamInstanceProfile maybe destination; +CreateTags if TagSpecifications maybe tag-on-create',
    RequestSpotInstances:
      'RequestSpotInstances; +iam:PassRole if LaunchSpecification.IamInstanceProfile maybe destination',
  },
  'sagemaker-runtime': {
    InvokeEndpointWithResponseStream:
      'InvokeEndpointWithResponseStream on endpoint{EndpointName:EndpointName}; +InvokeEndpoint on endpoint{EndpointName:EndpointName}',
  },
};
