import { asText, type Value } from '@leastwise/model';
import { argument, isNothing } from './argument.ts';
import { block, blocks, constant, convert, eachBlock, into, known, mapOf, readProperties } from './read.ts';
import { joinRow, row, type Properties, type Read, type Row, type Scope } from './row.ts';
import { tags } from './tags.ts';

/** The blocks of an IoT rule and what CloudFormation calls their actions. */
const iotActions: Readonly<Record<string, Properties>> = {
  lambda: { Lambda: { FunctionArn: 'function_arn' } },
  sqs: { Sqs: { QueueUrl: 'queue_url', RoleArn: 'role_arn' } },
  sns: { Sns: { TargetArn: 'target_arn', RoleArn: 'role_arn' } },
  kinesis: { Kinesis: { StreamName: 'stream_name', RoleArn: 'role_arn' } },
  s3: { S3: { BucketName: 'bucket_name', RoleArn: 'role_arn' } },
  dynamodbv2: { DynamoDBv2: { PutItem: { TableName: 'put_item.table_name' }, RoleArn: 'role_arn' } },
  step_functions: { StepFunctions: { StateMachineName: 'state_machine_name', RoleArn: 'role_arn' } },
};

const iotActionList: Read = (scope) => {
  const found = Object.entries(iotActions).flatMap(([name, properties]) => {
    const value = eachBlock(name, (inner) => [readProperties(properties, inner)])(scope);
    return value?.kind === 'known' && Array.isArray(value.value) ? (value.value as readonly Value[]) : [];
  });
  const first = found[0];
  return first === undefined ? undefined : known(found, first.origin);
};

const disabled = convert('enabled', (data) => data !== true && data !== 'true');

/** Actions of a mail rule stand in blocks of their kind and are ordered by `position`. */
const mailActions: Read = (scope) => {
  const kinds: Readonly<Record<string, Properties>> = {
    lambda_action: { LambdaAction: { FunctionArn: 'function_arn', InvocationType: 'invocation_type' } },
    s3_action: { S3Action: { BucketName: 'bucket_name' } },
    sns_action: { SNSAction: { TopicArn: 'topic_arn' } },
  };
  const found = Object.entries(kinds).flatMap(([name, properties]) => {
    const value = eachBlock(name, (inner) => [
      mapOf(
        {
          position: argument(inner.block, 'position'),
          action: readProperties(properties, inner),
        },
        inner.block.origin,
      ),
    ])(scope);
    return value?.kind === 'known' && Array.isArray(value.value) ? (value.value as readonly Value[]) : [];
  });
  const position = (value: Value): number => Number(asText(argument(value, 'position')) ?? 0);
  const actions = found
    .toSorted((one, other) => position(one) - position(other))
    .map((value) => argument(value, 'action'));
  const first = actions[0];
  return first === undefined ? undefined : known(actions, first.origin);
};

const processing: Properties = {
  ProcessingConfiguration: block('processing_configuration', {
    Enabled: 'enabled',
    Processors: blocks('processors', {
      Type: 'type',
      Parameters: blocks('parameters', { ParameterName: 'parameter_name', ParameterValue: 'parameter_value' }),
    }),
  }),
};

const bucketDestination: Properties = {
  BucketARN: 'bucket_arn',
  RoleARN: 'role_arn',
  EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: 'kms_key_arn' } },
  ...processing,
};

/** `server_side_encryption { enabled, key_type, key_arn }`; `enabled = false` is the same as no block. */
const deliveryEncryption: Read = (scope) => {
  const enabled = argument(scope.block, 'server_side_encryption.enabled');
  if (isNothing(enabled) || (enabled.kind === 'known' && enabled.value === false)) return undefined;
  return block('server_side_encryption', {
    KeyType: (inner) => {
      const type = argument(inner.block, 'key_type');
      return isNothing(type) ? constant('AWS_OWNED_CMK')(inner) : type;
    },
    KeyARN: 'key_arn',
  })(scope);
};

