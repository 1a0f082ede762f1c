import { sinksOf, type SinkRow } from '../../example.ts';
import type { SinkSpec } from '../../spec.ts';

/** Machines and pipelines that hand a name from one part to the next do so by design. */
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

function cloud(
  service: string,
  methods: readonly string[],
  name: string,
  fixed: string,
  row: Partial<SinkRow> & { readonly member?: string } = {},
): SinkRow {
  const { member, ...rest } = row;
  const method = methods[0] ?? '';
  const value = (text: string): string => (member === undefined ? text : nested(member, text));
  return {
    id: `${service}.${method}.${member === undefined ? name : `${name}.${member}`}`,
    callees: methods.map((each) => (each.includes('#') ? each : `boto3#client(${service}).${each}`)),
    argument: { name, ...(member === undefined ? {} : { member }) },
    confidence: 'medium',
    notFrom: byDesign,
    before: `import boto3\nclient = boto3.client("${service}")`,
    bad: `return client.${method}(${name}=${value('input')})`,
    good: `return client.${method}(${name}=${value(JSON.stringify(fixed))}, ClientContext=input)`,
    ...rest,
  };
}

/** `[].Arn` around a value, as Python writes it. */
function nested(member: string, text: string): string {
  return member
    .split('.')
    .reverse()
    .reduce((inner, name) => {
      if (name === '[]') return `[${inner}]`;
      return name.endsWith('[]') ? `{"${name.slice(0, -2)}": [${inner}]}` : `{"${name}": ${inner}}`;
    }, text);
}

const certain = { position: 'any', confidence: 'high' } as const;

