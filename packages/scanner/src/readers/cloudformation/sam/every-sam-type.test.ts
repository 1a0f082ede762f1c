import { describe, expect, it } from 'vitest';
import { buildEstate } from '../../../estate/build-estate.ts';
import { readTemplateText } from '../read-template-text.ts';
import { eventProperties, resourceProperties } from './property-types.ts';

const read = (resources: string): ReturnType<typeof readTemplateText> =>
  readTemplateText(`Transform: AWS::Serverless-2016-10-31\nResources:\n${resources}`, 'template.yaml');

/** A small instance of each type, and the types that it becomes. */
const types: Readonly<Record<string, readonly [properties: string, makes: readonly string[]]>> = {
  'AWS::Serverless::Function': [
    'Runtime: nodejs24.x, Handler: index.handler, InlineCode: x',
    ['AWS::Lambda::Function', 'AWS::IAM::Role'],
  ],
  'AWS::Serverless::Api': [
    'StageName: live, DefinitionBody: { swagger: 2.0, paths: {} }',
    ['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment'],
  ],
  'AWS::Serverless::HttpApi': [
    'DefinitionBody: { openapi: 3.0.1, paths: {} }',
    ['AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Stage'],
  ],
  'AWS::Serverless::WebSocketApi': [
    "RouteSelectionExpression: $request.body.action, Routes: { $connect: { FunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:greet' } }",
    ['AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Integration'],
  ],
  'AWS::Serverless::SimpleTable': ['PrimaryKey: { Name: id, Type: String }', ['AWS::DynamoDB::Table']],
  'AWS::Serverless::Application': [
    'Location: https://s3.amazonaws.com/shop/orders.yaml',
    ['AWS::CloudFormation::Stack'],
  ],
  'AWS::Serverless::LayerVersion': ['ContentUri: s3://shop/layer.zip', ['AWS::Lambda::LayerVersion']],
  'AWS::Serverless::StateMachine': [
    'Role: arn:aws:iam::111122223333:role/a, Definition: { StartAt: A, States: { A: { Type: Pass, End: true } } }',
    ['AWS::StepFunctions::StateMachine'],
  ],
  'AWS::Serverless::Connector': [
    'Source: { Id: Order }, Destination: { Id: Orders }, Permissions: [Write]',
    ['AWS::IAM::ManagedPolicy'],
  ],
  'AWS::Serverless::GraphQLApi': [
    'Auth: { Type: AWS_IAM }, SchemaInline: "type Query { a: String }"',
    ['AWS::AppSync::GraphQLApi', 'AWS::AppSync::GraphQLSchema'],
  ],
  'AWS::Serverless::CapacityProvider': [
    'VpcConfig: { SubnetIds: [subnet-1], SecurityGroupIds: [sg-1] }',
    ['AWS::Lambda::CapacityProvider'],
  ],
};

const around = `  Order: { Type: 'AWS::Serverless::Function', Properties: { Runtime: nodejs24.x, Handler: index.handler, InlineCode: x } }
  Orders: { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [] } }
`;

describe('every SAM type', () => {
  it('stands in the table', () => {
    expect(Object.keys(types).toSorted()).toEqual(Object.keys(resourceProperties).toSorted());
  });

  it.each(Object.entries(types))('%s becomes the resources of CloudFormation', (type, [properties, makes]) => {
    const [fragment] = read(`${around}  It: { Type: '${type}', Properties: { ${properties} } }\n`);
    expect(fragment?.diagnostics.filter(({ effect }) => effect === 'incomplete')).toEqual([]);
    const made = fragment?.resources.map((resource) => resource.type) ?? [];
    expect(made).toEqual(expect.arrayContaining([...makes]));
    expect(made.filter((each) => each.startsWith('AWS::Serverless::'))).toEqual([]);
  });
});