/** Kafka: each way of signing in is a switch in a block of its own. */
const kafkaAuthentication: Read = block('client_authentication', {
  Sasl: { Iam: { Enabled: 'sasl.iam' }, Scram: { Enabled: 'sasl.scram' } },
  Tls: (scope) => {
    const written = argument(scope.block, 'tls');
    return isNothing(written) ? undefined : mapOf({ Enabled: known(true, written.origin) }, written.origin);
  },
  Unauthenticated: { Enabled: 'unauthenticated' },
});

export const foreignServiceRows: readonly Row[] = [
  row(
    'aws_iot_topic_rule',
    'AWS::IoT::TopicRule',
    {
      RuleName: 'name',
      TopicRulePayload: {
        Sql: 'sql',
        RuleDisabled: disabled,
        Actions: iotActionList,
        ErrorAction: block('error_action', { Lambda: { FunctionArn: 'lambda.function_arn' } }),
      },
    },
    { name: 'name' },
  ),
  row(
    'aws_iot_authorizer',
    'AWS::IoT::Authorizer',
    {
      AuthorizerName: 'name',
      AuthorizerFunctionArn: 'authorizer_function_arn',
      // The provider switches it on unless told otherwise.
      Status: (scope) => {
        const status = argument(scope.block, 'status');
        return isNothing(status) ? constant('ACTIVE')(scope) : status;
      },
      SigningDisabled: 'signing_disabled',
    },
    { name: 'name' },
  ),
  row('aws_ses_receipt_rule', 'AWS::SES::ReceiptRule', {
    RuleSetName: 'rule_set_name',
    Rule: {
      Name: 'name',
      Enabled: 'enabled',
      Recipients: 'recipients',
      ScanEnabled: 'scan_enabled',
      TlsPolicy: 'tls_policy',
      Actions: mailActions,
    },
  }),
  row(
    'aws_ses_receipt_rule_set',
    'AWS::SES::ReceiptRuleSet',
    { RuleSetName: 'rule_set_name' },
    { name: 'rule_set_name' },
  ),
  row(
    'aws_kinesis_firehose_delivery_stream',
    'AWS::KinesisFirehose::DeliveryStream',
    {
      DeliveryStreamName: 'name',
      DeliveryStreamType: (scope) =>
        isNothing(argument(scope.block, 'kinesis_source_configuration'))
          ? undefined
          : known('KinesisStreamAsSource', argument(scope.block, 'kinesis_source_configuration').origin),
      KinesisStreamSourceConfiguration: block('kinesis_source_configuration', {
        KinesisStreamARN: 'kinesis_stream_arn',
        RoleARN: 'role_arn',
      }),
      DeliveryStreamEncryptionConfigurationInput: deliveryEncryption,
      ExtendedS3DestinationConfiguration: block('extended_s3_configuration', bucketDestination),
      S3DestinationConfiguration: block('s3_configuration', bucketDestination),
      RedshiftDestinationConfiguration: block('redshift_configuration', {
        RoleARN: 'role_arn',
        ClusterJDBCURL: 'cluster_jdbcurl',
        Username: 'username',
        Password: 'password',
        ...processing,
      }),
      SplunkDestinationConfiguration: block('splunk_configuration', {
        HECEndpoint: 'hec_endpoint',
        HECToken: 'hec_token',
        ...processing,
      }),
      HttpEndpointDestinationConfiguration: block('http_endpoint_configuration', {
        RoleARN: 'role_arn',
        EndpointConfiguration: { Url: 'url', AccessKey: 'access_key' },
        ...processing,
      }),
      SnowflakeDestinationConfiguration: block('snowflake_configuration', {
        RoleARN: 'role_arn',
        PrivateKey: 'private_key',
        KeyPassphrase: 'key_passphrase',
        ...processing,
      }),
      AmazonopensearchserviceDestinationConfiguration: block('opensearch_configuration', {
        RoleARN: 'role_arn',
        DomainARN: 'domain_arn',
        ...processing,
      }),
      Tags: tags,
    },
    { name: 'name' },
  ),
  row(
    'aws_config_config_rule',
    'AWS::Config::ConfigRule',
    {
      ConfigRuleName: 'name',
      Source: block('source', { Owner: 'owner', SourceIdentifier: 'source_identifier' }),
      MaximumExecutionFrequency: 'maximum_execution_frequency',
    },
    { name: 'name' },
  ),
  row(
    'aws_msk_cluster',
    'AWS::MSK::Cluster',
    {
      ClusterName: 'cluster_name',
      BrokerNodeGroupInfo: block('broker_node_group_info', {
        ClientSubnets: 'client_subnets',
        SecurityGroups: 'security_groups',
        ConnectivityInfo: { PublicAccess: { Type: 'connectivity_info.public_access.type' } },
      }),
      ClientAuthentication: kafkaAuthentication,
      EncryptionInfo: block('encryption_info', {
        EncryptionInTransit: { ClientBroker: 'encryption_in_transit.client_broker' },
        EncryptionAtRest: { DataVolumeKMSKeyId: 'encryption_at_rest_kms_key_arn' },
      }),
      Tags: tags,
    },
    { name: 'cluster_name' },
  ),
  row(
    'aws_msk_serverless_cluster',
    'AWS::MSK::ServerlessCluster',
    {
      ClusterName: 'cluster_name',
      VpcConfigs: blocks('vpc_config', { SubnetIds: 'subnet_ids', SecurityGroups: 'security_group_ids' }),
      ClientAuthentication: { Sasl: { Iam: { Enabled: 'client_authentication.sasl.iam.enabled' } } },
    },
    { name: 'cluster_name' },
  ),
  row(
    'aws_mq_broker',
    'AWS::AmazonMQ::Broker',
    {
      BrokerName: 'broker_name',
      EngineType: 'engine_type',
      PubliclyAccessible: 'publicly_accessible',
      AuthenticationStrategy: 'authentication_strategy',
      Users: blocks('user', { Username: 'username', Password: 'password' }),
      SubnetIds: 'subnet_ids',
      SecurityGroups: 'security_groups',
      Logs: block('logs', { General: 'general', Audit: 'audit' }),
      EncryptionOptions: block('encryption_options', { KmsKeyId: 'kms_key_id' }),
    },
    { name: 'broker_name' },
  ),
  row('aws_transfer_server', 'AWS::Transfer::Server', {
    EndpointType: 'endpoint_type',
    IdentityProviderType: 'identity_provider_type',
    IdentityProviderDetails: { Function: 'function' },
  }),
  row('aws_transfer_workflow', 'AWS::Transfer::Workflow', {
    Steps: blocks('steps', { CustomStepDetails: { Target: 'custom_step_details.target' } }),
    OnExceptionSteps: blocks('on_exception_steps', { CustomStepDetails: { Target: 'custom_step_details.target' } }),
  }),
  row(
    'aws_bedrockagent_agent',
    'AWS::Bedrock::Agent',
    { AgentName: 'agent_name', AgentResourceRoleArn: 'agent_resource_role_arn' },
    { name: 'agent_name' },
  ),
  joinRow('aws_bedrockagent_agent_action_group', 'agent_id', agentActions),
  row('aws_connect_lambda_function_association', 'AWS::Connect::IntegrationAssociation', {
    IntegrationType: constant('LAMBDA_FUNCTION'),
    IntegrationArn: 'function_arn',
    InstanceId: 'instance_id',
  }),
];

function agentActions(scope: Scope): ReturnType<ReturnType<typeof into>> {
  const at = scope.instance.location;
  const group = readProperties(
    { ActionGroupName: 'action_group_name', ActionGroupExecutor: { Lambda: 'action_group_executor.lambda' } },
    scope,
  );
  return [
    {
      target: argument(scope.block, 'agent_id'),
      types: ['AWS::Bedrock::Agent'],
      properties: mapOf({ ActionGroups: known([group], at) }, at),
    },
  ];
}