/** The caller chooses which function, role, queue or bucket the function's own role is used on. */
export const cloudSinks: readonly SinkSpec[] = sinksOf(
  { language: 'python', class: 'cloud-resource-injection', position: 'start' },
  [
    cloud(
      'lambda',
      [
        'invoke',
        'invoke_async',
        'invoke_with_response_stream',
        'update_function_code',
        'update_function_configuration',
        'get_function',
        'delete_function',
        'add_permission',
        'publish_version',
      ],
      'FunctionName',
      'send-receipt',
    ),
    cloud(
      'sts',
      ['assume_role', 'assume_role_with_web_identity', 'assume_role_with_saml'],
      'RoleArn',
      'arn:aws:iam::111122223333:role/reader',
      certain,
    ),
    cloud('sts', ['assume_role', 'get_federation_token', 'assume_role_with_web_identity'], 'Policy', '{}', {
      position: 'any',
    }),
    cloud(
      'sns',
      ['publish', 'publish_batch', 'subscribe', 'set_topic_attributes', 'delete_topic'],
      'TopicArn',
      'arn:aws:sns:eu-west-1:111122223333:orders',
    ),
    cloud('sns', ['publish'], 'TargetArn', 'arn:aws:sns:eu-west-1:111122223333:orders'),
    cloud('sns', ['subscribe'], 'Endpoint', 'https://orders.example.com', { confidence: 'low' }),
    cloud(
      'sqs',
      [
        'send_message',
        'send_message_batch',
        'receive_message',
        'delete_message',
        'purge_queue',
        'delete_queue',
        'set_queue_attributes',
      ],
      'QueueUrl',
      'https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
    ),
    cloud(
      's3',
      [
        'get_object',
        'put_object',
        'delete_object',
        'list_objects_v2',
        'list_objects',
        'copy_object',
        'head_object',
        'delete_objects',
        'put_bucket_policy',
        'put_bucket_acl',
        'delete_bucket',
        'create_multipart_upload',
      ],
      'Bucket',
      'photos',
      { notFrom: [...byDesign, 'bucket', 'queue', 'topic', 'object-transform'] },
    ),
    cloud('s3', ['put_bucket_policy'], 'Policy', '{}', certain),
    cloud('s3', ['put_object', 'put_object_acl', 'put_bucket_acl', 'copy_object'], 'ACL', 'private', {
      position: 'any',
    }),
    cloud(
      'dynamodb',
      ['get_item', 'put_item', 'update_item', 'delete_item', 'query', 'scan', 'delete_table'],
      'TableName',
      'orders',
    ),
    {
      id: 'dynamodb.Table',
      callees: ['boto3#resource(dynamodb).Table'],
      argument: { index: 0, name: 'name' },
      confidence: 'medium',
      notFrom: byDesign,
      before: 'import boto3',
      bad: 'return boto3.resource("dynamodb").Table(input).scan()',
      good: 'return boto3.resource("dynamodb").Table("orders").get_item(Key={"id": input})',
    },
    {
      id: 's3.Bucket',
      callees: ['boto3#resource(s3).Bucket', 'boto3#resource(s3).Object'],
      argument: 0,
      confidence: 'medium',
      notFrom: [...byDesign, 'bucket', 'queue', 'topic'],
      before: 'import boto3',
      bad: 'return list(boto3.resource("s3").Bucket(input).objects.all())',
      good: 'return list(boto3.resource("s3").Bucket("photos").objects.filter(Prefix=f"public/{input}"))',
    },
    {
      id: 'sqs.queue-name',
      callees: ['boto3#resource(sqs).get_queue_by_name', 'boto3#client(sqs).get_queue_url'],
      argument: { name: 'QueueName' },
      confidence: 'medium',
      notFrom: byDesign,
      before: 'import boto3',
      bad: 'return boto3.resource("sqs").get_queue_by_name(QueueName=input).send_message(MessageBody="hello")',
      good: 'return boto3.resource("sqs").get_queue_by_name(QueueName="orders").send_message(MessageBody=input)',
    },
    cloud(
      'ssm',
      ['get_parameter', 'put_parameter', 'delete_parameter', 'get_parameter_history'],
      'Name',
      '/orders/limit',
    ),
    cloud('ssm', ['get_parameters_by_path'], 'Path', '/orders/'),
    cloud('ssm', ['send_command', 'start_automation_execution'], 'DocumentName', 'Orders-Restart', {
      confidence: 'high',
    }),
    cloud(
      'secretsmanager',
      ['get_secret_value', 'put_secret_value', 'update_secret', 'delete_secret', 'describe_secret'],
      'SecretId',
      'orders/database',
      { confidence: 'high' },
    ),
    {
      id: 'powertools.parameter',
      callees: [
        'aws_lambda_powertools.utilities.parameters#get_parameter',
        'aws_lambda_powertools.utilities.parameters#get_secret',
        'aws_lambda_powertools.utilities#parameters.get_parameter',
        'aws_lambda_powertools.utilities#parameters.get_secret',
        'aws_lambda_powertools.utilities.parameters#get_parameters',
        'aws_lambda_powertools.utilities#parameters.get_parameters',
      ],
      argument: { index: 0, name: 'name' },
      confidence: 'medium',
      notFrom: byDesign,
      before: 'from aws_lambda_powertools.utilities import parameters',
      bad: 'return parameters.get_secret(input)',
      good: 'return parameters.get_secret("orders/database", max_age=int(input))',
    },
    cloud(
      'stepfunctions',
      ['start_execution', 'start_sync_execution', 'update_state_machine'],
      'stateMachineArn',
      'arn:aws:states:eu-west-1:111122223333:stateMachine:orders',
    ),
    cloud('events', ['put_events'], 'Entries', 'orders', { member: '[].EventBusName' }),
    cloud('events', ['put_events'], 'Entries', 'OrderPlaced', {
      member: '[].DetailType',
      confidence: 'low',
      position: 'any',
    }),
    cloud('events', ['put_targets'], 'Targets', 'arn:aws:lambda:eu-west-1:111122223333:function:orders', {
      member: '[].Arn',
    }),
    cloud(
      'scheduler',
      ['create_schedule', 'update_schedule'],
      'Target',
      'arn:aws:lambda:eu-west-1:111122223333:function:orders',
      { member: 'Arn' },
    ),
    cloud('scheduler', ['create_schedule', 'update_schedule'], 'Target', 'arn:aws:iam::111122223333:role/orders', {
      member: 'RoleArn',
      confidence: 'high',
    }),
    cloud('kinesis', ['put_record', 'put_records', 'get_shard_iterator'], 'StreamName', 'orders'),
    cloud('firehose', ['put_record', 'put_record_batch'], 'DeliveryStreamName', 'orders'),
    cloud(
      'kms',
      ['encrypt', 'decrypt', 'generate_data_key', 'sign', 'schedule_key_deletion', 'create_grant'],
      'KeyId',
      'alias/orders',
    ),
    cloud('kms', ['put_key_policy', 'create_key'], 'Policy', '{}', certain),
    cloud(
      'iam',
      ['put_role_policy', 'put_user_policy', 'create_policy', 'create_policy_version', 'put_group_policy'],
      'PolicyDocument',
      '{}',
      certain,
    ),
    cloud(
      'iam',
      ['attach_role_policy', 'attach_user_policy', 'attach_group_policy'],
      'PolicyArn',
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
      { confidence: 'high' },
    ),
    cloud('iam', ['create_role', 'update_assume_role_policy'], 'AssumeRolePolicyDocument', '{}', certain),
    cloud(
      'iam',
      [
        'create_access_key',
        'create_user',
        'add_user_to_group',
        'create_login_profile',
        'update_login_profile',
        'attach_user_policy',
      ],
      'UserName',
      'reporter',
      { position: 'any' },
    ),
    cloud('ecs', ['run_task', 'start_task'], 'taskDefinition', 'orders:3'),
    cloud('ecs', ['run_task'], 'overrides', 'report', {
      member: 'containerOverrides[].command',
      position: 'any',
      class: 'command-injection',
    }),
    cloud('ec2', ['run_instances', 'request_spot_instances'], 'UserData', '', {
      position: 'any',
      class: 'command-injection',
    }),
    cloud(
      'ec2',
      ['terminate_instances', 'stop_instances', 'start_instances', 'reboot_instances'],
      'InstanceIds',
      'i-0abc',
      { position: 'any', confidence: 'low' },
    ),
    cloud('codebuild', ['start_build'], 'buildspecOverride', 'buildspec.yml', {
      position: 'any',
      class: 'command-injection',
    }),
    cloud('codebuild', ['start_build'], 'projectName', 'orders'),
    cloud(
      'cloudformation',
      ['create_stack', 'update_stack', 'create_change_set'],
      'TemplateURL',
      'https://templates.s3.amazonaws.com/orders.yaml',
      { confidence: 'high' },
    ),
    cloud('cloudformation', ['create_stack', 'update_stack'], 'TemplateBody', '{}', certain),
    cloud(
      'cognito-idp',
      ['admin_add_user_to_group', 'admin_remove_user_from_group', 'create_group'],
      'GroupName',
      'customers',
      { position: 'any' },
    ),
    cloud(
      'cognito-idp',
      [
        'admin_create_user',
        'admin_initiate_auth',
        'admin_get_user',
        'list_users',
        'admin_set_user_password',
        'admin_update_user_attributes',
      ],
      'UserPoolId',
      'eu-west-1_abc',
    ),
    cloud('cognito-idp', ['list_users'], 'Filter', 'status = "Enabled"', {
      position: 'text',
      class: 'nosql-injection',
    }),
    cloud(
      'rds-data',
      ['execute_statement', 'begin_transaction'],
      'secretArn',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders',
    ),
    cloud(
      'logs',
      ['put_log_events', 'filter_log_events', 'get_log_events', 'delete_log_group', 'put_subscription_filter'],
      'logGroupName',
      '/aws/lambda/orders',
      { confidence: 'low' },
    ),
    cloud('glue', ['start_job_run', 'create_job', 'update_job'], 'JobName', 'orders'),
    cloud('iot-data', ['publish'], 'topic', 'orders/new', { confidence: 'low' }),
    cloud('apigatewaymanagementapi', ['post_to_connection', 'delete_connection'], 'ConnectionId', 'abc=', {
      confidence: 'low',
      notFrom: [...byDesign, 'websocket-api', 'queue', 'topic', 'table-stream'],
    }),
  ],
);

