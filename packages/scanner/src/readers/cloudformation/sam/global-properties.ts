/** What may stand in each section of `Globals`; the transform refuses anything else. */
export const globalProperties: Readonly<Record<string, ReadonlySet<string>>> = {
  Function: new Set(
    'Handler Runtime CodeUri DeadLetterQueue Description MemorySize Timeout VpcConfig Environment Tags PropagateTags Tracing KmsKeyArn AutoPublishAlias AutoPublishAliasAllProperties Layers DeploymentPreference RolePath PermissionsBoundary ReservedConcurrentExecutions ProvisionedConcurrencyConfig AssumeRolePolicyDocument EventInvokeConfig FileSystemConfigs CodeSigningConfigArn Architectures SnapStart EphemeralStorage FunctionUrlConfig RuntimeManagementConfig LoggingConfig RecursiveLoop SourceKMSKeyArn TenancyConfig DurableConfig CapacityProviderConfig FunctionScalingConfig PublishToLatestPublished VersionDeletionPolicy'.split(
      ' ',
    ),
  ),
  Api: new Set(
    'Auth Name DefinitionUri CacheClusterEnabled CacheClusterSize MergeDefinitions Variables EndpointConfiguration MethodSettings BinaryMediaTypes MinimumCompressionSize Cors GatewayResponses AccessLogSetting CanarySetting TracingEnabled OpenApiVersion Domain AlwaysDeploy PropagateTags SecurityPolicy EndpointAccessMode'.split(
      ' ',
    ),
  ),
  HttpApi: new Set(
    'Auth AccessLogSettings StageVariables Tags CorsConfiguration DefaultRouteSettings Domain RouteSettings FailOnWarnings PropagateTags'.split(
      ' ',
    ),
  ),
  SimpleTable: new Set('SSESpecification'.split(' ')),
  StateMachine: new Set('PropagateTags'.split(' ')),
  LayerVersion: new Set('PublishLambdaVersion'.split(' ')),
  CapacityProvider: new Set(
    'VpcConfig OperatorRole Tags InstanceRequirements ScalingConfig KmsKeyArn PropagateTags'.split(' '),
  ),
  WebSocketApi: new Set(
    'AccessLogSettings ApiKeySelectionExpression DefaultRouteSettings DisableExecuteApiEndpoint DisableSchemaValidation Domain FailOnWarnings IpAddressType PropagateTags RouteSelectionExpression RouteSettings StageVariables Tags'.split(
      ' ',
    ),
  ),
};
