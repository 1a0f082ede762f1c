import { describe, expect, it } from 'vitest';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { buildEstate } from '../build-estate.ts';
import { mappingOf } from '../facets/index.ts';

const ship = '{ "Fn::GetAtt": [Ship, Arn] }';
const called =
  '{ "Fn::Sub": "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Ship.Arn}/invocations" }';
const role = 'arn:aws:iam::111122223333:role/orders';

/** The types that start a function, each in a small system, and the kind of way in that it is. */
const starters: readonly (readonly [type: string, kind: string, resources: string])[] = [
  [
    'AWS::Lambda::Url',
    'function-url',
    `It: { Type: 'AWS::Lambda::Url', Properties: { AuthType: NONE, TargetFunctionArn: ${ship} } }`,
  ],
  [
    'AWS::Lambda::Permission',
    'permission',
    `It: { Type: 'AWS::Lambda::Permission', Properties: { Action: 'lambda:InvokeFunction', FunctionName: ${ship}, Principal: '444455556666' } }`,
  ],
  [
    'AWS::Lambda::EventSourceMapping',
    'queue',
    `It: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { FunctionName: ${ship}, EventSourceArn: { 'Fn::GetAtt': [Orders, Arn] } } }
  Orders: { Type: 'AWS::SQS::Queue' }`,
  ],
  [
    'AWS::Lambda::EventInvokeConfig',
    'destination',
    `It: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: other, Qualifier: $LATEST, DestinationConfig: { OnSuccess: { Destination: ${ship} } } } }`,
  ],
  [
    'AWS::ApiGateway::Method',
    'rest-api',
    `It: { Type: 'AWS::ApiGateway::Method', Properties: { RestApiId: { Ref: Shop }, ResourceId: { 'Fn::GetAtt': [Shop, RootResourceId] }, HttpMethod: GET, AuthorizationType: NONE, Integration: { Type: AWS_PROXY, IntegrationHttpMethod: POST, Uri: ${called} } } }
  Shop: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: shop } }`,
  ],
  [
    'AWS::ApiGateway::Authorizer',
    'authorizer',
    `It: { Type: 'AWS::ApiGateway::Authorizer', Properties: { RestApiId: { Ref: Shop }, Name: a, Type: TOKEN, AuthorizerUri: ${called} } }
  Shop: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: shop } }`,
  ],
  [
    'AWS::ApiGatewayV2::Route',
    'http-api',
    `It: { Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId: { Ref: Shop }, RouteKey: 'GET /', Target: { 'Fn::Sub': 'integrations/\${Call}' } } }
  Call: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { ApiId: { Ref: Shop }, IntegrationType: AWS_PROXY, IntegrationUri: ${ship}, PayloadFormatVersion: '2.0' } }
  Shop: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: shop, ProtocolType: HTTP } }`,
  ],
  [
    'AWS::ApiGatewayV2::Api',
    'websocket-api',
    `It: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: shop, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action } }
  Call: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { ApiId: { Ref: It }, IntegrationType: AWS_PROXY, IntegrationUri: ${called} } }
  Connect: { Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId: { Ref: It }, RouteKey: $connect, Target: { 'Fn::Sub': 'integrations/\${Call}' } } }`,
  ],
  [
    'AWS::AppSync::Resolver',
    'graphql-api',
    `It: { Type: 'AWS::AppSync::Resolver', Properties: { ApiId: { 'Fn::GetAtt': [Shop, ApiId] }, TypeName: Query, FieldName: orders, DataSourceName: { 'Fn::GetAtt': [Source, Name] } } }
  Source: { Type: 'AWS::AppSync::DataSource', Properties: { ApiId: { 'Fn::GetAtt': [Shop, ApiId] }, Name: orders, Type: AWS_LAMBDA, LambdaConfig: { LambdaFunctionArn: ${ship} } } }
  Shop: { Type: 'AWS::AppSync::GraphQLApi', Properties: { Name: shop, AuthenticationType: API_KEY } }`,
  ],
  [
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    'load-balancer',
    `It: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { TargetType: lambda, Targets: [{ Id: ${ship} }] } }`,
  ],
  [
    'AWS::CloudFront::Distribution',
    'cloudfront',
    `It: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: { Enabled: true, Origins: [{ Id: a, DomainName: a.example }], DefaultCacheBehavior: { TargetOriginId: a, ViewerProtocolPolicy: https-only, LambdaFunctionAssociations: [{ EventType: viewer-request, LambdaFunctionARN: { Ref: One } }] } } } }
  One: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: Ship } } }`,
  ],
  [
    'AWS::StepFunctions::StateMachine',
    'state-machine',
    `It: { Type: 'AWS::StepFunctions::StateMachine', Properties: { RoleArn: ${role}, Definition: { StartAt: A, States: { A: { Type: Task, Resource: ${ship}, End: true } } } } }`,
  ],
  [
    'AWS::Events::Rule',
    'rule',
    `It: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: [shop] }, Targets: [{ Id: a, Arn: ${ship} }] } }`,
  ],
  [
    'AWS::Pipes::Pipe',
    'pipe',
    `It: { Type: 'AWS::Pipes::Pipe', Properties: { RoleArn: ${role}, Source: 'arn:aws:sqs:eu-west-1:111122223333:orders', Target: ${ship} } }`,
  ],
  [
    'AWS::Scheduler::Schedule',
    'schedule',
    `It: { Type: 'AWS::Scheduler::Schedule', Properties: { ScheduleExpression: rate(1 day), FlexibleTimeWindow: { Mode: 'OFF' }, Target: { Arn: ${ship}, RoleArn: ${role} } } }`,
  ],
  [
    'AWS::SNS::Subscription',
    'topic',
    `It: { Type: 'AWS::SNS::Subscription', Properties: { Protocol: lambda, TopicArn: { Ref: Orders }, Endpoint: ${ship} } }
  Orders: { Type: 'AWS::SNS::Topic' }`,
  ],
  [
    'AWS::S3::Bucket',
    'bucket',
    `It: { Type: 'AWS::S3::Bucket', Properties: { NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: ${ship} }] } } }`,
  ],
  [
    'AWS::KinesisFirehose::DeliveryStream',
    'delivery-stream',
    `It: { Type: 'AWS::KinesisFirehose::DeliveryStream', Properties: { ExtendedS3DestinationConfiguration: { BucketARN: 'arn:aws:s3:::orders', RoleARN: ${role}, ProcessingConfiguration: { Enabled: true, Processors: [{ Type: Lambda, Parameters: [{ ParameterName: LambdaArn, ParameterValue: ${ship} }] }] } } } }`,
  ],
  [
    'AWS::Cognito::UserPool',
    'user-pool',
    `It: { Type: 'AWS::Cognito::UserPool', Properties: { LambdaConfig: { PreSignUp: ${ship} } } }`,
  ],
  [
    'AWS::IoT::TopicRule',
    'iot',
    `It: { Type: 'AWS::IoT::TopicRule', Properties: { TopicRulePayload: { Sql: "SELECT * FROM 'a'", Actions: [{ Lambda: { FunctionArn: ${ship} } }] } } }`,
  ],
  [
    'AWS::SES::ReceiptRule',
    'mail',
    `It: { Type: 'AWS::SES::ReceiptRule', Properties: { RuleSetName: shop, Rule: { Enabled: true, Actions: [{ LambdaAction: { FunctionArn: ${ship} } }] } } }`,
  ],
  [
    'AWS::Logs::SubscriptionFilter',
    'log-group',
    `It: { Type: 'AWS::Logs::SubscriptionFilter', Properties: { LogGroupName: { Ref: Group }, FilterPattern: '', DestinationArn: ${ship} } }
  Group: { Type: 'AWS::Logs::LogGroup' }`,
  ],
  [
    'AWS::SecretsManager::RotationSchedule',
    'secret-rotation',
    `It: { Type: 'AWS::SecretsManager::RotationSchedule', Properties: { SecretId: { Ref: Database }, RotationLambdaARN: ${ship} } }
  Database: { Type: 'AWS::SecretsManager::Secret' }`,
  ],
  [
    'AWS::Config::ConfigRule',
    'config-rule',
    `It: { Type: 'AWS::Config::ConfigRule', Properties: { Source: { Owner: CUSTOM_LAMBDA, SourceIdentifier: ${ship} } } }`,
  ],
  [
    'AWS::CloudFormation::CustomResource',
    'custom-resource',
    `It: { Type: 'AWS::CloudFormation::CustomResource', Properties: { ServiceToken: ${ship} } }`,
  ],
  ['Custom::Seed', 'custom-resource', `It: { Type: 'Custom::Seed', Properties: { ServiceToken: ${ship} } }`],
  [
    'AWS::CloudFormation::Macro',
    'macro',
    `It: { Type: 'AWS::CloudFormation::Macro', Properties: { Name: shout, FunctionName: ${ship} } }`,
  ],
  [
    'AWS::CloudWatch::Alarm',
    'alarm',
    `It: { Type: 'AWS::CloudWatch::Alarm', Properties: { ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, AlarmActions: [${ship}] } }`,
  ],
];

