import { sinksOf, type SinkRow } from '../../example.ts';
import type { FlowClass } from '../../../facts/flow-class.ts';
import type { SinkSpec } from '../../spec.ts';

interface CloudRow {
  readonly service: string;
  readonly packageName: string;
  readonly operations: readonly string[];
  readonly member: string;
  /** What stands there in the repaired twin. */
  readonly fixed: string;
  readonly confidence?: 'high' | 'medium' | 'low';
  readonly position?: SinkSpec['position'];
  readonly class?: FlowClass;
  readonly notFrom?: NonNullable<SinkSpec['notFrom']>;
}

/** Queues, topics and machines that hand a name from one part to the next do so by design. */
const byDesign: NonNullable<SinkSpec['notFrom']> = [
  'state-machine',
  'pipeline',
  'custom-resource',
  'secret-rotation',
  'schedule',
  'rule',
  'config-rule',
  'pipe',
];

function cloud({ service, packageName, operations, member, fixed, ...row }: CloudRow): SinkRow {
  const first = operations[0] ?? '';
  const imports = `import { ${service}Client, ${first}Command } from "@aws-sdk/${packageName}";\nconst client = new ${service}Client({});`;
  return {
    confidence: 'medium',
    notFrom: byDesign,
    ...row,
    id: `${packageName.replace('client-', '')}.${first}.${member}`,
    callees: operations.flatMap((operation) => {
      const method = operation.charAt(0).toLowerCase() + operation.slice(1);
      return [
        `@aws-sdk/${packageName}#${operation}Command`,
        `@aws-sdk/${packageName}#${service}().${method}`,
        `aws-sdk#${service}().${method}`,
      ];
    }),
    argument: { index: 0, member },
    before: imports,
    bad: `return client.send(new ${first}Command(${nested(member, 'input')}));`,
    good: `return client.send(new ${first}Command({ ...${nested(member, JSON.stringify(fixed))}, ClientContext: input }));`,
  };
}

/** `Entries[].TargetArn` around a value. */
function nested(member: string, value: string): string {
  return member
    .split('.')
    .reverse()
    .reduce(
      (inner, name) => (name.endsWith('[]') ? `{ ${name.slice(0, -2)}: [${inner}] }` : `{ ${name}: ${inner} }`),
      value,
    );
}

