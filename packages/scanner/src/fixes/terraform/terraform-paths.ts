/**
 * Arguments of Terraform for properties of CloudFormation that the reader's table (`readers/terraform/resources`) computes instead of
 * naming. Below a path that ends in `*` come the members in order. https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
export const computedPaths: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_lambda_function: {
    ReservedConcurrentExecutions: 'reserved_concurrent_executions',
    'LoggingConfig.LogFormat': 'logging_config.log_format',
  },
  aws_lambda_function_url: { AuthType: 'authorization_type' },
  aws_lambda_event_source_mapping: {
    'DestinationConfig.OnFailure.Destination': 'destination_config.on_failure.destination_arn',
    MaximumRetryAttempts: 'maximum_retry_attempts',
  },
  aws_sqs_queue: { RedrivePolicy: 'redrive_policy' },
  aws_sns_topic_subscription: { RedrivePolicy: 'redrive_policy' },
  aws_kinesis_stream: { 'StreamEncryption.EncryptionType': 'encryption_type', 'StreamEncryption.KeyId': 'kms_key_id' },
  aws_dynamodb_table: {
    'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': 'point_in_time_recovery.enabled',
    'SSESpecification.SSEEnabled': 'server_side_encryption.enabled',
    'SSESpecification.KMSMasterKeyId': 'server_side_encryption.kms_key_arn',
    'SSESpecification.SSEType': '',
  },
  aws_api_gateway_stage: {
    'AccessLogSetting.DestinationArn': 'access_log_settings.destination_arn',
    'AccessLogSetting.Format': 'access_log_settings.format',
  },
  aws_apigatewayv2_stage: {
    'AccessLogSettings.DestinationArn': 'access_log_settings.destination_arn',
    'AccessLogSettings.Format': 'access_log_settings.format',
    'DefaultRouteSettings.ThrottlingRateLimit': 'default_route_settings.throttling_rate_limit',
    'DefaultRouteSettings.ThrottlingBurstLimit': 'default_route_settings.throttling_burst_limit',
    'DefaultRouteSettings.DataTraceEnabled': 'default_route_settings.data_trace_enabled',
  },
  aws_kms_key: { KeyPolicy: 'policy' },
  aws_sfn_state_machine: {
    'TracingConfiguration.Enabled': 'tracing_configuration.enabled',
    'EncryptionConfiguration.Type': 'encryption_configuration.type',
    'EncryptionConfiguration.KmsKeyId': 'encryption_configuration.kms_key_id',
    'LoggingConfiguration.Level': 'logging_configuration.level',
    'LoggingConfiguration.Destinations.0.CloudWatchLogsLogGroup.LogGroupArn': 'logging_configuration.log_destination',
  },
  aws_appsync_graphql_api: {
    'LogConfig.CloudWatchLogsRoleArn': 'log_config.cloudwatch_logs_role_arn',
    'LogConfig.FieldLogLevel': 'log_config.field_log_level',
    'LogConfig.ExcludeVerboseContent': 'log_config.exclude_verbose_content',
  },
  aws_cognito_user_pool: {
    'EnabledMfas.0': 'software_token_mfa_configuration.enabled',
    'AdminCreateUserConfig.AllowAdminCreateUserOnly': 'admin_create_user_config.allow_admin_create_user_only',
    'Policies.PasswordPolicy.MinimumLength': 'password_policy.minimum_length',
    'Policies.PasswordPolicy.RequireLowercase': 'password_policy.require_lowercase',
    'Policies.PasswordPolicy.RequireUppercase': 'password_policy.require_uppercase',
    'Policies.PasswordPolicy.RequireNumbers': 'password_policy.require_numbers',
    'Policies.PasswordPolicy.RequireSymbols': 'password_policy.require_symbols',
  },
  aws_opensearch_domain: {
    'EncryptionAtRestOptions.Enabled': 'encrypt_at_rest.enabled',
    'NodeToNodeEncryptionOptions.Enabled': 'node_to_node_encryption.enabled',
    'DomainEndpointOptions.EnforceHTTPS': 'domain_endpoint_options.enforce_https',
  },
  aws_dax_cluster: { 'SSESpecification.SSEEnabled': 'server_side_encryption.enabled' },
  aws_kinesis_firehose_delivery_stream: {
    'DeliveryStreamEncryptionConfigurationInput.KeyType': 'server_side_encryption.key_type',
  },
  aws_ecr_repository: {
    'EncryptionConfiguration.EncryptionType': 'encryption_configuration.encryption_type',
    'EncryptionConfiguration.KmsKey': 'encryption_configuration.kms_key',
  },
};

/** What a switch needs beside the argument itself. */
export const accompanying: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>> = {
  'server_side_encryption.key_type': { 'server_side_encryption.enabled': true },
  'domain_endpoint_options.enforce_https': {
    'domain_endpoint_options.tls_security_policy': 'Policy-Min-TLS-1-2-2019-07',
  },
};

