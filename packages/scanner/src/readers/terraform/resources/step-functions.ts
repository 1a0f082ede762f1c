import { asMap } from '@leastwise/model';
import { document } from './document.ts';
import { argument } from './argument.ts';
import { block, blocks, only } from './read.ts';
import { row, type Row } from './row.ts';
import { tags } from './tags.ts';

export const stepFunctionRows: readonly Row[] = [
  row(
    'aws_sfn_state_machine',
    'AWS::StepFunctions::StateMachine',
    {
      StateMachineName: 'name',
      StateMachineType: 'type',
      RoleArn: 'role_arn',
      // `jsonencode` gives the structure; a heredoc or a template stays a text with references in it.
      Definition: (scope) => {
        const definition = argument(scope.block, 'definition');
        return asMap(definition) === undefined ? undefined : definition;
      },
      DefinitionString: (scope) => {
        const definition = argument(scope.block, 'definition');
        return asMap(definition) === undefined ? definition : undefined;
      },
      LoggingConfiguration: block('logging_configuration', {
        Level: 'level',
        IncludeExecutionData: 'include_execution_data',
        Destinations: only({ CloudWatchLogsLogGroup: { LogGroupArn: 'log_destination' } }),
      }),
      TracingConfiguration: { Enabled: 'tracing_configuration.enabled' },
      EncryptionConfiguration: block('encryption_configuration', { Type: 'type', KmsKeyId: 'kms_key_id' }),
      Tags: tags,
    },
    { name: 'name', attributes: { arn: 'Ref', id: 'Ref', name: 'Name' } },
  ),
  row(
    'aws_sfn_alias',
    'AWS::StepFunctions::StateMachineAlias',
    {
      Name: 'name',
      RoutingConfiguration: blocks('routing_configuration', {
        StateMachineVersionArn: 'state_machine_version_arn',
        Weight: 'weight',
      }),
    },
    { name: 'name', attributes: { arn: 'Ref' } },
  ),
  row(
    'aws_sfn_activity',
    'AWS::StepFunctions::Activity',
    { Name: 'name' },
    { name: 'name', attributes: { arn: 'Ref' } },
  ),
  row(
    'aws_codedeploy_app',
    'AWS::CodeDeploy::Application',
    { ApplicationName: 'name', ComputePlatform: 'compute_platform' },
    { name: 'name' },
  ),
  row(
    'aws_codedeploy_deployment_group',
    'AWS::CodeDeploy::DeploymentGroup',
    { DeploymentGroupName: 'deployment_group_name', ApplicationName: 'app_name', ServiceRoleArn: 'service_role_arn' },
    { name: 'deployment_group_name' },
  ),
  row(
    'aws_codepipeline',
    'AWS::CodePipeline::Pipeline',
    {
      Name: 'name',
      RoleArn: 'role_arn',
      ArtifactStore: { Location: 'artifact_store.location' },
      Stages: blocks('stage', {
        Name: 'name',
        Actions: blocks('action', {
          Name: 'name',
          ActionTypeId: { Category: 'category', Provider: 'provider', Owner: 'owner' },
          Configuration: document('configuration'),
          RoleArn: 'role_arn',
        }),
      }),
    },
    { name: 'name' },
  ),
];
