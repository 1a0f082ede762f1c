import { asText, type Value } from '@leastwise/model';
import { argument, isNothing } from './argument.ts';
import { block, blocks, constant, either, into, known, mapOf, readProperties, unless } from './read.ts';
import { joinRow, row, type Extra, type Read, type Row, type Scope } from './row.ts';
import { tags } from './tags.ts';

const invocation =
  'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Arn}/invocations';
const aliasInvocation = invocation.replace('${Arn}', '${Ref}');

const functionTypes = ['AWS::Lambda::Function', 'AWS::Lambda::Alias'];

/** The function that a block names with `function_name` and `qualifier`: the alias itself where that can be found. */
const qualifiedFunction: Read = (scope) => {
  const name = argument(scope.block, 'function_name');
  const qualifier = argument(scope.block, 'qualifier');
  if (isNothing(qualifier)) return name;
  const alias = aliasNamed(scope, name, qualifier);
  if (alias !== undefined) return alias;
  const word = asText(qualifier);
  if (word === undefined || (name.kind !== 'reference' && asText(name) === undefined)) return name;
  return name.kind === 'reference'
    ? { kind: 'text', parts: [name, `:${word}`], origin: name.origin }
    : known(`${asText(name) ?? ''}:${word}`, name.origin);
};

function aliasNamed(scope: Scope, name: Value, qualifier: Value): Value | undefined {
  const direct = scope.lookups.find(qualifier, ['AWS::Lambda::Alias']);
  if (direct !== undefined) return reference(direct.id, name);
  const called = scope.lookups.find(name, functionTypes);
  const word = asText(scope.lookups.written(qualifier));
  if (called === undefined || word === undefined) return undefined;
  const aliases = scope.lookups.index('aliases', ['aws_lambda_alias'], (body) => {
    const owner = scope.lookups.find(argument(body, 'function_name'), functionTypes);
    return owner === undefined ? undefined : `${owner.id} ${asText(argument(body, 'name')) ?? ''}`;
  });
  const alias = aliases.get(`${called.id} ${word}`);
  return alias === undefined ? undefined : reference(alias.id, name);
}

function reference(node: string, like: Value): Value {
  return { kind: 'reference', node, attribute: 'Ref', origin: like.origin };
}

/** The archive, the image, or the object in a bucket. */
const code: Read = (scope) => {
  const local =
    scope.lookups.code(scope.instance, 'filename') ??
    (isNothing(argument(scope.block, 's3_key')) ? undefined : objectCode(scope));
  if (local !== undefined) return local;
  const members = {
    S3Bucket: argument(scope.block, 's3_bucket'),
    S3Key: argument(scope.block, 's3_key'),
    ImageUri: argument(scope.block, 'image_uri'),
    SourceKMSKeyArn: argument(scope.block, 'source_kms_key_arn'),
  };
  const written = Object.entries(members).filter(([, value]) => !isNothing(value));
  const first = written[0]?.[1];
  return first === undefined ? undefined : mapOf(Object.fromEntries(written), first.origin);
};

/** An object that the same configuration uploads. Any other key says nothing about where its code stands. */
function objectCode(scope: Scope): Value | undefined {
  const found = scope.lookups.code(scope.instance, 's3_key');
  return found !== undefined && found !== argument(scope.block, 's3_key') && !isArchivePath(found) ? found : undefined;
}

const isArchivePath = (value: Value): boolean => /\.(zip|jar|war)$/i.test(asText(value) ?? '');

/** `authorization_type = "NONE"` lets the provider add the permissions that open the URL to everyone. */
function openUrl(scope: Scope): readonly Extra[] {
  const auth = argument(scope.block, 'authorization_type');
  if (asText(auth)?.toUpperCase() !== 'NONE') return [];
  const called = qualifiedFunction(scope) ?? argument(scope.block, 'function_name');
  const common = { FunctionName: called, Principal: known('*', auth.origin) };
  return [
    {
      suffix: 'permission',
      type: 'AWS::Lambda::Permission',
      properties: mapOf(
        {
          ...common,
          Action: known('lambda:InvokeFunctionUrl', auth.origin),
          FunctionUrlAuthType: known('NONE', auth.origin),
        },
        auth.origin,
      ),
      location: auth.origin,
    },
  ];
}

const destinations = {
  OnFailure: block('destination_config.on_failure', { Destination: either('destination', 'destination_arn') }),
  OnSuccess: block('destination_config.on_success', { Destination: 'destination' }),
};

