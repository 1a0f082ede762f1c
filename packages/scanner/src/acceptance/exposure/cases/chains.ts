import type { Area, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  att,
  fn,
  invocationUri,
  permission,
  policy,
  allow,
  ref,
  resource,
  role,
  situation,
  stack,
  started,
  sub,
  type Resources,
} from '../template.ts';

const may = (action: Json, target: Json): JsonMap => ({ Effect: 'Allow', Action: action, Resource: target });
/** Function Front behind a public URL, with what its role may do. */
const front = (statements: readonly Json[], authType = 'NONE', properties: JsonMap = {}): Resources => ({
  ...fn('Front', properties, statements),
  Link: resource('AWS::Lambda::Url', { TargetFunctionArn: att('Front'), AuthType: authType }),
  Open: permission('Front', '*', { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }),
});
const jobs: Resources = {
  Jobs: resource('AWS::SQS::Queue'),
  Feed: resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: att('Jobs'), FunctionName: ref('Handler') }),
};
const send = may('sqs:SendMessage', att('Jobs'));
const mediated = { mediated: true } as const;
const serviceApi = (integration: JsonMap, authorization: string, more: Resources): JsonMap =>
  stack(
    fn('Handler'),
    {
      Shop: resource('AWS::ApiGateway::RestApi', { Name: 'shop' }),
      Post: resource('AWS::ApiGateway::Method', {
        RestApiId: ref('Shop'),
        ResourceId: att('Shop', 'RootResourceId'),
        HttpMethod: 'POST',
        AuthorizationType: authorization,
        Integration: { Type: 'AWS', IntegrationHttpMethod: 'POST', Credentials: att('Gate'), ...integration },
      }),
      Gate: role('apigateway.amazonaws.com', [send]),
    },
    more,
  );
const toQueue = { Uri: sub('arn:aws:apigateway:${AWS::Region}:sqs:path/${AWS::AccountId}/${Jobs.QueueName}') };
const machine = (definition: JsonMap): JsonMap =>
  resource('AWS::StepFunctions::StateMachine', {
    RoleArn: att('Flow'),
    DefinitionString: { 'Fn::Sub': JSON.stringify(definition) },
  });
const work = { StartAt: 'Work', States: { Work: { Type: 'Task', Resource: '${Handler.Arn}', End: true } } };
const flow: Resources = { Flow: role('states.amazonaws.com') };
const table: Resources = {
  Orders: resource('AWS::DynamoDB::Table', {
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  }),
  Feed: resource('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: att('Orders', 'StreamArn'),
    FunctionName: ref('Handler'),
    StartingPosition: 'LATEST',
  }),
};
const httpApi = (subtype: string, parameters: JsonMap, more: Resources): JsonMap =>
  stack(
    fn('Handler'),
    {
      Shop: resource('AWS::ApiGatewayV2::Api', { Name: 'shop', ProtocolType: 'HTTP' }),
      Work: resource('AWS::ApiGatewayV2::Integration', {
        ApiId: ref('Shop'),
        IntegrationType: 'AWS_PROXY',
        IntegrationSubtype: subtype,
        PayloadFormatVersion: '1.0',
        CredentialsArn: att('Gate'),
        RequestParameters: parameters,
      }),
      Post: resource('AWS::ApiGatewayV2::Route', {
        ApiId: ref('Shop'),
        RouteKey: 'POST /orders',
        Target: sub('integrations/${Work}'),
      }),
      Gate: role('apigateway.amazonaws.com'),
    },
    more,
  );

const photos: Resources = {
  Photos: resource('AWS::S3::Bucket', {
    NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: att('Handler') }] },
  }),
};