/** For information, as in JavaScript. */
export const promptSinks: readonly SinkSpec[] = sinksOf(
  { language: 'python', class: 'prompt-injection', position: 'any' },
  [
    {
      id: 'openai.chat',
      callees: [
        'openai#OpenAI().chat.completions.create',
        'openai#AsyncOpenAI().chat.completions.create',
        'openai#AzureOpenAI().chat.completions.create',
        'openai#ChatCompletion.create',
        'openai#chat.completions.create',
        'anthropic#Anthropic().messages.create',
        'litellm#completion',
        'groq#Groq().chat.completions.create',
      ],
      argument: { name: 'messages' },
      confidence: 'low',
      before: 'from openai import OpenAI\nai = OpenAI()',
      bad: 'return ai.chat.completions.create(model="small", messages=[{"role": "user", "content": f"Sum up: {input}"}])',
      good: 'return ai.chat.completions.create(model="small", messages=[{"role": "user", "content": "hello"}], n=int(input))',
    },
    {
      id: 'openai.prompt',
      callees: [
        'openai#OpenAI().completions.create',
        'openai#Completion.create',
        'openai#OpenAI().images.generate',
        'cohere#Client().generate',
        'anthropic#Anthropic().completions.create',
      ],
      argument: { name: 'prompt' },
      confidence: 'low',
      before: 'from openai import OpenAI\nai = OpenAI()',
      bad: 'return ai.completions.create(model="small", prompt=f"Sum up: {input}")',
      good: 'return ai.completions.create(model="small", prompt="Say hello", max_tokens=int(input))',
    },
    {
      id: 'bedrock.invoke',
      callees: [
        'boto3#client(bedrock-runtime).invoke_model',
        'boto3#client(bedrock-runtime).invoke_model_with_response_stream',
      ],
      argument: { name: 'body' },
      confidence: 'low',
      before: 'import json\nimport boto3\nbedrock = boto3.client("bedrock-runtime")',
      bad: 'return bedrock.invoke_model(modelId="small", body=json.dumps({"prompt": f"Sum up: {input}"}))',
      good: 'return bedrock.invoke_model(modelId="small", body=json.dumps({"prompt": "hello", "n": int(input)}))',
    },
    {
      id: 'bedrock.converse',
      callees: ['boto3#client(bedrock-runtime).converse', 'boto3#client(bedrock-runtime).converse_stream'],
      argument: { name: 'messages' },
      confidence: 'low',
      before: 'import boto3\nbedrock = boto3.client("bedrock-runtime")',
      bad: 'return bedrock.converse(modelId="small", messages=[{"role": "user", "content": [{"text": input}]}])',
      good: 'return bedrock.converse(modelId="small", messages=[{"role": "user", "content": [{"text": "hello"}]}], inferenceConfig={"maxTokens": int(input)})',
    },
    {
      id: 'bedrock.agent',
      callees: ['boto3#client(bedrock-agent-runtime).invoke_agent'],
      argument: { name: 'inputText' },
      confidence: 'low',
      before: 'import boto3\nbedrock = boto3.client("bedrock-agent-runtime")',
      bad: 'return bedrock.invoke_agent(agentId="orders", inputText=input)',
      good: 'return bedrock.invoke_agent(agentId="orders", inputText="list orders", sessionId=input)',
    },
    {
      id: 'langchain.invoke',
      callees: [
        'langchain_openai#ChatOpenAI().invoke',
        'langchain_aws#ChatBedrock().invoke',
        'langchain#LLMChain().run',
        'langchain_core.prompts#ChatPromptTemplate.from_template',
        'langchain.prompts#PromptTemplate.from_template',
        'google.generativeai#GenerativeModel().generate_content',
        'strands#Agent()',
        'llama_index.core#VectorStoreIndex().as_query_engine().query',
      ],
      argument: 0,
      confidence: 'low',
      before: 'from langchain_openai import ChatOpenAI\nmodel = ChatOpenAI()',
      bad: 'return model.invoke(f"Sum up: {input}").content',
      good: 'return model.invoke("Say hello", stop=[str(int(input))]).content',
    },
    {
      id: 'system-prompt',
      callees: ['anthropic#Anthropic().messages.create', 'boto3#client(bedrock-runtime).converse'],
      argument: { name: 'system' },
      confidence: 'medium',
      before: 'from anthropic import Anthropic\nai = Anthropic()',
      bad: 'return ai.messages.create(model="small", system=f"You work for {input}", messages=[])',
      good: 'return ai.messages.create(model="small", system="You work for the shop", messages=[], metadata={"user_id": input})',
    },
  ],
);
