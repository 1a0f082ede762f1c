import { madeAs, takenOver, type EscalationPath } from './path.ts';

const lambda = 'none' as const;
const actionsOf = (service: string): string =>
  `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${service}.html`;
const ec2 = { page: actionsOf('amazonec2'), lambda };
const ecs = { page: actionsOf('amazonelasticcontainerservice'), lambda };
const ssm = { page: actionsOf('awssystemsmanager'), lambda };
const agents = { page: actionsOf('amazonbedrockagentcore'), lambda };
const metadata = 'reads the credentials of the role from the metadata service';
const image = 'The task runs an image of its own and reads the credentials of the task role.';

/** Instances, containers and sandboxes that run with a role. */
export const computePaths: readonly EscalationPath[] = [
  madeAs('ec2-001', 'Starts an instance with a stronger role', 'ec2.amazonaws.com', ['ec2:RunInstances'], {
    ...ec2,
    how: `It starts an instance with an instance profile and a start-up script that ${metadata}.`,
  }),
  takenOver(
    'ec2-002',
    'Replaces the start-up script of an instance',
    'instance',
    { target: ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'] },
    {
      ...ec2,
      assumedBy: 'ec2.amazonaws.com',
      how: `It stops the instance, writes user data that runs at each start, and starts it; the script ${metadata}.`,
    },
  ),
  madeAs(
    'ec2-003',
    'Requests a spot instance with a stronger role',
    'ec2.amazonaws.com',
    ['ec2:RequestSpotInstances'],
    {
      ...ec2,
      how: `The spot instance has an instance profile and a start-up script that ${metadata}.`,
    },
  ),
  takenOver(
    'ec2-004',
    'Writes a new default version of a launch template',
    'launch-template',
    { target: ['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'] },
    {
      ...ec2,
      assumedBy: 'ec2.amazonaws.com',
      how: 'Whatever scales by the template starts instances with its script and the profile of the template.',
    },
  ),
  madeAs(
    'ec2-005',
    'Gives its own instance a stronger instance profile',
    'ec2.amazonaws.com',
    ['ec2:AssociateIamInstanceProfile'],
    {
      ...ec2,
      how: `It associates the profile with an instance that it controls, which ${metadata}.`,
    },
  ),
  madeAs(
    'ec2-006',
    'Exchanges the instance profile of its own instance',
    'ec2.amazonaws.com',
    ['ec2:ReplaceIamInstanceProfileAssociation'],
    {
      ...ec2,
      how: `It replaces the profile of an instance that it controls, which ${metadata}.`,
    },
  ),
  madeAs(
    'ec2-007',
    'Puts a stronger role into the instance profile of its own instance',
    'ec2.amazonaws.com',
    ['iam:RemoveRoleFromInstanceProfile', 'iam:AddRoleToInstanceProfile'],
    {
      ...ec2,
      how: 'It exchanges the role inside the profile that its instance has.',
    },
  ),
  madeAs(
    'autoscaling-001',
    'Scales out instances with a stronger role',
    'ec2.amazonaws.com',
    ['autoscaling:CreateLaunchConfiguration', 'autoscaling:CreateAutoScalingGroup'],
    {
      page: actionsOf('amazonec2autoscaling'),
      lambda,
      how: `The launch configuration names the profile and a script that ${metadata}.`,
    },
  ),
  madeAs(
    'autoscaling-002',
    'Scales out by a launch configuration of its own',
    'ec2.amazonaws.com',
    ['autoscaling:CreateLaunchConfiguration', 'autoscaling:UpdateAutoScalingGroup'],
    {
      page: actionsOf('amazonec2autoscaling'),
      lambda,
      how: 'It makes an existing group start instances by its launch configuration.',
    },
  ),
  takenOver(
    'ec2instanceconnect-001',
    'Signs in to an instance with a key of its own',
    'instance',
    { target: ['ec2-instance-connect:SendSSHPublicKey'] },
    {
      page: actionsOf('amazonec2instanceconnect'),
      lambda,
      assumedBy: 'ec2.amazonaws.com',
      how: `It pushes a public key that holds for a minute, signs in by SSH and ${metadata}.`,
    },
  ),
  takenOver(
    'ssm-001',
    'Opens a session on an instance',
    'instance',
    { target: ['ssm:StartSession'] },
    {
      ...ssm,
      assumedBy: 'ec2.amazonaws.com',
      how: `It opens a shell on the instance and ${metadata}.`,
    },
  ),
  takenOver(
    'ssm-002',
    'Runs a command on an instance',
    'instance',
    { target: ['ssm:SendCommand'] },
    {
      ...ssm,
      assumedBy: 'ec2.amazonaws.com',
      how: `The command ${metadata} of the instance.`,
    },
  ),
  madeAs(
    'ssm-003',
    'Runs an automation with a stronger role',
    'ssm.amazonaws.com',
    ['ssm:StartAutomationExecution', 'ssm:CreateDocument'],
    {
      ...ssm,
      how: 'It writes a document whose steps call AWS, passes the role and starts it.',
    },
  ),
  madeAs(
    'ecs-001',
    'Makes a cluster and a service that runs with a stronger role',
    'ecs-tasks.amazonaws.com',
    ['ecs:CreateCluster', 'ecs:RegisterTaskDefinition', 'ecs:CreateService'],
    { ...ecs, how: image },
  ),
  madeAs(
    'ecs-002',
    'Makes a cluster and runs a task with a stronger role',
    'ecs-tasks.amazonaws.com',
    ['ecs:CreateCluster', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'],
    { ...ecs, how: image },
  ),
  madeAs(
    'ecs-003',
    'Makes a service that runs with a stronger role',
    'ecs-tasks.amazonaws.com',
    ['ecs:RegisterTaskDefinition', 'ecs:CreateService'],
    { ...ecs, how: image },
  ),
  madeAs(
    'ecs-004',
    'Runs a task with a stronger role',
    'ecs-tasks.amazonaws.com',
    ['ecs:RegisterTaskDefinition', 'ecs:RunTask'],
    { ...ecs, how: image },
  ),
  madeAs(
    'ecs-005',
    'Starts a task with a stronger role on an instance of a cluster',
    'ecs-tasks.amazonaws.com',
    ['ecs:RegisterTaskDefinition', 'ecs:StartTask'],
    { ...ecs, how: image },
  ),
  takenOver(
    'ecs-006',
    'Runs a command in a container',
    'cluster',
    { target: ['ecs:ExecuteCommand'] },
    {
      ...ecs,
      assumedBy: 'ecs-tasks.amazonaws.com',
      how: 'It opens a shell in a running container and reads the credentials of the task role.',
    },
  ),
  madeAs('ecs-007', 'Runs a known task with another role', 'ecs-tasks.amazonaws.com', ['ecs:RunTask'], {
    ...ecs,
    how: 'Overrides of the call name the role and the command of the container.',
  }),
  madeAs('ecs-008', 'Starts a known task with another role', 'ecs-tasks.amazonaws.com', ['ecs:StartTask'], {
    ...ecs,
    how: 'Overrides of the call name the role and the command of the container.',
  }),
  madeAs(
    'ecs-009',
    'Moves a service to a task with a stronger role',
    'ecs-tasks.amazonaws.com',
    ['ecs:RegisterTaskDefinition', 'ecs:UpdateService'],
    { ...ecs, how: image },
  ),
  madeAs(
    'apprunner-001',
    'Makes an App Runner service with a stronger role',
    'tasks.apprunner.amazonaws.com',
    ['apprunner:CreateService'],
    {
      page: actionsOf('awsapprunner'),
      lambda,
      how: 'The service runs an image of its own under the passed instance role.',
    },
  ),
  takenOver(
    'apprunner-002',
    'Replaces what an App Runner service runs',
    'service',
    { target: ['apprunner:UpdateService'] },
    {
      page: actionsOf('awsapprunner'),
      lambda,
      assumedBy: 'tasks.apprunner.amazonaws.com',
      how: 'It points the service at an image or a start command of its own.',
    },
  ),
  madeAs(
    'batch-001',
    'Runs a batch job with a stronger role',
    'ecs-tasks.amazonaws.com',
    ['batch:RegisterJobDefinition', 'batch:SubmitJob'],
    {
      page: actionsOf('awsbatch'),
      lambda,
      how: 'The job runs an image of its own under the passed job role.',
    },
  ),
  madeAs(
    'bedrock-001',
    'Makes a code interpreter with a stronger role',
    'bedrock-agentcore.amazonaws.com',
    [
      'bedrock-agentcore:CreateCodeInterpreter',
      'bedrock-agentcore:StartCodeInterpreterSession',
      'bedrock-agentcore:InvokeCodeInterpreter',
    ],
    {
      ...agents,
      how: 'Code in the sandbox reads the credentials of the passed role.',
    },
  ),
  takenOver(
    'bedrock-002',
    'Runs code in an interpreter that has a role',
    'code-interpreter',
    { target: ['bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter'] },
    {
      ...agents,
      assumedBy: 'bedrock-agentcore.amazonaws.com',
      how: 'Code in the sandbox reads the credentials of the role of the interpreter.',
    },
  ),
  madeAs(
    'bedrock-003',
    'Makes an agent runtime with a stronger role',
    'bedrock-agentcore.amazonaws.com',
    ['bedrock-agentcore:CreateAgentRuntime', 'bedrock-agentcore:InvokeAgentRuntime'],
    {
      ...agents,
      how: 'The runtime runs an image of its own under the passed role.',
    },
  ),
  madeAs(
    'bedrock-004',
    'Replaces an agent runtime by one with a stronger role',
    'bedrock-agentcore.amazonaws.com',
    ['bedrock-agentcore:UpdateAgentRuntime', 'bedrock-agentcore:InvokeAgentRuntime'],
    {
      ...agents,
      how: 'It gives an existing runtime its own image and the passed role.',
    },
  ),
  madeAs(
    'gamelift-001',
    'Makes a fleet with a stronger role',
    'gamelift.amazonaws.com',
    ['gamelift:CreateBuild', 'gamelift:CreateFleet'],
    {
      page: actionsOf('amazongameliftservers'),
      lambda,
      how: 'Its build runs on the fleet under the passed role.',
    },
  ),
];