/** The caller chooses which function, role, queue or bucket the function's own role is used on. */
export const cloudSinks: readonly SinkSpec[] = sinksOf(
  { language: 'javascript', class: 'cloud-resource-injection', position: 'start' },
  [
    cloud({
      service: 'Lambda',
      packageName: 'client-lambda',
      operations: [
        'Invoke',
        'InvokeAsync',
        'InvokeWithResponseStream',
        'UpdateFunctionCode',
        'UpdateFunctionConfiguration',
        'GetFunction',
        'DeleteFunction',
        'AddPermission',
        'PublishVersion',
      ],
      member: 'FunctionName',
      fixed: 'send-receipt',
    }),
    cloud({
      service: 'STS',
      packageName: 'client-sts',
      operations: ['AssumeRole', 'AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML'],
      member: 'RoleArn',
      fixed: 'arn:aws:iam::111122223333:role/reader',
      confidence: 'high',
      position: 'any',
    }),
    cloud({
      service: 'STS',
      packageName: 'client-sts',
      operations: ['AssumeRole', 'GetFederationToken', 'AssumeRoleWithWebIdentity'],
      member: 'Policy',
      fixed: '{}',
      position: 'any',
    }),
    cloud({
      service: 'SNS',
      packageName: 'client-sns',
      operations: ['Publish', 'Subscribe', 'PublishBatch', 'SetTopicAttributes', 'DeleteTopic'],
      member: 'TopicArn',
      fixed: 'arn:aws:sns:eu-west-1:111122223333:orders',
    }),
    cloud({
      service: 'SNS',
      packageName: 'client-sns',
      operations: ['Publish'],
      member: 'TargetArn',
      fixed: 'arn:aws:sns:eu-west-1:111122223333:orders',
    }),
    cloud({
      service: 'SNS',
      packageName: 'client-sns',
      operations: ['Subscribe'],
      member: 'Endpoint',
      fixed: 'https://orders.example.com',
      confidence: 'low',
    }),
    cloud({
      service: 'SQS',
      packageName: 'client-sqs',
      operations: [
        'SendMessage',
        'SendMessageBatch',
        'ReceiveMessage',
        'DeleteMessage',
        'PurgeQueue',
        'DeleteQueue',
        'SetQueueAttributes',
      ],
      member: 'QueueUrl',
      fixed: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
    }),
    cloud({
      service: 'S3',
      packageName: 'client-s3',
      operations: [
        'GetObject',
        'PutObject',
        'DeleteObject',
        'ListObjectsV2',
        'ListObjects',
        'CopyObject',
        'HeadObject',
        'DeleteObjects',
        'PutBucketPolicy',
        'PutBucketAcl',
        'DeleteBucket',
        'CreateMultipartUpload',
      ],
      member: 'Bucket',
      fixed: 'photos',
      notFrom: [...byDesign, 'bucket', 'queue', 'topic', 'object-transform'],
    }),
    cloud({
      service: 'S3',
      packageName: 'client-s3',
      operations: ['PutBucketPolicy'],
      member: 'Policy',
      fixed: '{}',
      position: 'any',
      confidence: 'high',
    }),
    cloud({
      service: 'S3',
      packageName: 'client-s3',
      operations: ['PutObject', 'PutObjectAcl', 'PutBucketAcl', 'CopyObject'],
      member: 'ACL',
      fixed: 'private',
      position: 'any',
    }),
    cloud({
      service: 'DynamoDB',
      packageName: 'client-dynamodb',
      operations: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'DeleteTable'],
      member: 'TableName',
      fixed: 'orders',
    }),
    cloud({
      service: 'SSM',
      packageName: 'client-ssm',
      operations: ['GetParameter', 'PutParameter', 'DeleteParameter', 'GetParameterHistory'],
      member: 'Name',
      fixed: '/orders/limit',
    }),
    cloud({
      service: 'SSM',
      packageName: 'client-ssm',
      operations: ['GetParametersByPath'],
      member: 'Path',
      fixed: '/orders/',
    }),
    cloud({
      service: 'SSM',
      packageName: 'client-ssm',
      operations: ['SendCommand', 'StartAutomationExecution'],
      member: 'DocumentName',
      fixed: 'Orders-Restart',
      confidence: 'high',
    }),
    cloud({
      service: 'SecretsManager',
      packageName: 'client-secrets-manager',
      operations: ['GetSecretValue', 'PutSecretValue', 'UpdateSecret', 'DeleteSecret', 'DescribeSecret'],
      member: 'SecretId',
      fixed: 'orders/database',
      confidence: 'high',
    }),
    cloud({
      service: 'SFN',
      packageName: 'client-sfn',
      operations: ['StartExecution', 'StartSyncExecution', 'UpdateStateMachine'],
      member: 'stateMachineArn',
      fixed: 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders',
    }),
    cloud({
      service: 'EventBridge',
      packageName: 'client-eventbridge',
      operations: ['PutEvents'],
      member: 'Entries[].EventBusName',
      fixed: 'orders',
    }),
    cloud({
      service: 'EventBridge',
      packageName: 'client-eventbridge',
      operations: ['PutEvents'],
      member: 'Entries[].DetailType',
      fixed: 'OrderPlaced',
      confidence: 'low',
      position: 'any',
    }),
    cloud({
      service: 'EventBridge',
      packageName: 'client-eventbridge',
      operations: ['PutTargets'],
      member: 'Targets[].Arn',
      fixed: 'arn:aws:lambda:eu-west-1:111122223333:function:orders',
    }),
    cloud({
      service: 'Scheduler',
      packageName: 'client-scheduler',
      operations: ['CreateSchedule', 'UpdateSchedule'],
      member: 'Target.Arn',
      fixed: 'arn:aws:lambda:eu-west-1:111122223333:function:orders',
    }),
    cloud({
      service: 'Scheduler',
      packageName: 'client-scheduler',
      operations: ['CreateSchedule', 'UpdateSchedule'],
      member: 'Target.RoleArn',
      fixed: 'arn:aws:iam::111122223333:role/orders',
      confidence: 'high',
    }),
    cloud({
      service: 'Kinesis',
      packageName: 'client-kinesis',
      operations: ['PutRecord', 'PutRecords', 'GetShardIterator'],
      member: 'StreamName',
      fixed: 'orders',
    }),
    cloud({
      service: 'Firehose',
      packageName: 'client-firehose',
      operations: ['PutRecord', 'PutRecordBatch'],
      member: 'DeliveryStreamName',
      fixed: 'orders',
    }),
    cloud({
      service: 'KMS',
      packageName: 'client-kms',
      operations: ['Encrypt', 'Decrypt', 'GenerateDataKey', 'Sign', 'ScheduleKeyDeletion', 'CreateGrant'],
      member: 'KeyId',
      fixed: 'alias/orders',
    }),
    cloud({
      service: 'KMS',
      packageName: 'client-kms',
      operations: ['PutKeyPolicy', 'CreateKey'],
      member: 'Policy',
      fixed: '{}',
      position: 'any',
      confidence: 'high',
    }),
    cloud({
      service: 'IAM',
      packageName: 'client-iam',
      operations: ['PutRolePolicy', 'PutUserPolicy', 'CreatePolicy', 'CreatePolicyVersion', 'PutGroupPolicy'],
      member: 'PolicyDocument',
      fixed: '{}',
      position: 'any',
      confidence: 'high',
    }),
    cloud({
      service: 'IAM',
      packageName: 'client-iam',
      operations: ['AttachRolePolicy', 'AttachUserPolicy', 'AttachGroupPolicy'],
      member: 'PolicyArn',
      fixed: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      confidence: 'high',
    }),
    cloud({
      service: 'IAM',
      packageName: 'client-iam',
      operations: ['CreateRole', 'UpdateAssumeRolePolicy'],
      member: 'AssumeRolePolicyDocument',
      fixed: '{}',
      position: 'any',
      confidence: 'high',
    }),
    cloud({
      service: 'IAM',
      packageName: 'client-iam',
      operations: [
        'CreateAccessKey',
        'CreateUser',
        'AddUserToGroup',
        'CreateLoginProfile',
        'UpdateLoginProfile',
        'AttachUserPolicy',
      ],
      member: 'UserName',
      fixed: 'reporter',
      position: 'any',
    }),
    cloud({
      service: 'ECS',
      packageName: 'client-ecs',
      operations: ['RunTask', 'StartTask'],
      member: 'taskDefinition',
      fixed: 'orders:3',
    }),
    cloud({
      service: 'ECS',
      packageName: 'client-ecs',
      operations: ['RunTask'],
      member: 'overrides.containerOverrides[].command',
      fixed: 'report',
      position: 'any',
      class: 'command-injection',
    }),
    cloud({
      service: 'EC2',
      packageName: 'client-ec2',
      operations: ['RunInstances', 'RequestSpotInstances'],
      member: 'UserData',
      fixed: '',
      position: 'any',
      class: 'command-injection',
    }),
    cloud({
      service: 'EC2',
      packageName: 'client-ec2',
      operations: ['TerminateInstances', 'StopInstances', 'StartInstances', 'RebootInstances'],
      member: 'InstanceIds',
      fixed: 'i-0abc',
      position: 'any',
      confidence: 'low',
    }),
    cloud({
      service: 'CodeBuild',
      packageName: 'client-codebuild',
      operations: ['StartBuild'],
      member: 'buildspecOverride',
      fixed: 'buildspec.yml',
      position: 'any',
      class: 'command-injection',
    }),
    cloud({
      service: 'CodeBuild',
      packageName: 'client-codebuild',
      operations: ['StartBuild'],
      member: 'projectName',
      fixed: 'orders',
    }),
    cloud({
      service: 'CloudFormation',
      packageName: 'client-cloudformation',
      operations: ['CreateStack', 'UpdateStack', 'CreateChangeSet'],
      member: 'TemplateURL',
      fixed: 'https://templates.s3.amazonaws.com/orders.yaml',
      confidence: 'high',
    }),
    cloud({
      service: 'CloudFormation',
      packageName: 'client-cloudformation',
      operations: ['CreateStack', 'UpdateStack'],
      member: 'TemplateBody',
      fixed: '{}',
      position: 'any',
      confidence: 'high',
    }),
    cloud({
      service: 'CognitoIdentityProvider',
      packageName: 'client-cognito-identity-provider',
      operations: ['AdminAddUserToGroup', 'AdminRemoveUserFromGroup', 'CreateGroup'],
      member: 'GroupName',
      fixed: 'customers',
      position: 'any',
    }),
    cloud({
      service: 'CognitoIdentityProvider',
      packageName: 'client-cognito-identity-provider',
      operations: [
        'AdminCreateUser',
        'AdminInitiateAuth',
        'AdminGetUser',
        'ListUsers',
        'AdminSetUserPassword',
        'AdminUpdateUserAttributes',
      ],
      member: 'UserPoolId',
      fixed: 'eu-west-1_abc',
    }),
    cloud({
      service: 'CognitoIdentityProvider',
      packageName: 'client-cognito-identity-provider',
      operations: ['ListUsers'],
      member: 'Filter',
      fixed: 'status = "Enabled"',
      position: 'text',
      class: 'nosql-injection',
    }),
    cloud({
      service: 'RDSData',
      packageName: 'client-rds-data',
      operations: ['ExecuteStatement', 'BeginTransaction'],
      member: 'secretArn',
      fixed: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders',
    }),
    cloud({
      service: 'CloudWatchLogs',
      packageName: 'client-cloudwatch-logs',
      operations: ['PutLogEvents', 'FilterLogEvents', 'GetLogEvents', 'DeleteLogGroup', 'PutSubscriptionFilter'],
      member: 'logGroupName',
      fixed: '/aws/lambda/orders',
      confidence: 'low',
    }),
    cloud({
      service: 'Glue',
      packageName: 'client-glue',
      operations: ['StartJobRun', 'CreateJob', 'UpdateJob'],
      member: 'JobName',
      fixed: 'orders',
    }),
    cloud({
      service: 'IoTDataPlane',
      packageName: 'client-iot-data-plane',
      operations: ['Publish'],
      member: 'topic',
      fixed: 'orders/new',
      confidence: 'low',
    }),
  ],
);

