/**
 * What the transform takes for each property: `t` text (a number counts), `m` map, `l` list, `b` true or false, `n` number,
 * `*` anything; several letters allow several. A property that stands in no table is refused.
 */
export type PropertyTypes = Readonly<Record<string, string>>;

function table(rows: string): PropertyTypes {
  return Object.fromEntries(
    rows
      .trim()
      .split(/\s+/)
      .map((row) => row.split(':') as [string, string]),
  );
}

export const resourceProperties: Readonly<Record<string, PropertyTypes>> = {
  'AWS::Serverless::Function': table(`
    FunctionName:tm Handler:* Runtime:* CodeUri:tm ImageUri:* PackageType:* InlineCode:* DeadLetterQueue:m Description:* MemorySize:*
    Timeout:* VpcConfig:* Role:t AssumeRolePolicyDocument:m Policies:tml RolePath:* PermissionsBoundary:t Environment:m Events:m
    Tags:m PropagateTags:b Tracing:tm KmsKeyArn:* DeploymentPreference:m ReservedConcurrentExecutions:* Layers:l EventInvokeConfig:m
    EphemeralStorage:* AutoPublishAlias:t AutoPublishCodeSha256:t AutoPublishAliasAllProperties:b VersionDescription:*
    ProvisionedConcurrencyConfig:* FileSystemConfigs:* ImageConfig:* CodeSigningConfigArn:* Architectures:* SnapStart:m
    FunctionUrlConfig:m RuntimeManagementConfig:* LoggingConfig:* RecursiveLoop:* SourceKMSKeyArn:* CapacityProviderConfig:m
    FunctionScalingConfig:m VersionDeletionPolicy:t PublishToLatestPublished:* TenancyConfig:* DurableConfig:m`),
  'AWS::Serverless::Api': table(`
    Name:tm StageName:tm Tags:m PropagateTags:b DefinitionBody:m DefinitionUri:tm MergeDefinitions:b CacheClusterEnabled:b
    CacheClusterSize:t Variables:m EndpointConfiguration:tm MethodSettings:l BinaryMediaTypes:l MinimumCompressionSize:n Cors:tm
    Auth:m GatewayResponses:m AccessLogSetting:m CanarySetting:m TracingEnabled:b OpenApiVersion:t Models:m Domain:m
    FailOnWarnings:b Description:t Mode:t DisableExecuteApiEndpoint:b ApiKeySourceType:t AlwaysDeploy:b Policy:tm SecurityPolicy:t
    EndpointAccessMode:t`),
  'AWS::Serverless::HttpApi': table(`
    Name:* StageName:tm Tags:m PropagateTags:b DefinitionBody:m DefinitionUri:tm StageVariables:m CorsConfiguration:bm
    AccessLogSettings:m DefaultRouteSettings:m Auth:m RouteSettings:m Domain:m FailOnWarnings:b Description:t
    DisableExecuteApiEndpoint:b`),
  'AWS::Serverless::WebSocketApi': table(`
    ApiKeySelectionExpression:t AccessLogSettings:m Auth:m DefaultRouteSettings:m Description:t DisableExecuteApiEndpoint:b Domain:m
    DisableSchemaValidation:b FailOnWarnings:b IpAddressType:t Name:t PropagateTags:b Routes:m RouteSettings:m
    RouteSelectionExpression:t StageName:tm StageVariables:m Tags:m`),
  'AWS::Serverless::SimpleTable': table(`
    PointInTimeRecoverySpecification:* PrimaryKey:m ProvisionedThroughput:m TableName:tm Tags:m SSESpecification:m`),
  'AWS::Serverless::Application': table(`
    Location:tm TemplateUrl:t Parameters:m NotificationARNs:l Tags:m TimeoutInMinutes:n`),
  'AWS::Serverless::LayerVersion': table(`
    LayerName:tm Description:t PublishLambdaVersion:b ContentUri:tm CompatibleArchitectures:l CompatibleRuntimes:l LicenseInfo:t
    RetentionPolicy:t`),
  'AWS::Serverless::StateMachine': table(`
    Definition:m DefinitionUri:tm Logging:m Role:t RolePath:* DefinitionSubstitutions:m Events:m Name:t Type:t Tags:m
    PropagateTags:b Policies:tml Tracing:m PermissionsBoundary:t AutoPublishAlias:* DeploymentPreference:* UseAliasAsEventTarget:b`),
  'AWS::Serverless::Connector': table(`Source:m Destination:ml Permissions:l`),
  'AWS::Serverless::GraphQLApi': table(`
    Name:* Tags:m XrayEnabled:* Auth:m SchemaInline:t SchemaUri:t Logging:mb DataSources:m Functions:m Resolvers:m ApiKeys:m
    DomainName:m Cache:m Visibility:* OwnerContact:* IntrospectionConfig:* QueryDepthLimit:* ResolverCountLimit:*`),
  'AWS::Serverless::CapacityProvider': table(`
    CapacityProviderName:tm VpcConfig:m OperatorRole:tm Tags:m PropagateTags:b InstanceRequirements:m ScalingConfig:m KmsKeyArn:tm`),
};