/** Blocks of their own for what CloudFormation writes into a bucket. */
export const bucketParts: readonly {
  readonly path: string;
  readonly type: string;
  readonly arguments: Readonly<Record<string, string>>;
}[] = [
  {
    path: 'VersioningConfiguration',
    type: 'aws_s3_bucket_versioning',
    arguments: { Status: 'versioning_configuration.status' },
  },
  {
    path: 'PublicAccessBlockConfiguration',
    type: 'aws_s3_bucket_public_access_block',
    arguments: {
      BlockPublicAcls: 'block_public_acls',
      BlockPublicPolicy: 'block_public_policy',
      IgnorePublicAcls: 'ignore_public_acls',
      RestrictPublicBuckets: 'restrict_public_buckets',
    },
  },
  {
    path: 'LifecycleConfiguration.Rules',
    type: 'aws_s3_bucket_lifecycle_configuration',
    arguments: {
      '0.Id': 'rule.id',
      '0.Status': 'rule.status',
      '0.AbortIncompleteMultipartUpload.DaysAfterInitiation':
        'rule.abort_incomplete_multipart_upload.days_after_initiation',
    },
  },
  {
    path: 'NotificationConfiguration',
    type: 'aws_s3_bucket_notification',
    arguments: { 'EventBridgeConfiguration.EventBridgeEnabled': 'eventbridge' },
  },
  {
    path: 'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault',
    type: 'aws_s3_bucket_server_side_encryption_configuration',
    arguments: {
      SSEAlgorithm: 'rule.apply_server_side_encryption_by_default.sse_algorithm',
      KMSMasterKeyID: 'rule.apply_server_side_encryption_by_default.kms_master_key_id',
    },
  },
];

/** Resources that fixes add. `arguments` turn properties; those with `json` are texts of JSON; others are left out on purpose. */
export const addable: Readonly<
  Record<
    string,
    {
      readonly type: string;
      readonly arguments: Readonly<Record<string, string>>;
      readonly json?: readonly string[];
      /** The argument that has to name it, and what stands between the words there. */
      readonly named?: string;
      readonly separator?: string;
    }
  >
> = {
  'AWS::SQS::Queue': {
    type: 'aws_sqs_queue',
    arguments: { MessageRetentionPeriod: 'message_retention_seconds', FifoQueue: 'fifo_queue' },
  },
  'AWS::SQS::QueuePolicy': {
    type: 'aws_sqs_queue_policy',
    arguments: { 'Queues.0': 'queue_url', PolicyDocument: 'policy' },
    json: ['PolicyDocument'],
  },
  'AWS::SNS::TopicPolicy': {
    type: 'aws_sns_topic_policy',
    arguments: { 'Topics.0': 'arn', PolicyDocument: 'policy' },
    json: ['PolicyDocument'],
  },
  'AWS::S3::BucketPolicy': {
    type: 'aws_s3_bucket_policy',
    arguments: { Bucket: 'bucket', PolicyDocument: 'policy' },
    json: ['PolicyDocument'],
  },
  'AWS::IAM::Policy': {
    type: 'aws_iam_role_policy',
    arguments: { PolicyName: 'name', 'Roles.0': 'role', PolicyDocument: 'policy' },
    json: ['PolicyDocument'],
  },
  'AWS::Logs::LogGroup': { type: 'aws_cloudwatch_log_group', arguments: { RetentionInDays: 'retention_in_days' } },
  // The policy that a key has without one is the one that fixes write.
  'AWS::KMS::Key': { type: 'aws_kms_key', arguments: { EnableKeyRotation: 'enable_key_rotation' } },
  'AWS::CloudWatch::Alarm': {
    type: 'aws_cloudwatch_metric_alarm',
    named: 'alarm_name',
    arguments: {
      Namespace: 'namespace',
      MetricName: 'metric_name',
      Statistic: 'statistic',
      Period: 'period',
      EvaluationPeriods: 'evaluation_periods',
      Threshold: 'threshold',
      ComparisonOperator: 'comparison_operator',
      TreatMissingData: 'treat_missing_data',
      Dimensions: 'dimensions',
    },
  },
  'AWS::ApiGateway::RequestValidator': {
    type: 'aws_api_gateway_request_validator',
    named: 'name',
    arguments: {
      RestApiId: 'rest_api_id',
      ValidateRequestBody: 'validate_request_body',
      ValidateRequestParameters: 'validate_request_parameters',
    },
  },
  'AWS::ApiGateway::Model': {
    type: 'aws_api_gateway_model',
    named: 'name',
    separator: '',
    arguments: { RestApiId: 'rest_api_id', ContentType: 'content_type', Schema: 'schema' },
    json: ['Schema'],
  },
  'AWS::ApiGateway::ClientCertificate': { type: 'aws_api_gateway_client_certificate', arguments: {} },
  'AWS::Signer::SigningProfile': { type: 'aws_signer_signing_profile', arguments: { PlatformId: 'platform_id' } },
  'AWS::Lambda::CodeSigningConfig': {
    type: 'aws_lambda_code_signing_config',
    arguments: {
      'AllowedPublishers.SigningProfileVersionArns': 'allowed_publishers.signing_profile_version_arns',
      'CodeSigningPolicies.UntrustedArtifactOnDeployment': 'policies.untrusted_artifact_on_deployment',
    },
  },
};

/** Attributes of what fixes add, where they are not `arn` and `id`. */
export const addedAttributes: Readonly<Record<string, string>> = {
  'aws_signer_signing_profile.ProfileVersionArn': 'version_arn',
  'aws_lambda_code_signing_config.CodeSigningConfigArn': 'arn',
  'aws_sns_topic.Ref': 'arn',
  'aws_lambda_function.Ref': 'function_name',
  'aws_iam_role.Ref': 'name',
  'aws_api_gateway_model.Ref': 'name',
  'aws_api_gateway_stage.Ref': 'stage_name',
};