const openAi = 'import OpenAI from "openai";\nconst ai = new OpenAI();';

/** Text of a stranger in a prompt: for information. A system prompt made of it weighs more than a user message. */
export const promptSinks: readonly SinkSpec[] = sinksOf(
  { language: 'javascript', class: 'prompt-injection', position: 'any' },
  [
    {
      id: 'openai.chat',
      callees: [
        'openai#().chat.completions.create',
        'openai#OpenAI().chat.completions.create',
        'openai#OpenAIApi().createChatCompletion',
        '@anthropic-ai/sdk#().messages.create',
        '@mistralai/mistralai#Mistral().chat.complete',
        'groq-sdk#().chat.completions.create',
        'cohere-ai#CohereClient().chat',
      ],
      argument: { index: 0, member: 'messages' },
      confidence: 'low',
      before: openAi,
      bad: 'return ai.chat.completions.create({ model: "small", messages: [{ role: "user", content: `Sum up: ${input}` }] });',
      good: 'return ai.chat.completions.create({ model: "small", messages: [{ role: "user", content: `Add ${Number(input)} and 3` }] });',
    },
    {
      id: 'openai.prompt',
      callees: [
        'openai#().completions.create',
        'openai#OpenAIApi().createCompletion',
        'openai#().images.generate',
        'ai#generateText',
        'ai#streamText',
        'ai#generateObject',
        'ai#streamObject',
        'replicate#().run',
      ],
      argument: { index: 0, member: 'prompt' },
      confidence: 'low',
      before: openAi,
      bad: 'return ai.completions.create({ model: "small", prompt: `Sum up: ${input}` });',
      good: 'return ai.completions.create({ model: "small", prompt: "Say hello", max_tokens: Number(input) });',
    },
    {
      id: 'openai.responses',
      callees: ['openai#().responses.create', 'openai#OpenAI().responses.create', 'openai#().embeddings.create'],
      argument: { index: 0, member: 'input' },
      confidence: 'low',
      before: openAi,
      bad: 'return ai.responses.create({ model: "small", input: `Sum up: ${input}` });',
      good: 'return ai.responses.create({ model: "small", input: "Say hello", temperature: Number(event.body) });',
    },
    {
      id: 'bedrock.invoke',
      callees: [
        '@aws-sdk/client-bedrock-runtime#InvokeModelCommand',
        '@aws-sdk/client-bedrock-runtime#InvokeModelWithResponseStreamCommand',
        '@aws-sdk/client-bedrock-runtime#BedrockRuntime().invokeModel',
      ],
      argument: { index: 0, member: 'body' },
      confidence: 'low',
      before:
        'import { BedrockRuntimeClient, InvokeModelCommand } from "@aws-sdk/client-bedrock-runtime";\nconst bedrock = new BedrockRuntimeClient({});',
      bad: 'return bedrock.send(new InvokeModelCommand({ modelId: "small", body: JSON.stringify({ prompt: `Sum up: ${input}` }) }));',
      good: 'return bedrock.send(new InvokeModelCommand({ modelId: "small", body: JSON.stringify({ prompt: "Say hello", n: Number(input) }) }));',
    },
    {
      id: 'bedrock.converse',
      callees: [
        '@aws-sdk/client-bedrock-runtime#ConverseCommand',
        '@aws-sdk/client-bedrock-runtime#ConverseStreamCommand',
        '@aws-sdk/client-bedrock-runtime#BedrockRuntime().converse',
      ],
      argument: { index: 0, member: 'messages' },
      confidence: 'low',
      before:
        'import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";\nconst bedrock = new BedrockRuntimeClient({});',
      bad: 'return bedrock.send(new ConverseCommand({ modelId: "small", messages: [{ role: "user", content: [{ text: input }] }] }));',
      good: 'return bedrock.send(new ConverseCommand({ modelId: "small", messages: [{ role: "user", content: [{ text: "hello" }] }], additionalModelRequestFields: { n: Number(input) } }));',
    },
    {
      id: 'bedrock.agent',
      callees: [
        '@aws-sdk/client-bedrock-agent-runtime#InvokeAgentCommand',
        '@aws-sdk/client-bedrock-agent-runtime#BedrockAgentRuntime().invokeAgent',
      ],
      argument: { index: 0, member: 'inputText' },
      confidence: 'low',
      before:
        'import { BedrockAgentRuntimeClient, InvokeAgentCommand } from "@aws-sdk/client-bedrock-agent-runtime";\nconst bedrock = new BedrockAgentRuntimeClient({});',
      bad: 'return bedrock.send(new InvokeAgentCommand({ agentId: "orders", inputText: input }));',
      good: 'return bedrock.send(new InvokeAgentCommand({ agentId: "orders", inputText: "list orders", sessionId: input }));',
    },
    {
      id: 'openai.system',
      callees: [
        '@anthropic-ai/sdk#().messages.create',
        'ai#generateText',
        'ai#streamText',
        '@aws-sdk/client-bedrock-runtime#ConverseCommand',
      ],
      argument: { index: 0, member: 'system' },
      confidence: 'medium',
      before: 'import Anthropic from "@anthropic-ai/sdk";\nconst ai = new Anthropic();',
      bad: 'return ai.messages.create({ model: "small", system: `You work for ${input}`, messages: [] });',
      good: 'return ai.messages.create({ model: "small", system: "You work for the shop", messages: [], metadata: { user_id: input } });',
    },
  ],
);