const cors = block('cors', {
  AllowCredentials: 'allow_credentials',
  AllowHeaders: 'allow_headers',
  AllowMethods: 'allow_methods',
  AllowOrigins: 'allow_origins',
  ExposeHeaders: 'expose_headers',
  MaxAge: 'max_age',
});

/** `self_managed_event_source { endpoints = { KAFKA_BOOTSTRAP_SERVERS = "one,two" } }`. */
const kafkaServers: Read = (scope) => {
  const servers = argument(scope.block, 'self_managed_event_source.endpoints.KAFKA_BOOTSTRAP_SERVERS');
  const written = asText(servers);
  if (written === undefined) return servers;
  return known(
    written.split(',').map((server) => known(server.trim(), servers.origin)),
    servers.origin,
  );
};

export const lambdaRows: readonly Row[] = [
  row(
    'aws_lambda_function',
    'AWS::Lambda::Function',
    {
      FunctionName: 'function_name',
      Description: 'description',
      Runtime: 'runtime',
      Handler: 'handler',
      PackageType: 'package_type',
      Architectures: 'architectures',
      Timeout: 'timeout',
      MemorySize: 'memory_size',
      // -1 is the provider's word for "shares what the account has".
      ReservedConcurrentExecutions: unless('reserved_concurrent_executions', -1),
      EphemeralStorage: { Size: 'ephemeral_storage.size' },
      Role: 'role',
      Layers: 'layers',
      Environment: block('environment', { Variables: 'variables' }),
      KmsKeyArn: 'kms_key_arn',
      TracingConfig: { Mode: 'tracing_config.mode' },
      DeadLetterConfig: { TargetArn: 'dead_letter_config.target_arn' },
      CodeSigningConfigArn: 'code_signing_config_arn',
      VpcConfig: block('vpc_config', { SubnetIds: 'subnet_ids', SecurityGroupIds: 'security_group_ids' }),
      FileSystemConfigs: blocks('file_system_config', { Arn: 'arn', LocalMountPath: 'local_mount_path' }),
      LoggingConfig: block('logging_config', {
        LogFormat: 'log_format',
        ApplicationLogLevel: 'application_log_level',
        SystemLogLevel: 'system_log_level',
        LogGroup: 'log_group',
      }),
      SnapStart: { ApplyOn: 'snap_start.apply_on' },
      Code: code,
      ImageConfig: block('image_config', {
        Command: 'command',
        EntryPoint: 'entry_point',
        WorkingDirectory: 'working_directory',
      }),
      DurableConfig: { ExecutionTimeout: 'durable_config.execution_timeout' },
      CapacityProviderConfig: {
        LambdaManagedInstancesCapacityProviderConfig: {
          CapacityProviderArn:
            'capacity_provider_config.lambda_managed_instances_capacity_provider_config.capacity_provider_arn',
        },
      },
      Tags: tags,
    },
    {
      name: 'function_name',
      attributes: {
        function_name: 'Ref',
        qualified_arn: 'Arn',
        invoke_arn: invocation,
        qualified_invoke_arn: invocation,
        response_streaming_invoke_arn: invocation,
      },
    },
  ),
  row(
    'aws_lambda_alias',
    'AWS::Lambda::Alias',
    { Name: 'name', FunctionName: 'function_name', FunctionVersion: 'function_version' },
    { attributes: { arn: 'Ref', invoke_arn: aliasInvocation } },
  ),
  joinRow('aws_lambda_provisioned_concurrency_config', 'function_name', (scope) => {
    const alias = aliasNamed(scope, argument(scope.block, 'function_name'), argument(scope.block, 'qualifier'));
    if (alias === undefined) return [];
    const properties = {
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 'provisioned_concurrent_executions' },
    };
    return [{ target: alias, types: ['AWS::Lambda::Alias'], properties: readProperties(properties, scope) }];
  }),
  row('aws_lambda_permission', 'AWS::Lambda::Permission', {
    FunctionName: qualifiedFunction,
    Action: 'action',
    Principal: 'principal',
    SourceArn: 'source_arn',
    SourceAccount: 'source_account',
    PrincipalOrgID: 'principal_org_id',
    FunctionUrlAuthType: 'function_url_auth_type',
    InvokedViaFunctionUrl: 'invoked_via_function_url',
    EventSourceToken: 'event_source_token',
  }),
  row(
    'aws_lambda_function_url',
    'AWS::Lambda::Url',
    {
      TargetFunctionArn: 'function_name',
      Qualifier: 'qualifier',
      AuthType: 'authorization_type',
      InvokeMode: 'invoke_mode',
      Cors: cors,
    },
    { attributes: { function_arn: 'FunctionArn', function_url: 'FunctionUrl', url_id: 'Ref' }, more: openUrl },
  ),
  row(
    'aws_lambda_event_source_mapping',
    'AWS::Lambda::EventSourceMapping',
    {
      FunctionName: 'function_name',
      EventSourceArn: 'event_source_arn',
      Enabled: 'enabled',
      BatchSize: 'batch_size',
      MaximumBatchingWindowInSeconds: 'maximum_batching_window_in_seconds',
      FilterCriteria: { Filters: blocks('filter_criteria.filter', { Pattern: 'pattern' }) },
      DestinationConfig: destinations,
      BisectBatchOnFunctionError: 'bisect_batch_on_function_error',
      MaximumRetryAttempts: 'maximum_retry_attempts',
      MaximumRecordAgeInSeconds: 'maximum_record_age_in_seconds',
      ScalingConfig: { MaximumConcurrency: 'scaling_config.maximum_concurrency' },
      ParallelizationFactor: 'parallelization_factor',
      FunctionResponseTypes: 'function_response_types',
      StartingPosition: 'starting_position',
      Topics: 'topics',
      Queues: 'queues',
      SourceAccessConfigurations: blocks('source_access_configuration', { Type: 'type', URI: 'uri' }),
      SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: kafkaServers } },
      DocumentDBEventSourceConfig: block('document_db_event_source_config', {
        DatabaseName: 'database_name',
        CollectionName: 'collection_name',
      }),
      KmsKeyArn: 'kms_key_arn',
    },
    { attributes: { uuid: 'Ref' } },
  ),
  row('aws_lambda_function_event_invoke_config', 'AWS::Lambda::EventInvokeConfig', {
    FunctionName: 'function_name',
    Qualifier: (scope) => {
      const qualifier = argument(scope.block, 'qualifier');
      return isNothing(qualifier) ? constant('$LATEST')(scope) : qualifier;
    },
    MaximumEventAgeInSeconds: 'maximum_event_age_in_seconds',
    MaximumRetryAttempts: 'maximum_retry_attempts',
    DestinationConfig: destinations,
  }),
  row(
    'aws_lambda_layer_version',
    'AWS::Lambda::LayerVersion',
    {
      LayerName: 'layer_name',
      CompatibleRuntimes: 'compatible_runtimes',
      LicenseInfo: 'license_info',
      Content: code,
    },
    { name: 'layer_name', attributes: { arn: 'Ref', layer_arn: 'Ref' } },
  ),
  row('aws_lambda_layer_version_permission', 'AWS::Lambda::LayerVersionPermission', {
    LayerVersionArn: (scope) => layerVersion(scope),
    Action: 'action',
    Principal: 'principal',
    OrganizationId: 'organization_id',
  }),
  row(
    'aws_lambda_code_signing_config',
    'AWS::Lambda::CodeSigningConfig',
    {
      Description: 'description',
      AllowedPublishers: { SigningProfileVersionArns: 'allowed_publishers.signing_profile_version_arns' },
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'policies.untrusted_artifact_on_deployment' },
    },
    { attributes: { arn: 'Ref' } },
  ),
  row(
    'aws_lambda_capacity_provider',
    'AWS::Lambda::CapacityProvider',
    {
      CapacityProviderName: 'name',
      PermissionsConfig: {
        CapacityProviderOperatorRoleArn: 'permissions_config.capacity_provider_operator_role_arn',
      },
      VpcConfig: block('vpc_config', { SubnetIds: 'subnet_ids', SecurityGroupIds: 'security_group_ids' }),
      CapacityProviderScalingConfig: { MaxVCpuCount: 'capacity_provider_scaling_config.max_vcpu_count' },
      KmsKeyArn: 'kms_key_arn',
    },
    { name: 'name' },
  ),
  joinRow(
    'aws_lambda_runtime_management_config',
    'function_name',
    into('function_name', ['AWS::Lambda::Function'], {
      RuntimeManagementConfig: { UpdateRuntimeOn: 'update_runtime_on' },
    }),
  ),
  joinRow(
    'aws_lambda_function_recursion_config',
    'function_name',
    into('function_name', ['AWS::Lambda::Function'], { RecursiveLoop: 'recursive_loop' }),
  ),
];

/** The layer by its ARN without the version, beside which the version stands. */
function layerVersion(scope: Scope): Value {
  const name = argument(scope.block, 'layer_name');
  const version = asText(argument(scope.block, 'version_number'));
  const text = asText(name);
  return text === undefined || version === undefined ? name : known(`${text}:${version}`, name.origin);
}
