import type { HolderKind } from './paths/path.ts';

/** Where the templates say which role something runs as, and what policies call it. */
export interface HolderForm {
  readonly kind: HolderKind;
  /** Paths of the properties that name the role or its instance profile. */
  readonly role: readonly string[];
  /** The property that refers to what names the role: the task definition of a service. */
  readonly through?: string;
  /** A property that must be true. */
  readonly only?: string;
  /** `service:resource`, with `{name}`. */
  readonly arn?: string;
  readonly name?: string;
  /** In place of an ARN of its own: the bucket, repository or pool that this property names. */
  readonly of?: string;
}

const project = { kind: 'project', arn: 'codebuild:project/{name}' } as const;
const notebook = { kind: 'notebook', arn: 'sagemaker:notebook-instance/{name}' } as const;
const person = { kind: 'studio', arn: 'sagemaker:user-profile/*/{name}' } as const;
const domain = { kind: 'studio', arn: 'sagemaker:user-profile/{name}/*' } as const;
const endpoint = { kind: 'dev-endpoint', arn: 'glue:devEndpoint/{name}' } as const;
const service = { kind: 'service', arn: 'apprunner:service/{name}/*' } as const;
const instance = { kind: 'instance', arn: 'ec2:instance/{name}' } as const;
const template = { kind: 'launch-template', arn: 'ec2:launch-template/{name}' } as const;
const job = { kind: 'job-definition', arn: 'batch:job-definition/{name}' } as const;
const stream = { kind: 'stream-application', arn: 'kinesisanalytics:application/{name}' } as const;
const app = { kind: 'app', arn: 'amplify:apps/{name}' } as const;
const environment = { kind: 'workflow-environment', arn: 'airflow:environment/{name}' } as const;
const cluster = { kind: 'data-cluster', arn: 'elasticmapreduce:cluster/{name}' } as const;
const transfer = { kind: 'transfer-user', arn: 'transfer:user/*/{name}' } as const;
const alias = { kind: 'role-alias', arn: 'iot:rolealias/{name}' } as const;
const profile = { kind: 'certificate-profile', arn: 'rolesanywhere:profile/{name}' } as const;
const container = { kind: 'cluster', arn: 'ecs:cluster/{name}' } as const;

