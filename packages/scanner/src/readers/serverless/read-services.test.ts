import { describe, expect, it } from 'vitest';
import { memoryTree } from '@leastwise/model';
import { readApplications } from '../read-applications.ts';
import { readServiceText } from './read-service-text.fixture.ts';

const shop = `service: photo-shop
frameworkVersion: '3'
provider:
  name: aws
  runtime: nodejs22.x
  region: eu-west-1
  environment:
    TABLE: !Ref OrdersTable
  tracing:
    lambda: true
  iam:
    role:
      statements:
        - Effect: Allow
          Action: dynamodb:PutItem
          Resource: !GetAtt OrdersTable.Arn
functions:
  place-order:
    handler: src/place.handler
    timeout: 10
    events:
      - http:
          path: orders/{orderId}
          method: post
          authorizer: checkToken
          cors: true
      - sqs: !GetAtt Inbox.Arn
      - schedule: rate(5 minutes)
  checkToken:
    handler: src/auth.handler
    memorySize: 256
resources:
  Resources:
    OrdersTable:
      Type: AWS::DynamoDB::Table
      Properties:
        TableName: orders-\${sls:stage}
    Inbox:
      Type: AWS::SQS::Queue
    Alarm:
      Type: AWS::CloudWatch::Alarm
      Properties:
        Dimensions:
          - Name: FunctionName
            Value: !Ref PlaceDashorderLambdaFunction
  extensions:
    PlaceDashorderLogGroup:
      Properties:
        RetentionInDays: 30
`;

describe('a service of the Serverless Framework', () => {
  const read = readServiceText(shop);

  it('becomes the resources that the framework deploys, under its logical ids', () => {
    expect(Object.fromEntries(read.types)).toMatchObject({
      PlaceDashorderLambdaFunction: 'AWS::Lambda::Function',
      PlaceDashorderLogGroup: 'AWS::Logs::LogGroup',
      CheckTokenLambdaFunction: 'AWS::Lambda::Function',
      IamRoleLambdaExecution: 'AWS::IAM::Role',
      ApiGatewayRestApi: 'AWS::ApiGateway::RestApi',
      ApiGatewayResourceOrders: 'AWS::ApiGateway::Resource',
      ApiGatewayResourceOrdersOrderidVar: 'AWS::ApiGateway::Resource',
      ApiGatewayMethodOrdersOrderidVarPost: 'AWS::ApiGateway::Method',
      ApiGatewayMethodOrdersOrderidVarOptions: 'AWS::ApiGateway::Method',
      CheckTokenApiGatewayAuthorizer: 'AWS::ApiGateway::Authorizer',
      PlaceDashorderLambdaPermissionApiGateway: 'AWS::Lambda::Permission',
      PlaceDashorderEventSourceMappingSQSInbox: 'AWS::Lambda::EventSourceMapping',
      PlaceDashorderEventsRuleSchedule1: 'AWS::Events::Rule',
      OrdersTable: 'AWS::DynamoDB::Table',
    });
    expect(read.fragment.diagnostics).toEqual([]);
  });

  it('gives functions the defaults of the framework and of the provider', () => {
    expect(read.plain('PlaceDashorderLambdaFunction')).toMatchObject({
      FunctionName: 'photo-shop-dev-place-order',
      Code: '.',
      Handler: 'src/place.handler',
      Runtime: 'nodejs22.x',
      MemorySize: 1024,
      Timeout: 10,
      TracingConfig: { Mode: 'Active' },
      Environment: { Variables: { TABLE: '${OrdersTable}' } },
      Role: '${IamRoleLambdaExecution.Arn}',
    });
    expect(read.plain('CheckTokenLambdaFunction')).toMatchObject({ MemorySize: 256, Timeout: 6 });
  });

  it('collects what functions need in the role that they share', () => {
    const role = JSON.stringify(read.plain('IamRoleLambdaExecution'));
    for (const action of ['logs:PutLogEvents', 'sqs:ReceiveMessage', 'xray:PutTraceSegments', 'dynamodb:PutItem']) {
      expect(role).toContain(action);
    }
    expect(read.plain('IamRoleLambdaExecution')).toMatchObject({ RoleName: 'photo-shop-dev-eu-west-1-lambdaRole' });
  });

  it('asks the authorizer of the event before the method', () => {
    expect(read.plain('ApiGatewayMethodOrdersOrderidVarPost')).toMatchObject({
      AuthorizationType: 'CUSTOM',
      AuthorizerId: '${CheckTokenApiGatewayAuthorizer}',
    });
  });

  it('lays extensions over what is generated', () => {
    expect(read.plain('PlaceDashorderLogGroup')).toMatchObject({
      LogGroupName: '/aws/lambda/photo-shop-dev-place-order',
      RetentionInDays: 30,
    });
  });

  it('shows each function where it is written', () => {
    const { location, keyRange } = read.resource('PlaceDashorderLambdaFunction');
    expect(shop.slice(keyRange.start, keyRange.end)).toBe('place-order');
    expect(shop.slice(location.start, location.end)).toContain('rate(5 minutes)');
  });
});

describe('readApplications', () => {
  const inputs = { parameters: new Map<string, string>(), applications: [] };
  const read = (files: Record<string, string>) =>
    readApplications(memoryTree(files), { files: Object.keys(files), builtFiles: [] }, inputs);

  it('names the application after the service', () => {
    expect(read({ 'serverless.yml': shop }).applications.map(({ name }) => name)).toEqual(['photo-shop']);
  });

  it('says that a program is not run', () => {
    const { diagnostics } = read({
      'serverless.ts': "export default { service: 'orders', provider: { name: 'aws' } };",
    });
    expect(diagnostics).toMatchObject([{ code: 'serverless-program-not-read', effect: 'incomplete' }]);
  });

  it('reads what was packaged in the place of a program, and never beside a service that it reads', () => {
    const packaged = JSON.stringify({
      Resources: { PlaceLambdaFunction: { Type: 'AWS::Lambda::Function', Properties: {} } },
    });
    const files = { '.serverless/cloudformation-template-update-stack.json': packaged };
    const program = read({
      ...files,
      'serverless.ts': "export default { service: 'orders', provider: { name: 'aws' } };",
    });
    expect(program.diagnostics).toEqual([]);
    expect(program.applications).toHaveLength(1);
    expect(read({ ...files, 'serverless.yml': shop }).applications.map(({ name }) => name)).toEqual(['photo-shop']);
  });

  it('leaves services of other clouds to others', () => {
    const { applications, diagnostics } = read({ 'serverless.yml': 'service: hello\nprovider:\n  name: google\n' });
    expect(applications).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'serverless-provider-not-read', effect: 'note' }]);
  });
});