const rule = 'DeadLetterConfig:m RetryPolicy:m Input:t Enabled:b State:t Target:m';
const pattern = table(`EventBusName:t RuleName:t Pattern:m InputPath:t InputTransformer:m ${rule}`);
const polled = `BatchSize:n StartingPosition:* StartingPositionTimestamp:* Enabled:b MaximumBatchingWindowInSeconds:n
  MaximumRetryAttempts:n BisectBatchOnFunctionError:b MaximumRecordAgeInSeconds:n DestinationConfig:m ParallelizationFactor:n
  Topics:l Queues:l SourceAccessConfigurations:l SecretsManagerKmsKeyId:t TumblingWindowInSeconds:n FunctionResponseTypes:l
  KafkaBootstrapServers:l FilterCriteria:m KmsKeyArn:* ConsumerGroupId:t ScalingConfig:m ProvisionedPollerConfig:m
  SchemaRegistryConfig:m MetricsConfig:m LoggingConfig:m`;
const stream = table(`${polled} Stream:*`);

export const eventProperties: Readonly<Record<string, PropertyTypes>> = {
  Api: table(`Path:t Method:t RestApiId:t Stage:t Auth:m RequestModel:m RequestParameters:l TimeoutInMillis:n ResponseTransferMode:t
    UnescapeMappingTemplate:b`),
  HttpApi: table(`Path:t Method:t ApiId:t Stage:t Auth:m TimeoutInMillis:n RouteSettings:m PayloadFormatVersion:t`),
  S3: table(`Bucket:t Events:tl Filter:m`),
  SNS: table(`Topic:t Region:t FilterPolicy:* FilterPolicyScope:* SqsSubscription:bm RedrivePolicy:m`),
  Schedule: table(`Schedule:t RuleName:t Name:t Description:t RoleArn:t ${rule}`),
  ScheduleV2:
    table(`PermissionsBoundary:t ScheduleExpression:t FlexibleTimeWindow:m Name:t State:t Description:t StartDate:t
    EndDate:t ScheduleExpressionTimezone:t GroupName:t KmsKeyArn:t Input:t RoleArn:t DeadLetterConfig:m RetryPolicy:m OmitName:b`),
  CloudWatchEvent: pattern,
  EventBridgeRule: pattern,
  CloudWatchLogs: table(`LogGroupName:t FilterPattern:t`),
  IoTRule: table(`Sql:t AwsIotSqlVersion:t`),
  AlexaSkill: table(`SkillId:t`),
  Cognito: table(`UserPool:t Trigger:tl`),
  SQS: table(`${polled} Queue:*`),
  Kinesis: stream,
  DynamoDB: stream,
  MSK: stream,
  SelfManagedKafka: table(polled),
  MQ: table(`${polled} Broker:* DynamicPolicyName:b`),
  DocumentDB: table(`${polled} Cluster:* DatabaseName:* CollectionName:* FullDocument:*`),
};