const cases: readonly ExposureCase[] = [
  situation('a public function that sends to the queue', pages.sqs, stack(fn('Handler'), jobs, front([send])), [
    started('queue', 'Jobs', 'poll', 'public', { ...mediated, via: 'function Front may write queue Jobs' }),
  ]),
  situation(
    'a function behind IAM that sends to the queue',
    pages.sqs,
    stack(fn('Handler'), jobs, front([send], 'AWS_IAM')),
    [started('queue', 'Jobs', 'poll', 'authenticated', mediated)],
  ),
  situation(
    'a public function that only reads the queue',
    pages.sqs,
    stack(fn('Handler'), jobs, front([may('sqs:GetQueueAttributes', att('Jobs'))])),
    [started('queue', 'Jobs', 'poll', 'internal')],
  ),
  situation(
    'a public function that may send to every queue and names this one',
    pages.sqs,
    stack(
      fn('Handler'),
      jobs,
      front([may('sqs:SendMessage', '*')], 'NONE', { Environment: { Variables: { QUEUE: ref('Jobs') } } }),
    ),
    [started('queue', 'Jobs', 'poll', 'public', mediated)],
  ),
  situation(
    'an open queue beside the public function: the direct way counts',
    pages.queuePolicy,
    stack(fn('Handler'), jobs, front([send]), {
      JobsPolicy: resource('AWS::SQS::QueuePolicy', {
        Queues: [ref('Jobs')],
        PolicyDocument: policy(allow('*', 'sqs:SendMessage', att('Jobs'))),
      }),
    }),
    [started('queue', 'Jobs', 'poll', 'public')],
  ),
  situation(
    'a queue for a partner beside the public function: the wider counts',
    pages.queuePolicy,
    stack(fn('Handler'), jobs, front([send]), {
      JobsPolicy: resource('AWS::SQS::QueuePolicy', {
        Queues: [ref('Jobs')],
        PolicyDocument: policy(allow({ AWS: '210987654321' }, 'sqs:SendMessage', att('Jobs'))),
      }),
    }),
    [started('queue', 'Jobs', 'poll', 'public', mediated)],
  ),
  situation(
    'a public function that writes the table with the stream',
    pages.dynamodb,
    stack(fn('Handler'), table, front([may('dynamodb:PutItem', att('Orders'))])),
    [
      started('table-stream', 'Orders', 'poll', 'public', {
        ...mediated,
        via: 'function Front may write table Orders',
      }),
    ],
  ),
  situation(
    'a public function that reads the table with the stream',
    pages.dynamodb,
    stack(fn('Handler'), table, front([may('dynamodb:GetItem', att('Orders'))])),
    [started('table-stream', 'Orders', 'poll', 'internal')],
  ),
  situation(
    'a public function that starts the state machine',
    pages.stepFunctions,
    stack(fn('Handler'), flow, { Process: machine(work) }, front([may('states:StartExecution', ref('Process'))])),
    [started('state-machine', 'Process', 'sync', 'public', mediated)],
  ),
  situation(
    'a state machine whose definition lies in a bucket and whose role may call the function',
    pages.stepFunctions,
    stack(fn('Handler'), {
      Flow: role('states.amazonaws.com', [may('lambda:InvokeFunction', att('Handler'))]),
      Process: resource('AWS::StepFunctions::StateMachine', {
        RoleArn: att('Flow'),
        DefinitionS3Location: { Bucket: 'shop-artifacts', Key: 'process.asl.json' },
      }),
    }),
    [started('state-machine', 'Process', 'sync', 'internal')],
  ),
  situation(
    'a queue that a role of the gateway may fill, beside an API whose document lies in a bucket',
    pages.serviceIntegration,
    stack(fn('Handler'), jobs, {
      Shop: resource('AWS::ApiGateway::RestApi', { BodyS3Location: { Bucket: 'shop-artifacts', Key: 'shop.json' } }),
      Sender: role('apigateway.amazonaws.com', [send]),
    }),
    [started('queue', 'Jobs', 'poll', 'unknown', { reason: 'not in the tree' })],
  ),
  situation(
    'the same role beside an API that stands in the template',
    pages.serviceIntegration,
    stack(fn('Handler'), jobs, {
      Shop: resource('AWS::ApiGateway::RestApi', { Name: 'shop' }),
      Sender: role('apigateway.amazonaws.com', [send]),
    }),
    [started('queue', 'Jobs', 'poll', 'internal')],
  ),
  situation(
    'a state machine that nobody outside starts',
    pages.stepFunctions,
    stack(fn('Handler'), flow, { Process: machine(work) }),
    [started('state-machine', 'Process', 'sync', 'internal')],
  ),
  situation(
    'a task that calls the function through the Lambda integration',
    pages.stepFunctions,
    stack(fn('Handler'), flow, {
      Process: machine({
        StartAt: 'Work',
        States: {
          Work: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Parameters: { FunctionName: '${Handler.Arn}' },
            End: true,
          },
        },
      }),
    }),
    [started('state-machine', 'Process', 'sync', 'internal')],
  ),
  situation(
    'a task that calls the function and does not wait',
    pages.stepFunctions,
    stack(fn('Handler'), flow, {
      Process: machine({
        StartAt: 'Work',
        States: {
          Work: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Parameters: { FunctionName: '${Handler.Arn}', InvocationType: 'Event' },
            End: true,
          },
        },
      }),
    }),
    [started('state-machine', 'Process', 'async', 'internal')],
  ),
  situation(
    'a function in a map',
    pages.stepFunctions,
    stack(fn('Handler'), flow, {
      Process: machine({ StartAt: 'Each', States: { Each: { Type: 'Map', ItemProcessor: work, End: true } } }),
    }),
    [started('state-machine', 'Process', 'sync', 'internal')],
  ),
  situation(
    'an API that starts the state machine itself',
    pages.stepFunctionsApi,
    serviceApi(
      {
        Uri: sub('arn:aws:apigateway:${AWS::Region}:states:action/StartExecution'),
        RequestTemplates: {
          'application/json': sub(
            '{"stateMachineArn": "${Process}", "input": "$util.escapeJavaScript($input.json(\'$\'))"}',
          ),
        },
      },
      'NONE',
      { ...flow, Process: machine(work) },
    ),
    [started('state-machine', 'Process', 'sync', 'public', { via: 'POST / of API shop' })],
  ),
  situation(
    'an API that starts the state machine for signed callers',
    pages.stepFunctionsApi,
    serviceApi(
      {
        Uri: sub('arn:aws:apigateway:${AWS::Region}:states:action/StartExecution'),
        RequestTemplates: { 'application/json': sub('{"stateMachineArn": "${Process}"}') },
      },
      'AWS_IAM',
      { ...flow, Process: machine(work) },
    ),
    [started('state-machine', 'Process', 'sync', 'authenticated')],
  ),
  situation(
    'an HTTP API that starts the state machine',
    pages.httpServiceIntegration,
    httpApi('StepFunctions-StartExecution', { StateMachineArn: ref('Process') }, { ...flow, Process: machine(work) }),
    [started('state-machine', 'Process', 'sync', 'public')],
  ),
  situation('a REST API straight to the queue', pages.serviceIntegration, serviceApi(toQueue, 'NONE', jobs), [
    started('queue', 'Jobs', 'poll', 'public', { via: 'no authentication' }),
  ]),
  situation(
    'a REST API straight to the queue, with a signature',
    pages.serviceIntegration,
    serviceApi(toQueue, 'AWS_IAM', jobs),
    [started('queue', 'Jobs', 'poll', 'authenticated')],
  ),
  situation(
    'an HTTP API straight to the queue',
    pages.httpServiceIntegration,
    httpApi('SQS-SendMessage', { QueueUrl: ref('Jobs'), MessageBody: '$request.body' }, jobs),
    [started('queue', 'Jobs', 'poll', 'public')],
  ),
  situation(
    'a REST API that reads the table starts nothing behind it',
    pages.serviceIntegration,
    serviceApi(
      {
        Uri: sub('arn:aws:apigateway:${AWS::Region}:dynamodb:action/GetItem'),
        RequestTemplates: { 'application/json': sub('{"TableName": "${Orders}"}') },
      },
      'NONE',
      table,
    ),
    [started('table-stream', 'Orders', 'poll', 'internal')],
  ),
  situation(
    'a REST API that fetches objects starts nothing behind the bucket',
    pages.serviceIntegration,
    serviceApi(
      { IntegrationHttpMethod: 'GET', Uri: sub('arn:aws:apigateway:${AWS::Region}:s3:path/${Photos}/{key}') },
      'NONE',
      photos,
    ),
    [started('bucket', 'Photos', 'async', 'internal')],
  ),
  situation(
    'a REST API that stores objects starts what is behind the bucket',
    pages.serviceIntegration,
    serviceApi(
      { IntegrationHttpMethod: 'PUT', Uri: sub('arn:aws:apigateway:${AWS::Region}:s3:path/${Photos}/{key}') },
      'NONE',
      photos,
    ),
    [started('bucket', 'Photos', 'async', 'public')],
  ),
  situation(
    'a REST API straight to the table',
    pages.serviceIntegration,
    serviceApi(
      {
        Uri: sub('arn:aws:apigateway:${AWS::Region}:dynamodb:action/PutItem'),
        RequestTemplates: { 'application/json': sub('{"TableName": "${Orders}"}') },
      },
      'NONE',
      table,
    ),
    [started('table-stream', 'Orders', 'poll', 'public')],
  ),
  situation(
    'an HTTP API straight to the bus',
    pages.httpServiceIntegration,
    httpApi(
      'EventBridge-PutEvents',
      { EventBusName: ref('Events'), Source: 'shop', DetailType: 'order', Detail: '$request.body' },
      {
        Events: resource('AWS::Events::EventBus', { Name: 'shop' }),
        OnOrder: resource('AWS::Events::Rule', {
          EventBusName: ref('Events'),
          EventPattern: { source: ['shop'] },
          Targets: [{ Id: 'work', Arn: att('Handler') }],
        }),
      },
    ),
    [started('rule', 'OnOrder', 'async', 'public')],
  ),
  situation(
    'a REST API straight to the topic',
    pages.serviceIntegration,
    serviceApi(
      {
        Uri: sub('arn:aws:apigateway:${AWS::Region}:sns:action/Publish'),
        RequestParameters: { 'integration.request.querystring.TopicArn': sub("'${News}'") },
      },
      'NONE',
      { News: resource('AWS::SNS::Topic', { Subscription: [{ Protocol: 'lambda', Endpoint: att('Handler') }] }) },
    ),
    [started('topic', 'News', 'async', 'public')],
  ),
  situation(
    'an API whose other route is public does not open what the guarded function writes',
    pages.restAccess,
    stack(fn('Handler'), fn('Open'), fn('Guarded', {}, [send]), jobs, {
      Shop: resource('AWS::ApiGateway::RestApi', { Name: 'shop' }),
      Get: resource('AWS::ApiGateway::Method', {
        RestApiId: ref('Shop'),
        ResourceId: att('Shop', 'RootResourceId'),
        HttpMethod: 'GET',
        AuthorizationType: 'NONE',
        Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: invocationUri('Open') },
      }),
      Post: resource('AWS::ApiGateway::Method', {
        RestApiId: ref('Shop'),
        ResourceId: att('Shop', 'RootResourceId'),
        HttpMethod: 'POST',
        AuthorizationType: 'AWS_IAM',
        Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: invocationUri('Guarded') },
      }),
    }),
    [started('queue', 'Jobs', 'poll', 'authenticated', mediated)],
  ),
  situation(
    'a public function that may call this one',
    pages.functionPolicy,
    stack(fn('Handler'), front([may('lambda:InvokeFunction', att('Handler'))])),
    [started('invoke', 'Front', 'sync', 'public', { auth: ['iam'], ...mediated, via: 'Front' })],
  ),
  situation(
    'an internal function that may call this one',
    pages.functionPolicy,
    stack(fn('Handler'), fn('Nightly', {}, [may('lambda:InvokeFunction', att('Handler'))])),
    [started('invoke', 'Nightly', 'sync', 'internal', { auth: ['iam'], mediated: true })],
  ),
  situation(
    'the destination of a function that mail starts',
    pages.asyncDestinations,
    stack(fn('Handler'), fn('Reader'), {
      Inbox: resource('AWS::SES::ReceiptRule', {
        RuleSetName: 'shop',
        Rule: { Enabled: true, Actions: [{ LambdaAction: { FunctionArn: att('Reader') } }] },
      }),
      Then: resource('AWS::Lambda::EventInvokeConfig', {
        FunctionName: ref('Reader'),
        Qualifier: '$LATEST',
        DestinationConfig: { OnSuccess: { Destination: att('Handler') } },
      }),
    }),
    [started('destination', 'Reader', 'async', 'public', mediated)],
  ),
  situation(
    'the destination of a function that callers wait for gets nothing of theirs',
    pages.asyncDestinations,
    stack(fn('Handler'), front([]), {
      Then: resource('AWS::Lambda::EventInvokeConfig', {
        FunctionName: ref('Front'),
        Qualifier: '$LATEST',
        DestinationConfig: { OnSuccess: { Destination: att('Handler') } },
      }),
    }),
    [started('destination', 'Front', 'async', 'internal', mediated)],
  ),
  situation(
    'the dead-letter queue of a function that callers wait for gets nothing of theirs',
    pages.asyncDestinations,
    stack(fn('Handler'), jobs, front([], 'NONE', { DeadLetterConfig: { TargetArn: att('Jobs') } })),
    [started('queue', 'Jobs', 'poll', 'internal')],
  ),
  situation(
    'the dead-letter queue of a function that anyone with its permission may call without waiting',
    pages.asyncDestinations,
    stack(fn('Handler'), jobs, fn('Reader', { DeadLetterConfig: { TargetArn: att('Jobs') } }), {
      Permit: permission('Reader', '*'),
    }),
    [started('queue', 'Jobs', 'poll', 'public', mediated)],
  ),
  situation(
    'the failure destination of a mapping gets what anyone sent to its stream',
    pages.polling,
    stack(fn('Handler'), jobs, fn('Reader'), {
      Clicks: resource('AWS::Kinesis::Stream', { ShardCount: 1 }),
      ClicksPolicy: resource('AWS::Kinesis::ResourcePolicy', {
        ResourceArn: att('Clicks'),
        ResourcePolicy: policy(allow('*', 'kinesis:PutRecord', att('Clicks'))),
      }),
      Read: resource('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: att('Clicks'),
        FunctionName: ref('Reader'),
        StartingPosition: 'LATEST',
        DestinationConfig: { OnFailure: { Destination: att('Jobs') } },
      }),
    }),
    [started('queue', 'Jobs', 'poll', 'public', mediated)],
  ),
  situation(
    'the dead-letter queue of a function that mail starts',
    pages.asyncDestinations,
    stack(fn('Handler'), fn('Reader', { DeadLetterConfig: { TargetArn: att('Jobs') } }), jobs, {
      Inbox: resource('AWS::SES::ReceiptRule', {
        RuleSetName: 'shop',
        Rule: { Enabled: true, Actions: [{ LambdaAction: { FunctionArn: att('Reader') } }] },
      }),
    }),
    [started('queue', 'Jobs', 'poll', 'public', mediated)],
  ),
  situation(
    'a function that a queue of another stack feeds passes on that this is not known',
    pages.sqs,
    {
      ...stack(fn('Handler'), jobs, fn('Reader', {}, [send]), {
        Read: resource('AWS::Lambda::EventSourceMapping', {
          EventSourceArn: ref('Orders'),
          FunctionName: ref('Reader'),
        }),
      }),
      Parameters: { Orders: { Type: 'String' } },
    },
    [
      started('queue', 'Jobs', 'poll', 'unknown', {
        ...mediated,
        reason: 'not in these templates',
        settleWith: '--param Orders=',
      }),
    ],
  ),
  situation(
    'through two functions',
    pages.sqs,
    stack(fn('Handler'), jobs, fn('Middle', {}, [send]), front([may('s3:PutObject', sub('${Photos.Arn}/*'))]), {
      Photos: resource('AWS::S3::Bucket', {
        NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: att('Middle') }] },
      }),
    }),
    [started('queue', 'Jobs', 'poll', 'public', { ...mediated, via: 'function Middle may write queue Jobs' })],
  ),
  situation(
    'a circle of functions and queues is still settled',
    pages.sqs,
    stack(fn('Handler', {}, [may('sqs:SendMessage', att('Back'))]), jobs, fn('Other', {}, [send]), {
      Back: resource('AWS::SQS::Queue'),
      BackFeed: resource('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: att('Back'),
        FunctionName: ref('Other'),
      }),
    }),
    [started('queue', 'Jobs', 'poll', 'internal')],
  ),
];

export const chainsArea: Area = { name: 'chains', cases };
