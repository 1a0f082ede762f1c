import { describe, expect, it } from 'vitest';
import { mappingOf } from './index.ts';

/** What a scan promises to read of plain CloudFormation, by service. */
const promised: Readonly<Record<string, string>> = {
  Lambda:
    'Function Permission Url Version Alias EventSourceMapping LayerVersion LayerVersionPermission EventInvokeConfig CodeSigningConfig CapacityProvider',
  ApiGateway:
    'RestApi Resource Method Authorizer RequestValidator Stage Deployment UsagePlan UsagePlanKey ApiKey DomainName DomainNameV2 BasePathMapping BasePathMappingV2 GatewayResponse Model VpcLink Account ClientCertificate',
  ApiGatewayV2: 'Api Route Integration Authorizer Stage Deployment DomainName ApiMapping VpcLink',
  WAFv2: 'WebACL WebACLAssociation LoggingConfiguration',
  WAFRegional: 'WebACL WebACLAssociation',
  AppSync: 'GraphQLApi GraphQLSchema DataSource Resolver FunctionConfiguration ApiKey ApiCache Api ChannelNamespace',
  StepFunctions: 'StateMachine StateMachineAlias StateMachineVersion Activity',
  Events: 'Rule EventBus EventBusPolicy Connection ApiDestination Archive',
  Pipes: 'Pipe',
  Scheduler: 'Schedule ScheduleGroup',
  SNS: 'Topic Subscription TopicPolicy TopicInlinePolicy',
  SQS: 'Queue QueuePolicy QueueInlinePolicy',
  S3: 'Bucket BucketPolicy AccessPoint',
  DynamoDB: 'Table GlobalTable',
  Kinesis: 'Stream StreamConsumer ResourcePolicy',
  KinesisFirehose: 'DeliveryStream',
  MSK: 'Cluster ServerlessCluster',
  AmazonMQ: 'Broker',
  Cognito:
    'UserPool UserPoolClient UserPoolDomain UserPoolGroup UserPoolResourceServer UserPoolIdentityProvider IdentityPool IdentityPoolRoleAttachment',
  IoT: 'TopicRule Authorizer',
  SES: 'ReceiptRule ReceiptRuleSet',
  Logs: 'LogGroup SubscriptionFilter MetricFilter Destination ResourcePolicy AccountPolicy',
  ElasticLoadBalancingV2: 'LoadBalancer Listener ListenerRule TargetGroup',
  CloudFront: 'Distribution Function OriginAccessControl CloudFrontOriginAccessIdentity ResponseHeadersPolicy',
  SecretsManager: 'Secret RotationSchedule ResourcePolicy SecretTargetAttachment',
  Config: 'ConfigRule',
  CloudFormation: 'CustomResource Macro',
  KMS: 'Key Alias',
  SSM: 'Parameter',
  IAM: 'Role User Group Policy ManagedPolicy RolePolicy UserPolicy GroupPolicy UserToGroupAddition AccessKey InstanceProfile OIDCProvider',
  CloudWatch: 'Alarm CompositeAlarm',
  CloudTrail: 'Trail',
  ECR: 'Repository',
  EC2: 'VPC Subnet Route RouteTable SubnetRouteTableAssociation SecurityGroup SecurityGroupIngress SecurityGroupEgress VPCEndpoint NatGateway InternetGateway VPCGatewayAttachment NetworkAcl',
  RDS: 'DBInstance DBCluster DBProxy DBProxyTargetGroup DBProxyEndpoint DBSubnetGroup',
  ElastiCache: 'CacheCluster ReplicationGroup ServerlessCache SubnetGroup',
  OpenSearchService: 'Domain',
  OpenSearchServerless: 'Collection AccessPolicy SecurityPolicy',
  Elasticsearch: 'Domain',
  EFS: 'FileSystem AccessPoint MountTarget',
  DocDB: 'DBCluster',
};

const types = Object.entries(promised).flatMap(([service, names]) =>
  names.split(' ').map((name) => `AWS::${service}::${name}`),
);

describe('every type that a scan promises to read', () => {
  it.each(types)('%s has a facet, with the page that it is read by', (type) => {
    expect(mappingOf(type)?.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});
