import type { EventSource, TrustClass } from '../../facts/event-source.ts';
import type { EventSchema, SourcePath, Transform } from '../spec.ts';

const lambda = 'https://docs.aws.amazon.com/lambda/latest/dg';
const gateway = 'https://docs.aws.amazon.com/apigateway/latest/developerguide';

interface PathAbout {
  readonly trust?: TrustClass;
  readonly transforms?: readonly Transform[];
  readonly holds?: NonNullable<SourcePath['holds']>;
  readonly note?: string;
}

/** Data that anybody who can reach the trigger decides. */
function outside(path: string, about: PathAbout = {}): SourcePath {
  return { path, trust: 'outside', ...about };
}

/** Data of another part of the system, which may hold what somebody outside wrote. */
function semi(path: string, about: PathAbout = {}): SourcePath {
  return { path, trust: 'semi', ...about };
}

function internal(path: string, about: PathAbout = {}): SourcePath {
  return { path, trust: 'internal', ...about };
}

/** Headers and parameters are text, never objects with operators. */
const text: PathAbout = { transforms: ['text-only'] };
/** A header's value holds no line break: the platform's HTTP parser refuses it. */
const header: PathAbout = { transforms: ['text-only', 'line-free'] };
const json: PathAbout = { transforms: ['text-only'], holds: 'json' };
const base64: PathAbout = { transforms: ['text-only'], holds: 'base64' };