/** By type of CloudFormation and, of what has no counterpart in the tables of the reader, of Terraform. */
export const holderForms: Readonly<Record<string, readonly HolderForm[]>> = {
  'AWS::CodeBuild::Project': [{ ...project, role: ['ServiceRole'], name: 'Name' }],
  aws_codebuild_project: [{ ...project, role: ['service_role'], name: 'name' }],
  'AWS::SageMaker::NotebookInstance': [{ ...notebook, role: ['RoleArn'], name: 'NotebookInstanceName' }],
  aws_sagemaker_notebook_instance: [{ ...notebook, role: ['role_arn'], name: 'name' }],
  'AWS::SageMaker::UserProfile': [{ ...person, role: ['UserSettings.ExecutionRole'], name: 'UserProfileName' }],
  aws_sagemaker_user_profile: [{ ...person, role: ['user_settings.execution_role'], name: 'user_profile_name' }],
  'AWS::SageMaker::Domain': [{ ...domain, role: ['DefaultUserSettings.ExecutionRole'] }],
  aws_sagemaker_domain: [{ ...domain, role: ['default_user_settings.execution_role'] }],
  'AWS::Glue::DevEndpoint': [{ ...endpoint, role: ['RoleArn'], name: 'EndpointName' }],
  aws_glue_dev_endpoint: [{ ...endpoint, role: ['role_arn'], name: 'name' }],
  'AWS::Glue::Job': [{ kind: 'script-bucket', role: ['Role'], of: 'Command.ScriptLocation' }],
  aws_glue_job: [{ kind: 'script-bucket', role: ['role_arn'], of: 'command.script_location' }],
  'AWS::AppRunner::Service': [{ ...service, role: ['InstanceConfiguration.InstanceRoleArn'], name: 'ServiceName' }],
  aws_apprunner_service: [{ ...service, role: ['instance_configuration.instance_role_arn'], name: 'service_name' }],
  'AWS::EC2::Instance': [{ ...instance, role: ['IamInstanceProfile'] }],
  aws_instance: [{ ...instance, role: ['iam_instance_profile'] }],
  'AWS::EC2::LaunchTemplate': [
    {
      ...template,
      role: ['LaunchTemplateData.IamInstanceProfile.Arn', 'LaunchTemplateData.IamInstanceProfile.Name'],
    },
  ],
  aws_launch_template: [{ ...template, role: ['iam_instance_profile.arn', 'iam_instance_profile.name'] }],
  aws_cloudformation_stack: [
    { kind: 'stack', arn: 'cloudformation:stack/{name}/*', role: ['iam_role_arn'], name: 'name' },
  ],
  'AWS::ECS::Service': [
    {
      ...container,
      role: ['TaskRoleArn'],
      through: 'TaskDefinition',
      only: 'EnableExecuteCommand',
      name: 'Cluster',
    },
  ],
  aws_ecs_service: [
    {
      ...container,
      role: ['task_role_arn'],
      through: 'task_definition',
      only: 'enable_execute_command',
      name: 'cluster',
    },
  ],
  'AWS::ECS::TaskDefinition': [{ kind: 'task-repository', role: ['TaskRoleArn'], of: 'ContainerDefinitions.Image' }],
  'AWS::Batch::JobDefinition': [{ ...job, role: ['ContainerProperties.JobRoleArn'], name: 'JobDefinitionName' }],
  'AWS::KinesisAnalyticsV2::Application': [{ ...stream, role: ['ServiceExecutionRole'], name: 'ApplicationName' }],
  aws_kinesisanalyticsv2_application: [{ ...stream, role: ['service_execution_role'], name: 'name' }],
  'AWS::Amplify::App': [{ ...app, role: ['IAMServiceRole'] }],
  aws_amplify_app: [{ ...app, role: ['iam_service_role_arn'] }],
  'AWS::MWAA::Environment': [
    { ...environment, role: ['ExecutionRoleArn'], name: 'Name' },
    { kind: 'workflow-bucket', role: ['ExecutionRoleArn'], of: 'SourceBucketArn' },
  ],
  aws_mwaa_environment: [
    { ...environment, role: ['execution_role_arn'], name: 'name' },
    { kind: 'workflow-bucket', role: ['execution_role_arn'], of: 'source_bucket_arn' },
  ],
  'AWS::EMR::Cluster': [{ ...cluster, role: ['JobFlowRole'] }],
  aws_emr_cluster: [{ ...cluster, role: ['ec2_attributes.instance_profile'] }],
  'AWS::Transfer::User': [{ ...transfer, role: ['Role'], name: 'UserName' }],
  aws_transfer_user: [{ ...transfer, role: ['role'], name: 'user_name' }],
  'AWS::Cognito::IdentityPoolRoleAttachment': [
    { kind: 'identity-pool', role: ['Roles.authenticated', 'Roles.unauthenticated'], of: 'IdentityPoolId' },
  ],
  'AWS::Cognito::UserPoolGroup': [{ kind: 'user-pool', role: ['RoleArn'], of: 'UserPoolId' }],
  'AWS::AppSync::DataSource': [{ kind: 'api-data-source', arn: 'appsync:{name}', role: ['ServiceRoleArn'] }],
  'AWS::IoT::RoleAlias': [{ ...alias, role: ['RoleArn'], name: 'RoleAlias' }],
  aws_iot_role_alias: [{ ...alias, role: ['role_arn'], name: 'alias' }],
  'AWS::RolesAnywhere::Profile': [{ ...profile, role: ['RoleArns'] }],
  aws_rolesanywhere_profile: [{ ...profile, role: ['role_arns'] }],
  'AWS::BedrockAgentCore::CodeInterpreterCustom': [
    { kind: 'code-interpreter', arn: 'bedrock-agentcore:code-interpreter-custom/{name}', role: ['ExecutionRoleArn'] },
  ],
  aws_bedrockagentcore_code_interpreter: [
    { kind: 'code-interpreter', arn: 'bedrock-agentcore:code-interpreter-custom/{name}', role: ['execution_role_arn'] },
  ],
  'AWS::BedrockAgentCore::Runtime': [
    { kind: 'agent-runtime', arn: 'bedrock-agentcore:runtime/{name}', role: ['RoleArn'] },
  ],
  aws_bedrockagentcore_agent_runtime: [
    { kind: 'agent-runtime', arn: 'bedrock-agentcore:runtime/{name}', role: ['role_arn'] },
  ],
};
