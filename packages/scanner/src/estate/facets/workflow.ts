import { data, flag, list, mapping, number, section, text, values } from '../mapping.ts';
import { reference } from './reference.ts';

/** Step Functions, and the deployment pipelines that call functions. */
export const workflowMappings = [
  mapping(
    'state-machine',
    {
      types: ['AWS::StepFunctions::StateMachine'],
      name: 'StateMachineName',
      page: `${reference}aws-resource-stepfunctions-statemachine.html`,
    },
    {
      name: text('StateMachineName'),
      type: text('StateMachineType', { default: 'STANDARD' }),
      role: data('RoleArn'),
      definition: data('Definition'),
      definitionText: data('DefinitionString'),
      definitionObject: data('DefinitionS3Location'),
      substitutions: data('DefinitionSubstitutions'),
      logging: section('LoggingConfiguration', {
        level: text('Level', { default: 'OFF' }),
        executionData: flag('IncludeExecutionData', { default: false }),
        destinations: list('Destinations', { group: data('CloudWatchLogsLogGroup.LogGroupArn') }),
      }),
      tracing: flag('TracingConfiguration.Enabled', { default: false }),
      encryption: section('EncryptionConfiguration', {
        type: text('Type', { default: 'AWS_OWNED_KEY' }),
        key: data('KmsKeyId'),
      }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'state-machine-version',
    {
      types: ['AWS::StepFunctions::StateMachineVersion'],
      page: `${reference}aws-resource-stepfunctions-statemachineversion.html`,
    },
    { stateMachine: data('StateMachineArn') },
  ),
  mapping(
    'state-machine-alias',
    {
      types: ['AWS::StepFunctions::StateMachineAlias'],
      name: 'Name',
      page: `${reference}aws-resource-stepfunctions-statemachinealias.html`,
    },
    {
      name: text('Name'),
      routing: list('RoutingConfiguration', { version: data('StateMachineVersionArn'), weight: number('Weight') }),
      deployedVersion: data('DeploymentPreference.StateMachineVersionArn'),
    },
  ),
  mapping(
    'activity',
    {
      types: ['AWS::StepFunctions::Activity'],
      name: 'Name',
      page: `${reference}aws-resource-stepfunctions-activity.html`,
    },
    { name: text('Name') },
  ),
  mapping(
    'deployment-application',
    {
      types: ['AWS::CodeDeploy::Application'],
      name: 'ApplicationName',
      page: `${reference}aws-resource-codedeploy-application.html`,
    },
    { name: text('ApplicationName'), platform: text('ComputePlatform') },
  ),
  mapping(
    'deployment-group',
    {
      types: ['AWS::CodeDeploy::DeploymentGroup'],
      name: 'DeploymentGroupName',
      page: `${reference}aws-resource-codedeploy-deploymentgroup.html`,
    },
    { name: text('DeploymentGroupName'), application: data('ApplicationName'), role: data('ServiceRoleArn') },
  ),
  mapping(
    'delivery-pipeline',
    {
      types: ['AWS::CodePipeline::Pipeline'],
      name: 'Name',
      page: `${reference}aws-resource-codepipeline-pipeline.html`,
    },
    {
      name: text('Name'),
      role: data('RoleArn'),
      stages: list('Stages', {
        name: text('Name'),
        actions: list('Actions', {
          name: text('Name'),
          category: text('ActionTypeId.Category'),
          provider: text('ActionTypeId.Provider'),
          function: data('Configuration.FunctionName'),
          role: data('RoleArn'),
        }),
      }),
      artifactBuckets: values('ArtifactStore.Location'),
    },
  ),
] as const;