/** What an event source mapping reads from. */
const sources: readonly (readonly [type: string, kind: string, properties: string])[] = [
  ['AWS::SQS::Queue', 'queue', `EventSourceArn: { 'Fn::GetAtt': [Source, Arn] }`],
  ['AWS::DynamoDB::Table', 'table-stream', `EventSourceArn: { 'Fn::GetAtt': [Source, StreamArn] }`],
  ['AWS::Kinesis::Stream', 'stream', `EventSourceArn: { 'Fn::GetAtt': [Source, Arn] }`],
  ['AWS::Kinesis::StreamConsumer', 'stream', `EventSourceArn: { 'Fn::GetAtt': [Source, ConsumerARN] }`],
  ['AWS::MSK::Cluster', 'kafka', `Topics: [orders], EventSourceArn: { Ref: Source }`],
  ['AWS::AmazonMQ::Broker', 'message-broker', `Queues: [orders], EventSourceArn: { 'Fn::GetAtt': [Source, Arn] }`],
  [
    'AWS::DocDB::DBCluster',
    'document-db',
    `DocumentDBEventSourceConfig: { DatabaseName: orders }, EventSourceArn: { Ref: Source }`,
  ],
];

function waysIn(resources: string): readonly string[] {
  const text = `Resources:\n  Ship: { Type: 'AWS::Lambda::Function', Properties: { Runtime: nodejs24.x, Handler: index.handler, Role: ${role}, Code: { ZipFile: x } } }\n  ${resources}\n`;
  const estate = buildEstate('orders', { label: '', conditions: new Map(), isDefault: true }, readTemplateText(text));
  return estate
    .of('trigger')
    .filter(({ facet }) => facet.function === 'aws:template.yaml#/Ship')
    .map(({ facet }) => facet.kind);
}

describe('every type that starts a function', () => {
  it.each(starters)('%s is a way in of kind %s', (type, kind, resources) => {
    expect(mappingOf(type)).toBeDefined();
    expect(waysIn(resources)).toContain(kind);
  });

  it.each(sources)('%s is polled as %s', (type, kind, properties) => {
    expect(mappingOf(type)).toBeDefined();
    expect(
      waysIn(
        `Source: { Type: '${type}' }\n  It: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { FunctionName: ${ship}, ${properties} } }`,
      ),
    ).toEqual([kind]);
  });
});
