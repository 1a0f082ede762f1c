import type { Area, ExpectedWay, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import { att, ref, resource, role, routed, situation, started, sub, type Resources } from '../template.ts';
import { orderApi } from './rest-api.ts';
import { fn, stack } from '../template.ts';

const assumed = (statements: readonly Json[]): JsonMap =>
  resource('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: 'cognito-identity.amazonaws.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
        },
      ],
    },
    Policies: [{ PolicyName: 'visit', PolicyDocument: { Statement: statements } }],
  });
const may = (action: Json, target: Json, more: JsonMap = {}): JsonMap => ({
  Effect: 'Allow',
  Action: action,
  Resource: target,
  ...more,
});
const nothing = may('mobileanalytics:PutEvents', '*');

/** An identity pool with its guests' role and its users' role. */
function visitors(options: {
  readonly guests: boolean;
  readonly guest?: Json;
  readonly user?: Json;
  readonly adminOnly?: boolean;
  readonly classic?: boolean;
}): Resources {
  return {
    Customers: resource('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: options.adminOnly ?? false },
    }),
    App: resource('AWS::Cognito::UserPoolClient', { UserPoolId: ref('Customers') }),
    Visitors: resource('AWS::Cognito::IdentityPool', {
      AllowUnauthenticatedIdentities: options.guests,
      AllowClassicFlow: options.classic ?? false,
      CognitoIdentityProviders: [{ ClientId: ref('App'), ProviderName: att('Customers', 'ProviderName') }],
    }),
    GuestRole: assumed([options.guest ?? nothing]),
    UserRole: assumed([options.user ?? nothing]),
    Roles: resource('AWS::Cognito::IdentityPoolRoleAttachment', {
      IdentityPoolId: ref('Visitors'),
      Roles: { unauthenticated: att('GuestRole'), authenticated: att('UserRole') },
    }),
  };
}
const iamApi = (more: Resources): JsonMap => orderApi({ AuthorizationType: 'AWS_IAM' }, {}, more);
const way = (exposure: ExpectedWay['exposure'], rest: Partial<ExpectedWay> = {}): ExpectedWay =>
  routed('rest-api', 'Shop', 'GET /orders', ['iam'], exposure, rest);
const invoke = (path: string): JsonMap =>
  may('execute-api:Invoke', sub(`arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Shop}${path}`));
const queue = (more: Resources): JsonMap =>
  stack(
    fn('Handler'),
    {
      Jobs: resource('AWS::SQS::Queue'),
      Feed: resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: att('Jobs'), FunctionName: ref('Handler') }),
    },
    more,
  );
const bucket = (more: Resources): JsonMap =>
  stack(
    fn('Handler'),
    {
      Photos: resource('AWS::S3::Bucket', {
        NotificationConfiguration: {
          LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: att('Handler') }],
        },
      }),
    },
    more,
  );
const machine = (more: Resources): JsonMap =>
  stack(
    fn('Handler'),
    {
      Flow: role('states.amazonaws.com'),
      Process: resource('AWS::StepFunctions::StateMachine', {
        RoleArn: att('Flow'),
        DefinitionString: sub(
          '{"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "${Handler.Arn}", "End": true}}}',
        ),
      }),
    },
    more,
  );
const start = may('states:StartExecution', ref('Process'));
const call = may('lambda:InvokeFunction', att('Handler'));
const invoked = (exposure: ExpectedWay['exposure'], rest: Partial<ExpectedWay> = {}): ExpectedWay =>
  started('invoke', 'Visitors', 'sync', exposure, { auth: ['iam'], ...rest });