/** Each event with the least that it needs, and the way in that it is. */
const events: Readonly<Record<string, readonly [properties: string, kind: string, resources?: string]>> = {
  Api: ['Path: /orders, Method: get', 'rest-api'],
  HttpApi: ['Path: /orders, Method: get', 'http-api'],
  S3: ["Bucket: !Ref Photos, Events: 's3:ObjectCreated:*'", 'bucket', "  Photos: { Type: 'AWS::S3::Bucket' }\n"],
  SNS: ['Topic: !Ref News', 'topic', "  News: { Type: 'AWS::SNS::Topic' }\n"],
  Schedule: ['Schedule: rate(1 day)', 'schedule'],
  ScheduleV2: ['ScheduleExpression: rate(1 day)', 'schedule'],
  CloudWatchEvent: ['Pattern: { source: [shop] }', 'rule'],
  EventBridgeRule: ['Pattern: { source: [shop] }', 'rule'],
  CloudWatchLogs: [
    'LogGroupName: !Ref Group, FilterPattern: error',
    'log-group',
    "  Group: { Type: 'AWS::Logs::LogGroup' }\n",
  ],
  IoTRule: ["Sql: SELECT * FROM 'orders'", 'iot'],
  AlexaSkill: ['SkillId: amzn1.ask.skill.a', 'permission'],
  Cognito: [
    'UserPool: !Ref Customers, Trigger: PreSignUp',
    'user-pool',
    "  Customers: { Type: 'AWS::Cognito::UserPool' }\n",
  ],
  SQS: ['Queue: !GetAtt Work.Arn', 'queue', "  Work: { Type: 'AWS::SQS::Queue' }\n"],
  Kinesis: [
    'Stream: !GetAtt Clicks.Arn, StartingPosition: LATEST',
    'stream',
    "  Clicks: { Type: 'AWS::Kinesis::Stream' }\n",
  ],
  DynamoDB: [
    'Stream: !GetAtt Stock.StreamArn, StartingPosition: LATEST',
    'table-stream',
    "  Stock: { Type: 'AWS::DynamoDB::Table' }\n",
  ],
  MSK: [
    'Stream: !Ref Kafka, Topics: [orders], StartingPosition: LATEST',
    'kafka',
    "  Kafka: { Type: 'AWS::MSK::Cluster' }\n",
  ],
  SelfManagedKafka: [
    "KafkaBootstrapServers: ['kafka.example.com:9092'], Topics: [orders], SourceAccessConfigurations: [{ Type: BASIC_AUTH, URI: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:kafka' }]",
    'kafka',
  ],
  MQ: [
    "Broker: !GetAtt Rabbit.Arn, Queues: [orders], SourceAccessConfigurations: [{ Type: BASIC_AUTH, URI: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:mq' }]",
    'message-broker',
    "  Rabbit: { Type: 'AWS::AmazonMQ::Broker' }\n",
  ],
  DocumentDB: [
    "Cluster: !Ref Documents, DatabaseName: orders, StartingPosition: LATEST, SourceAccessConfigurations: [{ Type: BASIC_AUTH, URI: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:docs' }]",
    'document-db',
    "  Documents: { Type: 'AWS::DocDB::DBCluster' }\n",
  ],
};

describe('every SAM event', () => {
  it('stands in the table', () => {
    expect(Object.keys(events).toSorted()).toEqual(Object.keys(eventProperties).toSorted());
  });

  it.each(Object.entries(events))('%s is a way in', (type, [properties, kind, resources = '']) => {
    const fragments = read(
      `  Order: { Type: 'AWS::Serverless::Function', Properties: { Runtime: nodejs24.x, Handler: index.handler, InlineCode: x, Events: { It: { Type: ${type}, Properties: { ${properties} } } } } }\n${resources}`,
    );
    expect(fragments[0]?.diagnostics).toEqual([]);
    const estate = buildEstate('shop', { label: '', conditions: new Map(), isDefault: true }, fragments);
    expect(estate.of('trigger').map(({ facet }) => facet.kind)).toEqual([kind]);
  });
});
