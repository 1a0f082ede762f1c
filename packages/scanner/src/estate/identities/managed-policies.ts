/**
 * What the managed policies of AWS that serverless projects name allow, as far as questions about them go: the actions that
 * decide, all on every resource. From https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export interface ManagedPolicyMeaning {
  /**
   * `admin`: everything. `elevated`: gains more rights, or nearly everything. `full`: all of a service or more. `narrow`: what
   * an execution role is for, or reading only.
   */
  readonly level: 'admin' | 'elevated' | 'full' | 'narrow';
  readonly actions: readonly string[];
}

export function managedPolicyMeaning(name: string): ManagedPolicyMeaning | undefined {
  return table.get(name);
}

const full: Readonly<Record<string, readonly string[]>> = {
  AmazonAPIGatewayAdministrator: ['apigateway:*'],
  AmazonAPIGatewayInvokeFullAccess: ['execute-api:Invoke', 'execute-api:ManageConnections'],
  AmazonAthenaFullAccess: ['athena:*', 'glue:GetTable', 's3:GetObject', 's3:PutObject'],
  AmazonBedrockFullAccess: ['bedrock:*'],
  AmazonCognitoPowerUser: ['cognito-identity:*', 'cognito-idp:*', 'cognito-sync:*'],
  AmazonConnect_FullAccess: ['connect:*'],
  AmazonDocDBFullAccess: ['rds:*'],
  AmazonDynamoDBFullAccess: ['dynamodb:*', 'dax:*'],
  AmazonDynamoDBFullAccess_v2: ['dynamodb:*', 'dax:*'],
  AmazonEC2ContainerRegistryFullAccess: ['ecr:*'],
  AmazonEC2FullAccess: ['ec2:*', 'elasticloadbalancing:*', 'cloudwatch:*', 'autoscaling:*'],
  AmazonECS_FullAccess: ['ecs:*', 'ec2:*', 'elasticloadbalancing:*'],
  AmazonElastiCacheFullAccess: ['elasticache:*'],
  AmazonElasticFileSystemFullAccess: ['elasticfilesystem:*'],
  AmazonElasticFileSystemClientFullAccess: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientRootAccess', 'elasticfilesystem:ClientWrite'],
  AmazonESFullAccess: ['es:*'],
  AmazonEventBridgeFullAccess: ['events:*', 'schemas:*', 'scheduler:*', 'pipes:*'],
  AmazonEventBridgeSchedulerFullAccess: ['scheduler:*'],
  AmazonKinesisFirehoseFullAccess: ['firehose:*'],
  AmazonKinesisFullAccess: ['kinesis:*'],
  AmazonLexFullAccess: ['lex:*'],
  AmazonMSKFullAccess: ['kafka:*'],
  AmazonOpenSearchServiceFullAccess: ['es:*'],
  AmazonPollyFullAccess: ['polly:*'],
  AmazonRDSDataFullAccess: ['rds-data:*', 'secretsmanager:GetSecretValue'],
  AmazonRDSFullAccess: ['rds:*'],
  AmazonRedshiftFullAccess: ['redshift:*'],
  AmazonRekognitionFullAccess: ['rekognition:*'],
  AmazonRoute53FullAccess: ['route53:*'],
  AmazonS3FullAccess: ['s3:*', 's3-object-lambda:*'],
  AmazonSESFullAccess: ['ses:*'],
  AmazonSNSFullAccess: ['sns:*'],
  AmazonSQSFullAccess: ['sqs:*'],
  AmazonSSMFullAccess: ['ssm:*'],
  AmazonTextractFullAccess: ['textract:*'],
  AmazonTimestreamFullAccess: ['timestream:*'],
  AmazonTranscribeFullAccess: ['transcribe:*'],
  AmazonVPCFullAccess: ['ec2:*'],
  AWSAppSyncAdministrator: ['appsync:*'],
  AWSCloudFormationFullAccess: ['cloudformation:*'],
  AWSCodeBuildAdminAccess: ['codebuild:*'],
  AWSCodeCommitFullAccess: ['codecommit:*'],
  AWSCodeDeployFullAccess: ['codedeploy:*'],
  AWSGlueConsoleFullAccess: ['glue:*'],
  AWSIoTFullAccess: ['iot:*', 'iotjobsdata:*'],
  AWSKeyManagementServicePowerUser: ['kms:CreateKey', 'kms:Describe*', 'kms:List*', 'kms:TagResource'],
  AWSLambda_FullAccess: ['lambda:*'],
  AWSLambdaFullAccess: ['lambda:*', 's3:*', 'dynamodb:*', 'iam:PassRole', 'sns:Publish', 'sqs:SendMessage'],
  AWSStepFunctionsFullAccess: ['states:*'],
  AWSXrayFullAccess: ['xray:*'],
  CloudFrontFullAccess: ['cloudfront:*'],
  CloudWatchEventsFullAccess: ['events:*'],
  CloudWatchFullAccess: ['cloudwatch:*', 'logs:*'],
  CloudWatchFullAccessV2: ['cloudwatch:*', 'logs:*'],
  CloudWatchLogsFullAccess: ['logs:*'],
  ComprehendFullAccess: ['comprehend:*'],
  // Reads the data of every service of the account, secrets apart.
  ReadOnlyAccess: ['s3:Get*', 's3:List*', 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan', 'lambda:Get*', 'lambda:List*', 'logs:Get*', 'sqs:ReceiveMessage', 'iam:Get*', 'iam:List*'],
  SecretsManagerReadWrite: ['secretsmanager:*'],
  TranslateFullAccess: ['translate:*'],
};

const narrow: Readonly<Record<string, readonly string[]>> = {
  AWSLambdaBasicExecutionRole: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AWSLambdaVPCAccessExecutionRole: [
    'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets', 'ec2:DeleteNetworkInterface', 'ec2:AssignPrivateIpAddresses', 'ec2:UnassignPrivateIpAddresses',
  ],
  AWSLambdaENIManagementAccess: ['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface'],
  AWSLambdaSQSQueueExecutionRole: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AWSLambdaDynamoDBExecutionRole: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AWSLambdaInvocation_DynamoDB: ['lambda:InvokeFunction', 'dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
  'AWSLambdaInvocation-DynamoDB': ['lambda:InvokeFunction', 'dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
  AWSLambdaKinesisExecutionRole: ['kinesis:DescribeStream', 'kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards', 'kinesis:ListStreams', 'kinesis:SubscribeToShard', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AWSLambdaMSKExecutionRole: ['kafka:DescribeCluster', 'kafka:GetBootstrapBrokers', 'kafka:ListScramSecrets', 'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AWSLambdaRole: ['lambda:InvokeFunction'],
  AWSLambdaExecute: ['logs:*', 's3:GetObject', 's3:PutObject'],
  AWSLambda_ReadOnlyAccess: ['lambda:Get*', 'lambda:List*', 'logs:DescribeLogGroups', 'cloudformation:DescribeStacks'],
  AWSXRayDaemonWriteAccess: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets', 'xray:GetSamplingStatisticSummaries'],
  AWSXrayWriteOnlyAccess: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets', 'xray:GetSamplingStatisticSummaries'],
  AWSXrayReadOnlyAccess: ['xray:Get*', 'xray:BatchGet*', 'xray:List*'],
  AWSAppSyncPushToCloudWatchLogs: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AWSAppSyncInvokeFullAccess: ['appsync:GraphQL', 'appsync:GetGraphqlApi', 'appsync:ListGraphqlApis'],
  AmazonAPIGatewayPushToCloudWatchLogs: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogGroups', 'logs:DescribeLogStreams', 'logs:PutLogEvents', 'logs:GetLogEvents', 'logs:FilterLogEvents'],
  AmazonSSMManagedInstanceCore: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:UpdateInstanceInformation', 'ssmmessages:*', 'ec2messages:*'],
  AmazonSSMReadOnlyAccess: ['ssm:Describe*', 'ssm:Get*', 'ssm:List*'],
  AmazonS3ReadOnlyAccess: ['s3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*'],
  AmazonS3ObjectLambdaExecutionRolePolicy: ['s3-object-lambda:WriteGetObjectResponse', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AmazonDynamoDBReadOnlyAccess: ['dynamodb:BatchGetItem', 'dynamodb:Describe*', 'dynamodb:GetItem', 'dynamodb:List*', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:PartiQLSelect', 'dax:BatchGetItem', 'dax:GetItem', 'dax:Query', 'dax:Scan'],
  AmazonSQSReadOnlyAccess: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:ListQueues', 'sqs:ListDeadLetterSourceQueues'],
  AmazonSNSReadOnlyAccess: ['sns:GetTopicAttributes', 'sns:List*'],
  AmazonSNSRole: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AmazonKinesisReadOnlyAccess: ['kinesis:Get*', 'kinesis:List*', 'kinesis:Describe*'],
  AmazonRekognitionReadOnlyAccess: ['rekognition:Detect*', 'rekognition:Compare*', 'rekognition:List*', 'rekognition:Search*'],
  AmazonECSTaskExecutionRolePolicy: ['ecr:GetAuthorizationToken', 'ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AmazonEC2ContainerRegistryReadOnly: ['ecr:Get*', 'ecr:BatchGetImage', 'ecr:Describe*', 'ecr:List*'],
  AmazonElasticFileSystemClientReadWriteAccess: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
  AmazonElasticFileSystemReadOnlyAccess: ['elasticfilesystem:Describe*'],
  AmazonRDSReadOnlyAccess: ['rds:Describe*', 'rds:ListTagsForResource'],
  AmazonRDSEnhancedMonitoringRole: ['logs:CreateLogGroup', 'logs:PutRetentionPolicy', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AWSCodeDeployRoleForLambda: ['lambda:UpdateAlias', 'lambda:GetAlias', 'lambda:InvokeFunction', 's3:GetObject', 'sns:Publish', 'cloudwatch:DescribeAlarms'],
  AWSCodeDeployRoleForLambdaLimited: ['lambda:UpdateAlias', 'lambda:GetAlias', 'lambda:InvokeFunction', 's3:GetObject', 'cloudwatch:DescribeAlarms'],
  AWSConfigRulesExecutionRole: ['s3:GetObject', 'config:Put*', 'config:Get*', 'config:List*', 'config:Describe*'],
  AWSGlueServiceRole: ['glue:*', 's3:GetBucketLocation', 's3:ListBucket', 's3:GetObject', 's3:PutObject', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AWSStepFunctionsReadOnlyAccess: ['states:ListStateMachines', 'states:Describe*', 'states:GetExecutionHistory'],
  CloudWatchAgentServerPolicy: ['cloudwatch:PutMetricData', 'logs:PutLogEvents', 'logs:CreateLogStream', 'logs:CreateLogGroup', 'ec2:DescribeTags'],
  CloudWatchLambdaInsightsExecutionRolePolicy: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  CloudWatchLambdaApplicationSignalsExecutionRolePolicy: ['xray:PutTraceSegments', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  CloudWatchReadOnlyAccess: ['cloudwatch:Get*', 'cloudwatch:List*', 'cloudwatch:Describe*', 'logs:Get*', 'logs:FilterLogEvents', 'logs:Describe*'],
  CloudWatchSyntheticsFullAccess: ['synthetics:*', 's3:GetObject', 'lambda:GetLayerVersion'],
  ComprehendReadOnly: ['comprehend:Detect*', 'comprehend:Classify*', 'comprehend:Describe*', 'comprehend:List*'],
  AmazonPollyReadOnlyAccess: ['polly:DescribeVoices', 'polly:GetLexicon', 'polly:ListLexicons', 'polly:SynthesizeSpeech'],
  AmazonBedrockLimitedAccess: ['bedrock:InvokeModel', 'bedrock:Get*', 'bedrock:List*'],
  SecurityAudit: ['iam:Get*', 'iam:List*', 'lambda:GetPolicy', 'lambda:List*', 's3:GetBucket*'],
  ViewOnlyAccess: ['lambda:List*', 's3:ListAllMyBuckets', 'iam:List*'],
  AmazonEventBridgeReadOnlyAccess: ['events:DescribeRule', 'events:List*'],
  AWSIoTDataAccess: ['iot:Connect', 'iot:Publish', 'iot:Subscribe', 'iot:Receive', 'iot:GetThingShadow', 'iot:UpdateThingShadow'],
  AWSIoTLogging: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AWSOpsWorksCloudWatchLogs: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
};

/** IAM itself, nearly everything, or rights from which the rest follows. */
const elevated: Readonly<Record<string, readonly string[]>> = {
  'AdministratorAccess-Amplify': ['iam:*', 'lambda:*', 's3:*', 'dynamodb:*', 'cloudformation:*'],
  PowerUserAccess: ['s3:*', 'dynamodb:*', 'lambda:*', 'sqs:*', 'sns:*', 'kms:*', 'secretsmanager:*', 'ssm:*', 'ec2:*', 'rds:*', 'events:*', 'states:*', 'kinesis:*', 'logs:*'],
  IAMFullAccess: ['iam:*'],
  SystemAdministrator: ['ec2:*', 'iam:PassRole', 'lambda:*', 'logs:*', 'sqs:*', 'sns:*', 'rds:*', 'kms:CreateGrant'],
  NetworkAdministrator: ['ec2:*', 'iam:PassRole', 'route53:*'],
  DatabaseAdministrator: ['dynamodb:*', 'rds:*', 'iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'],
  DataScientist: ['s3:*', 'iam:PassRole', 'elasticmapreduce:*', 'sagemaker:*'],
  AWSOrganizationsFullAccess: ['organizations:*'],
  AmazonSageMakerFullAccess: ['sagemaker:*', 'iam:PassRole', 's3:*'],
  AWSElasticBeanstalkFullAccess: ['elasticbeanstalk:*', 'ec2:*', 's3:*', 'iam:PassRole'],
  AWSElasticBeanstalkService: ['ec2:*', 's3:*', 'autoscaling:*'],
  AWSDataPipeline_FullAccess: ['datapipeline:*', 'iam:PassRole', 's3:*'],
  AWSCodePipeline_FullAccess: ['codepipeline:*', 'iam:PassRole'],
  AmazonElasticMapReduceFullAccess: ['elasticmapreduce:*', 'iam:PassRole', 's3:*'],
  AWSGlueConsoleSageMakerNotebookFullAccess: ['glue:*', 'sagemaker:*', 'iam:PassRole'],
};

const levels = (level: ManagedPolicyMeaning['level'], policies: Readonly<Record<string, readonly string[]>>): [string, ManagedPolicyMeaning][] =>
  Object.entries(policies).map(([name, actions]) => [name, { level, actions }]);

const table: ReadonlyMap<string, ManagedPolicyMeaning> = new Map([
  ...levels('admin', { AdministratorAccess: ['*'] }),
  ...levels('elevated', elevated),
  ...levels('full', full),
  ...levels('narrow', narrow),
]);
