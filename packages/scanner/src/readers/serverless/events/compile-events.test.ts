import { describe, expect, it } from 'vitest';
import { readServiceText } from '../read-service-text.fixture.ts';

const withEvent = (event: string, provider = '') =>
  readServiceText(`service: orders
provider:
  name: aws
  runtime: nodejs22.x
${provider}functions:
  place:
    handler: src/place.handler
    events:
      - ${event}
`);

describe('the events of a service', () => {
  it.each([
    ['http: GET orders', 'ApiGatewayMethodOrdersGet', { HttpMethod: 'GET', AuthorizationType: 'NONE' }],
    [
      'http: { path: /orders, method: any, authorizer: aws_iam }',
      'ApiGatewayMethodOrdersAny',
      { AuthorizationType: 'AWS_IAM' },
    ],
    ['http: { path: orders, method: get, private: true }', 'ApiGatewayMethodOrdersGet', { ApiKeyRequired: true }],
    [
      "http: { path: a, method: get, authorizer: { arn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/p' } }",
      'ApiGatewayMethodAGet',
      { AuthorizationType: 'COGNITO_USER_POOLS' },
    ],
    ["httpApi: '*'", 'HttpApiRouteDefault', { RouteKey: '$default' }],
    ['httpApi: PUT /orders/{id}', 'HttpApiRoutePutOrdersIdVar', { RouteKey: 'PUT /orders/{id}' }],
    ['httpApi: { path: /orders, method: "*" }', 'HttpApiRouteAnyOrders', { RouteKey: 'ANY /orders' }],
    ['websocket: $connect', 'SconnectWebsocketsRoute', { RouteKey: '$connect', AuthorizationType: 'NONE' }],
    [
      's3: photos',
      'S3BucketPhotos',
      { BucketName: 'photos', NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*' }] } },
    ],
    ['s3: { bucket: photos, existing: true }', 'PlaceLambdaPermissionPhotosS3', { SourceAccount: '${AWS::AccountId}' }],
    ['sns: orders', 'SNSTopicOrders', { TopicName: 'orders' }],
    [
      'sns: arn:aws:sns:eu-west-1:111122223333:orders',
      'PlaceSnsSubscriptionOrders',
      { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:orders' },
    ],
    [
      'stream: arn:aws:dynamodb:eu-west-1:111122223333:table/Orders/stream/1',
      'PlaceEventSourceMappingDynamodbOrders',
      { StartingPosition: 'TRIM_HORIZON' },
    ],
    [
      'stream: { type: kinesis, arn: !GetAtt Clicks.Arn }',
      'PlaceEventSourceMappingKinesisClicks',
      { EventSourceArn: '${Clicks.Arn}' },
    ],
    ['schedule: { rate: rate(1 hour), enabled: false }', 'PlaceEventsRuleSchedule1', { State: 'DISABLED' }],
    ['schedule: { rate: rate(1 hour), method: scheduler }', 'PlaceSchedulerSchedule1', { State: 'ENABLED' }],
    ['eventBridge: { eventBus: shop, pattern: { source: [shop] } }', 'ShopEventBridgeEventBus', { Name: 'shop' }],
    [
      'cloudwatchEvent: { event: { source: [aws.ec2] } }',
      'PlaceEventsRuleCloudWatchEvent1',
      { EventPattern: { source: ['aws.ec2'] } },
    ],
    [
      'cloudwatchLog: /aws/lambda/pay',
      'PlaceLogsSubscriptionFilterCloudWatchLog1',
      { LogGroupName: '/aws/lambda/pay' },
    ],
    [
      'cognitoUserPool: { pool: Buyers, trigger: PreSignUp }',
      'CognitoUserPoolBuyers',
      { LambdaConfig: { PreSignUp: '${PlaceLambdaFunction.Arn}' } },
    ],
    ["iot: { sql: SELECT * FROM 'a' }", 'PlaceIotTopicRule1', {}],
    ['alexaSkill', 'PlaceLambdaPermissionAlexaSkill1', { Principal: 'alexa-appkit.amazon.com' }],
    [
      'alb: { listenerArn: arn:l, priority: 1, conditions: { path: /a } }',
      'PlaceAlbListenerRule1',
      { Conditions: [{ Field: 'path-pattern', Values: ['/a'] }] },
    ],
    [
      'msk: { arn: arn:aws:kafka:eu-west-1:111122223333:cluster/shop/1, topic: orders }',
      'PlaceEventSourceMappingMSKShopOrders',
      { Topics: ['orders'] },
    ],
    [
      'kafka: { topic: orders, bootstrapServers: [b:9092], accessConfigurations: { saslScram512Auth: arn:s } }',
      'PlaceEventSourceMappingKafkaOrders',
      { SourceAccessConfigurations: [{ Type: 'SASL_SCRAM_512_AUTH', URI: 'arn:s' }] },
    ],
    [
      'rabbitmq: { arn: arn:b, queue: orders, basicAuthArn: arn:s }',
      'PlaceEventSourceMappingRabbitMQOrders',
      { Queues: ['orders'] },
    ],
    [
      'cloudFront: { eventType: viewer-request, origin: https://shop.example.com/ }',
      'CloudFrontDistribution',
      { DistributionConfig: { Origins: [{ DomainName: 'shop.example.com' }] } },
    ],
  ])('%s', (event, logicalId, expected) => {
    expect(withEvent(event).plain(logicalId)).toMatchObject(expected);
  });

  it('asks JWT authorizers of the provider before a route', () => {
    const provider = `  httpApi:
    authorizers:
      buyers: { type: jwt, issuerUrl: https://id.example.com, audience: shop }
`;
    const read = withEvent('httpApi: { path: /orders, method: get, authorizer: { name: buyers } }', provider);
    expect(read.plain('HttpApiRouteGetOrders')).toMatchObject({
      AuthorizationType: 'JWT',
      AuthorizerId: '${HttpApiAuthorizerBuyers}',
    });
    expect(read.plain('HttpApiAuthorizerBuyers')).toMatchObject({ JwtConfiguration: { Audience: ['shop'] } });
  });

  it('keeps the policy, the keys and the logs of a REST API', () => {
    const provider = `  logs: { restApi: true }
  apiGateway:
    apiKeys: [partner]
    usagePlan: { throttle: { rateLimit: 10 } }
    resourcePolicy: [{ Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }]
`;
    const read = withEvent('http: GET orders', provider);
    expect(read.plain('ApiGatewayRestApi')).toMatchObject({
      Policy: { Statement: [{ Action: 'execute-api:Invoke' }] },
    });
    expect(read.plain('ApiGatewayUsagePlan')).toMatchObject({ Throttle: { RateLimit: 10 } });
    expect(read.plain('ApiGatewayStage')).toMatchObject({
      AccessLogSetting: { DestinationArn: '${ApiGatewayLogGroup.Arn}' },
    });
  });

  it('leads from a bucket of the service that an event calls existing', () => {
    const resources = `resources:
  Resources:
    Photos: { Type: AWS::S3::Bucket, Properties: { BucketName: photos } }
`;
    const read = readServiceText(`service: orders
provider: aws
functions:
  place:
    handler: src/place.handler
    events: [{ s3: { bucket: photos, existing: true } }]
${resources}`);
    expect(read.types.has('S3BucketPhotos')).toBe(false);
    expect(read.plain('Photos')).toMatchObject({
      NotificationConfiguration: { LambdaConfigurations: [{ Function: '${PlaceLambdaFunction.Arn}' }] },
    });
  });

  it('says that a trigger of a plugin was not looked at', () => {
    const read = withEvent('pigeon: home');
    expect(read.fragment.unknowns.map(({ name }) => name)).toEqual(['pigeon']);
    expect(read.fragment.diagnostics.map(({ code }) => code)).toEqual(['serverless-event-not-read']);
  });
});