function schema(
  source: EventSource,
  page: string,
  sourcePaths: readonly SourcePath[],
  about: Partial<Omit<EventSchema, 'source' | 'page' | 'sourcePaths'>> = {},
): EventSchema {
  return { source, page, sourcePaths, clean: [], known: {}, ...about };
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'];

const restPaths: readonly SourcePath[] = [
  outside('body', json),
  outside('queryStringParameters', text),
  outside('multiValueQueryStringParameters', text),
  outside('pathParameters', { ...text, note: 'Decoded once; a `{proxy+}` parameter can hold `/`.' }),
  outside('headers', header),
  outside('multiValueHeaders', header),
  outside('path', text),
  outside('requestContext.path', text),
  outside('requestContext.identity.userAgent', header),
  // What an authorizer proved. Whether there is one, the template says: without it these paths are empty.
  internal('requestContext.authorizer', text),
];
const restClean = [
  'resource',
  'stageVariables',
  'isBase64Encoded',
  'requestContext.requestId',
  'requestContext.extendedRequestId',
  'requestContext.accountId',
  'requestContext.apiId',
  'requestContext.stage',
  'requestContext.resourceId',
  'requestContext.resourcePath',
  'requestContext.requestTime',
  'requestContext.requestTimeEpoch',
  'requestContext.domainName',
  'requestContext.domainPrefix',
  'requestContext.identity.sourceIp',
  'requestContext.identity.accountId',
  'requestContext.identity.userArn',
  'requestContext.identity.caller',
  'requestContext.identity.cognitoIdentityId',
  'headers.X-Amzn-Trace-Id',
  'headers.X-Forwarded-Port',
  'headers.X-Forwarded-Proto',
  'headers.CloudFront-Viewer-Country',
];

const httpPaths: readonly SourcePath[] = [
  outside('body', json),
  outside('rawPath', text),
  outside('rawQueryString', { transforms: ['text-only', 'url-encoded'], holds: 'url-encoded' }),
  outside('queryStringParameters', text),
  outside('pathParameters', text),
  outside('headers', header),
  outside('cookies', header),
  outside('requestContext.http.path', text),
  outside('requestContext.http.userAgent', header),
  internal('requestContext.authorizer', text),
];
const httpClean = [
  'version',
  'routeKey',
  'stageVariables',
  'isBase64Encoded',
  'requestContext.requestId',
  'requestContext.accountId',
  'requestContext.apiId',
  'requestContext.stage',
  'requestContext.routeKey',
  'requestContext.time',
  'requestContext.timeEpoch',
  'requestContext.domainName',
  'requestContext.domainPrefix',
  'requestContext.http.sourceIp',
  'requestContext.http.protocol',
  'headers.x-amzn-trace-id',
  'headers.x-forwarded-port',
  'headers.x-forwarded-proto',
];

/** The shape of each event by its documentation. `aws.*` events of a bus are the platform's own: the rule says which arrive. */
export const eventSchemas: readonly EventSchema[] = [
  schema('rest-api', `${gateway}/set-up-lambda-proxy-integrations.html`, restPaths, {
    clean: restClean,
    known: { httpMethod: methods.slice(0, 7), 'requestContext.httpMethod': methods.slice(0, 7) },
  }),
  schema('http-api', `${gateway}/http-api-develop-integrations-lambda.html`, httpPaths, {
    clean: httpClean,
    known: { version: '2.0', 'requestContext.http.method': methods.slice(0, 7) },
  }),
  schema('function-url', `${lambda}/urls-invocation.html`, httpPaths, {
    clean: httpClean,
    known: {
      version: '2.0',
      routeKey: '$default',
      'requestContext.http.method': methods.slice(0, 7),
      'requestContext.stage': '$default',
    },
  }),
  schema(
    'load-balancer',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html',
    [
      outside('body', json),
      outside('path', { transforms: ['text-only', 'url-encoded'] }),
      outside('queryStringParameters', {
        transforms: ['text-only'],
        holds: 'url-encoded',
        note: 'Not decoded, unlike those of API Gateway.',
      }),
      outside('multiValueQueryStringParameters', text),
      outside('headers', header),
      outside('multiValueHeaders', header),
    ],
    { clean: ['requestContext.elb.targetGroupArn', 'isBase64Encoded'], known: { httpMethod: methods.slice(0, 7) } },
  ),
  schema(
    'websocket-api',
    `${gateway}/apigateway-websocket-api-mapping-template-reference.html`,
    [
      outside('body', json),
      outside('queryStringParameters', text),
      outside('multiValueQueryStringParameters', text),
      outside('headers', header),
      outside('multiValueHeaders', header),
      outside('requestContext.identity.userAgent', header),
      internal('requestContext.authorizer', text),
    ],
    {
      clean: [
        'requestContext.connectionId',
        'requestContext.messageId',
        'requestContext.requestId',
        'requestContext.apiId',
        'requestContext.stage',
        'requestContext.domainName',
        'requestContext.connectedAt',
        'requestContext.identity.sourceIp',
        'isBase64Encoded',
      ],
      known: { 'requestContext.eventType': ['CONNECT', 'MESSAGE', 'DISCONNECT'] },
    },
  ),
  schema(
    'graphql-api',
    'https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference.html',
    [
      outside('arguments', { note: 'Typed by the schema: scalars are what it says, AWSJSON is free.' }),
      outside('request.headers', header),
      outside('source'),
      outside('info.variables'),
      outside('info.selectionSetGraphQL', text),
      internal('identity'),
      semi('stash'),
      semi('prev'),
    ],
    { clean: ['info.fieldName', 'info.parentTypeName', 'info.selectionSetList'] },
  ),
  schema(
    'cloudfront',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html',
    [
      outside('Records[].cf.request.uri', { transforms: ['text-only', 'url-encoded'] }),
      outside('Records[].cf.request.querystring', { transforms: ['text-only', 'url-encoded'], holds: 'url-encoded' }),
      outside('Records[].cf.request.headers', header),
      outside('Records[].cf.request.body.data', base64),
      semi('Records[].cf.response.headers', header),
    ],
    {
      clean: ['Records[].cf.config', 'Records[].cf.request.clientIp', 'Records[].cf.request.origin'],
      known: {
        'Records[].cf.config.eventType': ['viewer-request', 'origin-request', 'origin-response', 'viewer-response'],
        'Records[].cf.request.method': methods.slice(0, 7),
      },
    },
  ),
  schema(
    'authorizer-token',
    `${gateway}/api-gateway-lambda-authorizer-input.html`,
    [
      outside('authorizationToken', header),
      outside('methodArn', { ...text, note: 'Its last part is the path of the request.' }),
    ],
    { known: { type: 'TOKEN' } },
  ),
  schema(
    'authorizer-request',
    `${gateway}/api-gateway-lambda-authorizer-input.html`,
    [
      ...restPaths.filter((path) => path.path !== 'body'),
      outside('methodArn', text),
      outside('routeArn', text),
      outside('rawPath', text),
      outside('rawQueryString', { transforms: ['text-only', 'url-encoded'] }),
      outside('cookies', header),
      outside('identitySource', header),
      outside('requestContext.http.path', text),
      outside('requestContext.http.userAgent', header),
    ],
    { clean: [...restClean, 'routeKey', 'requestContext.http.sourceIp'], known: { type: 'REQUEST' } },
  ),
  schema(
    'bucket',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html',
    [
      semi('Records[].s3.object.key', {
        transforms: ['text-only', 'url-encoded'],
        holds: 'url-encoded',
        note: 'URL-encoded, spaces as `+`. Once decoded it may hold anything.',
      }),
      semi('Records[].s3.object.versionId', { transforms: ['text-only', 'identifier'] }),
    ],
    {
      clean: [
        'Records[].s3.bucket',
        'Records[].s3.object.size',
        'Records[].s3.object.eTag',
        'Records[].s3.object.sequencer',
        'Records[].s3.configurationId',
        'Records[].awsRegion',
        'Records[].eventTime',
        'Records[].eventName',
        'Records[].userIdentity',
        'Records[].responseElements',
        'Records[].requestParameters',
      ],
      known: { 'Records[].eventSource': 'aws:s3' },
    },
  ),
  schema(
    'queue',
    `${lambda}/with-sqs.html`,
    [
      semi('Records[].body', json),
      semi('Records[].messageAttributes', text),
      semi('Records[].attributes.MessageGroupId', text),
      semi('Records[].attributes.MessageDeduplicationId', text),
    ],
    {
      clean: [
        'Records[].messageId',
        'Records[].receiptHandle',
        'Records[].md5OfBody',
        'Records[].eventSourceARN',
        'Records[].awsRegion',
        'Records[].attributes.ApproximateReceiveCount',
        'Records[].attributes.SentTimestamp',
        'Records[].attributes.SenderId',
      ],
      known: { 'Records[].eventSource': 'aws:sqs' },
      nested: { 'Records[].body': ['topic', 'bucket', 'rule'] },
    },
  ),
  schema(
    'topic',
    `${lambda}/with-sns.html`,
    [
      semi('Records[].Sns.Message', json),
      semi('Records[].Sns.Subject', { transforms: ['text-only', 'line-free'] }),
      semi('Records[].Sns.MessageAttributes', text),
      semi('Message', { ...json, note: 'The form in which a topic writes to a queue or an address.' }),
      semi('Subject', text),
      semi('MessageAttributes', text),
    ],
    {
      clean: [
        'Records[].Sns.MessageId',
        'Records[].Sns.TopicArn',
        'Records[].Sns.Timestamp',
        'Records[].Sns.Signature',
        'Records[].Sns.SigningCertUrl',
        'Records[].EventSubscriptionArn',
        'MessageId',
        'TopicArn',
        'Timestamp',
      ],
      known: { 'Records[].EventSource': 'aws:sns', 'Records[].Sns.Type': 'Notification' },
      nested: { 'Records[].Sns.Message': ['bucket', 'mail', 'rule'], Message: ['bucket', 'rule'] },
    },
  ),
  schema(
    'table-stream',
    `${lambda}/with-ddb.html`,
    [semi('Records[].dynamodb.NewImage'), semi('Records[].dynamodb.OldImage'), semi('Records[].dynamodb.Keys')],
    {
      clean: [
        'Records[].eventID',
        'Records[].eventSourceARN',
        'Records[].awsRegion',
        'Records[].dynamodb.SequenceNumber',
        'Records[].dynamodb.SizeBytes',
        'Records[].dynamodb.ApproximateCreationDateTime',
        'Records[].dynamodb.StreamViewType',
      ],
      known: { 'Records[].eventName': ['INSERT', 'MODIFY', 'REMOVE'], 'Records[].eventSource': 'aws:dynamodb' },
    },
  ),
  schema(
    'stream',
    `${lambda}/with-kinesis.html`,
    [semi('Records[].kinesis.data', base64), semi('Records[].kinesis.partitionKey', text)],
    {
      clean: [
        'Records[].kinesis.sequenceNumber',
        'Records[].eventID',
        'Records[].eventSourceARN',
        'Records[].kinesis.approximateArrivalTimestamp',
      ],
      known: { 'Records[].eventSource': 'aws:kinesis' },
      nested: { 'Records[].kinesis.data': ['table-stream', 'log-group', 'rule'] },
    },
  ),
  schema(
    'delivery-stream',
    'https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html',
    [semi('records[].data', base64), semi('records[].kinesisRecordMetadata.partitionKey', text)],
    {
      clean: [
        'records[].recordId',
        'invocationId',
        'deliveryStreamArn',
        'region',
        'records[].approximateArrivalTimestamp',
      ],
      nested: { 'records[].data': ['log-group'] },
    },
  ),
  schema(
    'kafka',
    `${lambda}/with-msk.html`,
    [semi('records.*[].value', base64), semi('records.*[].key', base64), semi('records.*[].headers')],
    {
      clean: [
        'eventSourceArn',
        'bootstrapServers',
        'records.*[].topic',
        'records.*[].partition',
        'records.*[].offset',
        'records.*[].timestamp',
      ],
      known: { eventSource: ['aws:kafka', 'aws:SelfManagedKafka', 'SelfManagedKafka'] },
    },
  ),
  schema(
    'message-broker',
    `${lambda}/with-mq.html`,
    [
      semi('messages[].data', base64),
      semi('messages[].properties', text),
      semi('rmqMessagesByQueue.*[].data', base64),
      semi('rmqMessagesByQueue.*[].basicProperties'),
    ],
    {
      clean: ['eventSourceArn', 'messages[].messageID', 'messages[].brokerInTime'],
      known: { eventSource: ['aws:mq', 'aws:rmq'] },
    },
  ),
  schema(
    'document-db',
    `${lambda}/with-documentdb.html`,
    [semi('events[].event.fullDocument'), semi('events[].event.documentKey'), semi('events[].event.updateDescription')],
    { clean: ['eventSourceArn', 'events[].event.clusterTime', 'events[].event.ns', 'events[].event._id'] },
  ),
  schema(
    'rule',
    'https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html',
    [semi('detail'), semi('detail-type', text), semi('resources', text)],
    { clean: ['version', 'id', 'account', 'region', 'time', 'source'] },
  ),
  schema('schedule', 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html', [], {
    clean: ['detail', 'resources', 'id', 'time', 'account', 'region'],
    known: { source: ['aws.events', 'aws.scheduler'], 'detail-type': 'Scheduled Event' },
  }),
  schema(
    'pipe',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html',
    [
      semi('[].body', json),
      semi('[].data', base64),
      semi('[].dynamodb.NewImage'),
      semi('[].dynamodb.OldImage'),
      semi('[].dynamodb.Keys'),
      semi('[].messageAttributes', text),
      semi('[].value', base64),
      semi('[].key', base64),
    ],
    { clean: ['[].messageId', '[].receiptHandle', '[].eventSourceARN', '[].awsRegion'] },
  ),
  schema('iot', 'https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html', [semi('')]),
  schema(
    'user-pool',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
    [
      outside('request.userAttributes', text),
      outside('request.clientMetadata', text),
      outside('request.validationData', text),
      outside('request.challengeAnswer', text),
      outside('request.password', text),
      outside('request.usernameParameter', text),
      outside('userName', text),
      semi('request.session'),
    ],
    {
      clean: [
        'userPoolId',
        'region',
        'callerContext',
        'triggerSource',
        'version',
        'request.codeParameter',
        'request.userAttributes.sub',
      ],
    },
  ),
  schema(
    'mail',
    'https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html',
    [
      outside('Records[].ses.mail.source', { transforms: ['text-only', 'line-free'] }),
      outside('Records[].ses.mail.commonHeaders', text),
      outside('Records[].ses.mail.headers', text),
      outside('Records[].ses.mail.destination', text),
      outside('Records[].ses.receipt.recipients', text),
    ],
    {
      clean: [
        'Records[].ses.mail.messageId',
        'Records[].ses.mail.timestamp',
        'Records[].ses.receipt.spfVerdict',
        'Records[].ses.receipt.dkimVerdict',
        'Records[].ses.receipt.dmarcVerdict',
        'Records[].ses.receipt.spamVerdict',
        'Records[].ses.receipt.virusVerdict',
      ],
      known: { 'Records[].eventSource': 'aws:ses' },
    },
  ),
  schema('log-group', 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html', [
    semi('awslogs.data', {
      transforms: ['text-only'],
      holds: 'base64-gzip',
      note: 'Base64 of gzip of JSON; `logEvents[].message` is what was logged.',
    }),
  ]),
  schema('state-machine', 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html', [semi('')]),
  schema('invoke', `${lambda}/lambda-invocation.html`, [semi('')]),
  schema(
    'custom-resource',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html',
    [internal('ResourceProperties'), internal('OldResourceProperties'), internal('PhysicalResourceId', text)],
    {
      clean: ['ResponseURL', 'StackId', 'RequestId', 'LogicalResourceId', 'ResourceType'],
      known: { RequestType: ['Create', 'Update', 'Delete'] },
    },
  ),
  schema(
    'config-rule',
    'https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_example-events.html',
    [semi('invokingEvent', json), internal('ruleParameters', json)],
    {
      clean: [
        'resultToken',
        'accountId',
        'configRuleArn',
        'configRuleName',
        'configRuleId',
        'executionRoleArn',
        'eventLeftScope',
      ],
    },
  ),
  schema(
    'pipeline',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-invoke-lambda-function.html',
    [
      internal('CodePipeline.job.data.actionConfiguration.configuration.UserParameters', json),
      semi('CodePipeline.job.data.inputArtifacts'),
    ],
    { clean: ['CodePipeline.job.id', 'CodePipeline.job.accountId', 'CodePipeline.job.data.artifactCredentials'] },
  ),
  schema(
    'voice-assistant',
    'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html',
    [
      outside('request.intent.slots', text),
      outside('session.attributes'),
      outside('request.error.message', text),
      outside('request.dialogState', text),
    ],
    {
      clean: ['session.application', 'request.requestId', 'request.timestamp', 'context.System.application'],
      known: {},
    },
  ),
  schema(
    'bot',
    'https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html',
    [
      outside('inputTranscript', text),
      outside('sessionState.intent.slots'),
      outside('sessionState.sessionAttributes', text),
      outside('requestAttributes', text),
      outside('transcriptions'),
      outside('interpretations'),
      outside('currentIntent.slots', text),
      outside('sessionAttributes', text),
      outside('proposedNextState'),
    ],
    { clean: ['bot', 'sessionId', 'messageVersion', 'invocationSource'] },
  ),
  schema(
    'contact-center',
    'https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html',
    [
      outside('Details.Parameters', text),
      outside('Details.ContactData.Attributes', text),
      outside('Details.ContactData.CustomerEndpoint.Address', text),
    ],
    {
      clean: ['Details.ContactData.ContactId', 'Details.ContactData.InstanceARN', 'Details.ContactData.Queue'],
      known: { Name: 'ContactFlowEvent' },
    },
  ),
  schema(
    'agent',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html',
    [
      outside('inputText', text),
      outside('parameters'),
      outside('requestBody'),
      outside('sessionAttributes', text),
      outside('promptSessionAttributes', text),
    ],
    {
      clean: [
        'agent',
        'actionGroup',
        'apiPath',
        'httpMethod',
        'messageVersion',
        'sessionId',
        'function',
        'parameters[].name',
        'parameters[].type',
      ],
    },
  ),
  schema(
    'object-transform',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-event-context.html',
    [
      outside('userRequest.url', { transforms: ['text-only', 'url-encoded'], holds: 'url-encoded' }),
      outside('userRequest.headers', header),
    ],
    {
      clean: [
        'getObjectContext.inputS3Url',
        'getObjectContext.outputRoute',
        'getObjectContext.outputToken',
        'xAmzRequestId',
        'configuration',
        'userIdentity',
        'protocolVersion',
      ],
    },
  ),
  schema(
    'secret-rotation',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html',
    [],
    {
      clean: ['SecretId', 'ClientRequestToken', 'RotationToken'],
      known: { Step: ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] },
    },
  ),
  schema(
    'file-transfer',
    'https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html',
    [outside('username', text), outside('password', text)],
    { clean: ['sourceIp', 'serverId', 'protocol'] },
  ),
  schema('http-request', 'https://github.com/GoogleCloudPlatform/functions-framework', [outside('')]),
  schema(
    'cloud-event',
    'https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md',
    [
      semi('data'),
      semi('subject', text),
      semi('message.data', base64),
      semi('message.attributes', text),
      semi('data.message.data', base64),
      semi('attributes', text),
      semi('name', { ...text, note: 'The name of a stored object in a background function.' }),
    ],
    { clean: ['id', 'source', 'specversion', 'type', 'time', 'bucket', 'data.bucket'] },
  ),
  schema(
    'action-parameters',
    'https://github.com/apache/openwhisk/blob/master/docs/webactions.md',
    [
      outside(''),
      outside('__ow_body', json),
      outside('__ow_query', { transforms: ['text-only', 'url-encoded'], holds: 'url-encoded' }),
      outside('__ow_path', text),
      outside('__ow_headers', header),
    ],
    { clean: ['__ow_user'], known: { __ow_method: ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] } },
  ),
];
