import { madeAs, takenOver, type EscalationPath } from './path.ts';

const actionsOf = (service: string): string =>
  `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${service}.html`;
const stacks = { page: actionsOf('awscloudformation'), lambda: 'serverless' as const };
const builds = { page: actionsOf('awscodebuild'), lambda: 'serverless' as const };

/** What deploys and builds, with the roles that deploying needs. */
export const deliveryPaths: readonly EscalationPath[] = [
  madeAs(
    'cloudformation-001',
    'Deploys a stack with a stronger role',
    'cloudformation.amazonaws.com',
    ['cloudformation:CreateStack'],
    {
      ...stacks,
      how: 'CloudFormation makes whatever its template says, such as an administrator, under the passed role.',
    },
  ),
  takenOver(
    'cloudformation-002',
    'Updates a stack that has a role',
    'stack',
    { target: ['cloudformation:UpdateStack'] },
    {
      ...stacks,
      assumedBy: 'cloudformation.amazonaws.com',
      how: 'The stack keeps the role of its last deployment; it deploys another template under it.',
    },
  ),
  madeAs(
    'cloudformation-003',
    'Deploys a stack set with a stronger role',
    'cloudformation.amazonaws.com',
    ['cloudformation:CreateStackSet', 'cloudformation:CreateStackInstances'],
    {
      ...stacks,
      how: 'The stack set makes whatever its template says in the accounts that trust the passed role.',
    },
  ),
  madeAs(
    'cloudformation-004',
    'Updates a stack set with a stronger role',
    'cloudformation.amazonaws.com',
    ['cloudformation:UpdateStackSet'],
    {
      ...stacks,
      how: 'It gives the stack set another template and the passed administration role.',
    },
  ),
  takenOver(
    'cloudformation-005',
    'Makes and executes a change set of a stack that has a role',
    'stack',
    { target: ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'] },
    {
      ...stacks,
      assumedBy: 'cloudformation.amazonaws.com',
      how: 'The change set carries another template and runs under the role of the stack.',
    },
  ),
  madeAs(
    'codebuild-001',
    'Makes a build project with a stronger role and builds',
    'codebuild.amazonaws.com',
    ['codebuild:CreateProject', 'codebuild:StartBuild'],
    {
      ...builds,
      how: 'The build commands are its own and run under the passed role.',
    },
  ),
  takenOver(
    'codebuild-002',
    'Starts a build with commands of its own',
    'project',
    { target: ['codebuild:StartBuild'] },
    {
      ...builds,
      assumedBy: 'codebuild.amazonaws.com',
      how: 'The call may override the build commands, which then run under the role of the project.',
    },
  ),
  takenOver(
    'codebuild-003',
    'Starts a batch of builds with commands of its own',
    'project',
    { target: ['codebuild:StartBuildBatch'] },
    {
      ...builds,
      assumedBy: 'codebuild.amazonaws.com',
      how: 'The call may override the build commands, which then run under the role of the project.',
    },
  ),
  madeAs(
    'codebuild-004',
    'Makes a build project with a stronger role and builds in a batch',
    'codebuild.amazonaws.com',
    ['codebuild:CreateProject', 'codebuild:StartBuildBatch'],
    {
      ...builds,
      how: 'The build commands are its own and run under the passed role.',
    },
  ),
  madeAs(
    'codebuild-005',
    'Gives a build project a stronger role and builds',
    'codebuild.amazonaws.com',
    ['codebuild:UpdateProject', 'codebuild:StartBuild'],
    {
      ...builds,
      how: 'It passes the role to an existing project and overrides its commands.',
    },
  ),
  madeAs(
    'codedeploy-001',
    'Deploys with a stronger role',
    'codedeploy.amazonaws.com',
    ['codedeploy:CreateDeploymentGroup', 'codedeploy:CreateDeployment'],
    {
      page: actionsOf('awscodedeploy'),
      lambda: 'serverless',
      how: 'The deployment group acts under the passed role on what the revision names.',
    },
  ),
  madeAs(
    'codepipeline-001',
    'Makes a pipeline with a stronger role',
    'codepipeline.amazonaws.com',
    ['codepipeline:CreatePipeline', 'codepipeline:StartPipelineExecution'],
    {
      page: actionsOf('awscodepipeline'),
      lambda: 'serverless',
      how: 'A deployment action of the pipeline makes whatever its template says under the passed role.',
    },
  ),
  madeAs(
    'imagebuilder-001',
    'Builds an image on an instance with a stronger role',
    'ec2.amazonaws.com',
    ['imagebuilder:CreateInfrastructureConfiguration', 'imagebuilder:CreateComponent', 'imagebuilder:CreateImage'],
    {
      page: actionsOf('amazonec2imagebuilder'),
      lambda: 'none',
      how: 'Its build component runs on the instance under the role of the profile.',
    },
  ),
];