const cases: readonly ExposureCase[] = [
  situation(
    'guests whose role may call the API',
    pages.guestsOfRestApi,
    iamApi(visitors({ guests: true, guest: invoke('/*') })),
    [way('public', { via: 'guests of identity pool Visitors' })],
  ),
  situation(
    'guests whose role may call just this route',
    pages.guestsOfRestApi,
    iamApi(visitors({ guests: true, guest: invoke('/prod/GET/orders') })),
    [way('public')],
  ),
  situation(
    'guests whose role may call another route',
    pages.identityPoolRoles,
    iamApi(visitors({ guests: true, guest: invoke('/*/GET/status') })),
    [way('authenticated')],
  ),
  situation(
    'guests whose role may call every API',
    pages.guestsOfRestApi,
    iamApi(visitors({ guests: true, guest: may('execute-api:*', '*') })),
    [way('public')],
  ),
  situation('a pool without guests', pages.identityPools, iamApi(visitors({ guests: false, guest: invoke('/*') })), [
    way('authenticated'),
  ]),
  situation('guests whose role may not call the API', pages.identityPoolRoles, iamApi(visitors({ guests: true })), [
    way('authenticated'),
  ]),
  situation(
    'users of an open pool whose role may call the API',
    pages.identityPools,
    iamApi(visitors({ guests: false, user: invoke('/*') })),
    [way('public-sign-up', { via: 'users of identity pool Visitors' })],
  ),
  situation(
    'users of a closed pool whose role may call the API',
    pages.identityPools,
    iamApi(visitors({ guests: false, user: invoke('/*'), adminOnly: true })),
    [way('authenticated')],
  ),
  situation(
    'guests who may send to the queue',
    pages.identityPoolRoles,
    queue(visitors({ guests: true, guest: may('sqs:SendMessage', att('Jobs')) })),
    [started('queue', 'Jobs', 'poll', 'public', { via: 'guests of identity pool' })],
  ),
  situation(
    'guests who may read from the queue',
    pages.identityPoolRoles,
    queue(visitors({ guests: true, guest: may('sqs:ReceiveMessage', att('Jobs')) })),
    [started('queue', 'Jobs', 'poll', 'internal')],
  ),
  situation(
    'users of an open pool who may put into the bucket',
    pages.identityPoolRoles,
    bucket(visitors({ guests: false, user: may('s3:PutObject', sub('${Photos.Arn}/*')) })),
    [started('bucket', 'Photos', 'async', 'public-sign-up')],
  ),
  situation(
    'users of a closed pool who may put into the bucket',
    pages.identityPoolRoles,
    bucket(visitors({ guests: false, adminOnly: true, user: may('s3:PutObject', sub('${Photos.Arn}/*')) })),
    [started('bucket', 'Photos', 'async', 'authenticated')],
  ),
  situation(
    'guests whose role may start the state machine: the enhanced flow keeps them out',
    pages.identityPoolRoles,
    machine(visitors({ guests: true, guest: start })),
    [started('state-machine', 'Process', 'sync', 'internal')],
  ),
  situation(
    'guests whose role may start the state machine, by the classic flow',
    pages.identityPoolRoles,
    machine(visitors({ guests: true, classic: true, guest: start })),
    [started('state-machine', 'Process', 'sync', 'public', { via: 'guests of identity pool' })],
  ),
  situation(
    'users of an open pool who may start the state machine',
    pages.identityPoolRoles,
    machine(visitors({ guests: false, user: start })),
    [started('state-machine', 'Process', 'sync', 'public-sign-up')],
  ),
  situation(
    'guests who may write the stream of records',
    pages.identityPoolRoles,
    stack(
      fn('Handler'),
      {
        Clicks: resource('AWS::Kinesis::Stream', { ShardCount: 1 }),
        Feed: resource('AWS::Lambda::EventSourceMapping', {
          EventSourceArn: att('Clicks'),
          FunctionName: ref('Handler'),
          StartingPosition: 'LATEST',
        }),
      },
      visitors({ guests: true, guest: may('kinesis:PutRecord', att('Clicks')) }),
    ),
    [started('stream', 'Clicks', 'poll', 'public')],
  ),
  situation(
    'guests who may call the function',
    pages.identityPoolRoles,
    stack(fn('Handler'), visitors({ guests: true, guest: call })),
    [invoked('public')],
  ),
  situation(
    'users of an open pool who may call the function',
    pages.identityPoolRoles,
    stack(fn('Handler'), visitors({ guests: false, user: call })),
    [invoked('public-sign-up')],
  ),
  situation(
    'guests who may call the IAM function URL',
    pages.functionUrl,
    stack(
      fn('Handler'),
      { Link: resource('AWS::Lambda::Url', { TargetFunctionArn: att('Handler'), AuthType: 'AWS_IAM' }) },
      visitors({ guests: true, guest: may('lambda:InvokeFunctionUrl', att('Handler')) }),
    ),
    [routed('function-url', 'Link', 'ANY /', ['iam'], 'public')],
  ),
];

export const identityPoolsArea: Area = { name: 'identity-pools', cases };
