import { describe, expect, it } from 'vitest';
import { readServiceText, type ReadService } from '../read-service-text.fixture.ts';

const service = (plugin: string, rest: string): ReadService =>
  readServiceText(`service: photo-shop
provider:
  name: aws
  runtime: nodejs22.x
plugins:
  - ${plugin}
functions:
  resize-photo:
    handler: src/resize.handler
    events:
      - http: GET photos
${rest}`);

describe('serverless-step-functions', () => {
  const read = service(
    'serverless-step-functions',
    `stepFunctions:
  stateMachines:
    publish:
      events:
        - http: { path: publish, method: POST }
        - schedule: rate(1 day)
      definition:
        StartAt: Resize
        States:
          Resize:
            Type: Task
            Resource: { Fn::GetAtt: [resize-photo, Arn] }
            End: true
`,
  );

  it('makes the machine, whose tasks lead to functions by their keys', () => {
    expect(read.plain('PublishStepFunctionsStateMachine')).toMatchObject({
      Definition: { States: { Resize: { Resource: '${ResizeDashphotoLambdaFunction.Arn}' } } },
      RoleArn: '${PublishStepFunctionsStateMachineRole.Arn}',
    });
    expect(JSON.stringify(read.plain('PublishStepFunctionsStateMachineRole'))).toContain('lambda:InvokeFunction');
  });

  it('opens the ways in that its events ask for', () => {
    expect(read.plain('ApiGatewayMethodPublishPost')).toMatchObject({
      AuthorizationType: 'NONE',
      Integration: { Type: 'AWS' },
    });
    expect(read.types.get('PublishStepFunctionsStateMachineEventsRuleSchedule2')).toBe('AWS::Events::Rule');
    expect(read.types.get('ApiGatewayMethodPhotosGet')).toBe('AWS::ApiGateway::Method');
  });
});

describe('serverless-lift', () => {
  const read = service(
    'serverless-lift',
    `constructs:
  jobs:
    type: queue
    worker:
      handler: src/jobs.handler
  photos:
    type: storage
  payments:
    type: webhook
    path: /payments
    insecure: true
  site:
    type: static-website
`,
  );

  it('makes a queue with its worker and its dead-letter queue', () => {
    expect(read.plain('jobsQueue')).toMatchObject({
      RedrivePolicy: { deadLetterTargetArn: '${jobsDlq.Arn}', maxReceiveCount: 3 },
    });
    expect(read.plain('jobsWorkerEventSourceMapping')).toMatchObject({
      FunctionName: '${JobsWorkerLambdaFunction.Arn}',
    });
  });

  it('makes a private bucket, and a webhook that is open when it is insecure', () => {
    expect(read.plain('photosBucket')).toMatchObject({ PublicAccessBlockConfiguration: { BlockPublicAcls: true } });
    expect(read.plain('paymentsRoute')).toMatchObject({ RouteKey: 'POST /payments', AuthorizationType: 'NONE' });
  });

  it('says which construct is not read', () => {
    expect(read.fragment.unknowns.map(({ name }) => name)).toContain('site');
  });
});

describe('plugins that change who gets in', () => {
  it('serverless-apigateway-service-proxy leads to a queue without a function', () => {
    const read = service(
      'serverless-apigateway-service-proxy',
      `custom:
  apiGatewayServiceProxies:
    - sqs: { path: /orders, method: post, queueName: { 'Fn::GetAtt': [Inbox, QueueName] } }
resources:
  Resources:
    Inbox: { Type: AWS::SQS::Queue }
`,
    );
    expect(read.plain('ApiGatewayMethodOrdersPost')).toMatchObject({ AuthorizationType: 'NONE' });
    expect(JSON.stringify(read.plain('ApigatewayToSqsRole1'))).toContain('${Inbox.Arn}');
  });

  it('serverless-associate-waf puts the stage behind a web ACL', () => {
    const read = service('serverless-associate-waf', 'custom:\n  associateWaf: { name: shop-acl }\n');
    expect(read.plain('ApiGatewayWebACLAssociation')).toMatchObject({ WebACLArn: '${shop-acl}' });
  });

  it('serverless-domain-manager names the API', () => {
    const read = service(
      'serverless-domain-manager',
      'custom:\n  customDomain: { domainName: shop.example.com, securityPolicy: tls_1_0 }\n',
    );
    expect(read.plain('ShopexamplecomDomainName')).toMatchObject({ SecurityPolicy: 'TLS_1_0' });
  });

  it('one that nobody knows is an unknown, and never silent', () => {
    const read = service('serverless-plugin-of-our-own', '');
    expect(read.fragment.unknowns.map(({ name }) => name)).toEqual(['serverless-plugin-of-our-own']);
    expect(read.fragment.diagnostics.map(({ code }) => code)).toEqual(['serverless-plugin-not-read']);
  });
});
