import { madeAs, takenOver, type EscalationPath } from './path.ts';

const create = 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html';
const code = 'https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html';
const configuration = 'https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html';
const lambda = 'function' as const;
const service = 'lambda.amazonaws.com';

/** Functions that are made to run with a role, and functions that are made to run other code. */
export const lambdaPaths: readonly EscalationPath[] = [
  madeAs(
    'lambda-001',
    'Makes a function with a stronger role and invokes it',
    service,
    ['lambda:CreateFunction', 'lambda:InvokeFunction'],
    {
      how: 'It uploads code of its own, passes the role, invokes the function and receives the credentials of the role.',
      page: create,
      lambda,
    },
  ),
  madeAs(
    'lambda-002',
    'Makes a function with a stronger role and lets a queue or stream start it',
    service,
    ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
    {
      how: 'It uploads code of its own, passes the role and connects a queue or stream that it can write to.',
      page: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
      lambda,
    },
  ),
  takenOver(
    'lambda-003',
    'Replaces the code of a function',
    'function',
    { target: ['lambda:UpdateFunctionCode'] },
    {
      assumedBy: service,
      how: 'It replaces the code; the next event that starts the function runs it with the role of the function.',
      page: code,
      lambda,
    },
  ),
  takenOver(
    'lambda-004',
    'Replaces the code of a function and invokes it',
    'function',
    { target: ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction'] },
    { assumedBy: service, how: 'It replaces the code and starts the function itself.', page: code, lambda },
  ),
  takenOver(
    'lambda-005',
    'Replaces the code of a function and lets another account invoke it',
    'function',
    { target: ['lambda:UpdateFunctionCode', 'lambda:AddPermission'] },
    {
      assumedBy: service,
      how: 'It replaces the code and permits an outside caller to start the function.',
      page: code,
      lambda,
    },
  ),
  madeAs(
    'lambda-006',
    'Makes a function with a stronger role and lets another account invoke it',
    service,
    ['lambda:CreateFunction', 'lambda:AddPermission'],
    {
      how: 'It uploads code of its own, passes the role and permits an outside caller to start it.',
      page: create,
      lambda,
    },
  ),
  takenOver(
    'lambda-007',
    'Puts a layer or a start-up variable of its own into a function',
    'function',
    { target: ['lambda:UpdateFunctionConfiguration'] },
    {
      assumedBy: service,
      how: 'It adds a layer of any account, or sets AWS_LAMBDA_EXEC_WRAPPER, NODE_OPTIONS or PYTHONPATH so that its code runs before the handler.',
      page: configuration,
      lambda,
    },
  ),
  madeAs(
    'lambda-008',
    'Exchanges the role of a function',
    service,
    ['lambda:UpdateFunctionConfiguration', 'lambda:UpdateFunctionCode'],
    {
      how: 'It passes a stronger role to a function whose code it also replaces.',
      page: configuration,
      lambda,
    },
  ),
  madeAs(
    'lambda-009',
    'Makes a function with a stronger role behind a public URL',
    service,
    ['lambda:CreateFunction', 'lambda:CreateFunctionUrlConfig', 'lambda:AddPermission'],
    {
      how: 'It uploads code of its own, passes the role, gives the function a URL without authentication and calls it.',
      page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
      lambda,
    },
  ),
  takenOver(
    'lambda-010',
    'Points the alias of a function at code of its own',
    'function',
    { target: ['lambda:UpdateFunctionCode', 'lambda:PublishVersion', 'lambda:UpdateAlias'] },
    {
      assumedBy: service,
      how: 'It publishes a version with its code and gives the alias that is in use this version, or a share of its traffic.',
      page: 'https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html',
      lambda,
    },
  ),
];

/** Further ways into an application of functions: what they load, what they trust, what starts them. */
export const serverlessPaths: readonly EscalationPath[] = [
  takenOver(
    'serverless-001',
    'Writes the bucket that a function is deployed from',
    'artifact-bucket',
    { target: ['s3:PutObject'] },
    {
      assumedBy: service,
      how: 'It replaces the archive; the next deployment installs its code under the role of the function.',
      page: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html',
      lambda,
      remediation: 'Let only the pipeline write the bucket of artifacts, version it, and sign the code.',
    },
  ),
  takenOver(
    'serverless-002',
    'Pushes an image into the repository of a function',
    'repository',
    { target: ['ecr:PutImage'] },
    {
      assumedBy: service,
      how: 'It moves the tag to an image of its own; the next deployment runs it under the role of the function.',
      page: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
      lambda,
      remediation: 'Let only the pipeline push, make tags immutable, and deploy by digest.',
    },
  ),
  madeAs(
    'states-001',
    'Makes a state machine with a stronger role',
    'states.amazonaws.com',
    ['states:CreateStateMachine', 'states:StartExecution'],
    {
      how: 'It writes a definition that calls any AWS API, passes the role and starts an execution.',
      page: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
      lambda: 'serverless',
    },
  ),
  takenOver(
    'states-002',
    'Rewrites a state machine and starts it',
    'state-machine',
    { target: ['states:UpdateStateMachine', 'states:StartExecution'] },
    {
      assumedBy: 'states.amazonaws.com',
      how: 'It replaces the definition by calls of any AWS API under the role of the state machine and starts an execution.',
      page: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachine.html',
      lambda: 'serverless',
    },
  ),
  takenOver(
    'states-003',
    'Tests a state with the role of a state machine',
    'none',
    { passed: ['iam:PassRole'], fresh: ['states:TestState'] },
    {
      assumedBy: 'states.amazonaws.com',
      how: 'It passes the role to a test of a single state, which makes the AWS call at once and answers with the result.',
      page: 'https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html',
      lambda: 'serverless',
      remediation:
        'Name the roles that may be passed under Resource of iam:PassRole, and leave states:TestState to developers.',
    },
  ),
  madeAs(
    'scheduler-001',
    'Makes a schedule that calls AWS with a stronger role',
    'scheduler.amazonaws.com',
    ['scheduler:CreateSchedule'],
    {
      how: 'A universal target of EventBridge Scheduler calls nearly any AWS API under the passed role.',
      page: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html',
      lambda: 'serverless',
    },
  ),
  madeAs(
    'scheduler-002',
    'Rewrites a schedule so that it calls AWS with a stronger role',
    'scheduler.amazonaws.com',
    ['scheduler:UpdateSchedule'],
    {
      how: 'It gives an existing schedule a universal target and passes the role to it.',
      page: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html',
      lambda: 'serverless',
    },
  ),
  madeAs(
    'events-001',
    'Makes a rule that starts targets with a stronger role',
    'events.amazonaws.com',
    ['events:PutRule', 'events:PutTargets'],
    {
      how: 'The rule starts state machines, tasks, builds or commands under the passed role, with input that it chose.',
      page: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html',
      lambda: 'serverless',
    },
  ),
  madeAs('pipes-001', 'Makes a pipe with a stronger role', 'pipes.amazonaws.com', ['pipes:CreatePipe'], {
    how: 'The pipe reads a source and calls a target under the passed role.',
    page: 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_CreatePipe.html',
    lambda: 'serverless',
  }),
  madeAs(
    'appsync-001',
    'Makes a data source of an API with a stronger role',
    'appsync.amazonaws.com',
    ['appsync:CreateDataSource', 'appsync:CreateResolver'],
    {
      how: 'An HTTP data source signs requests to AWS with the passed role; a resolver decides which.',
      page: 'https://docs.aws.amazon.com/appsync/latest/devguide/tutorial-http-resolvers.html',
      lambda: 'serverless',
    },
  ),
  madeAs(
    'apigateway-001',
    'Makes an integration of an API with a stronger role',
    'apigateway.amazonaws.com',
    ['apigateway:PUT', 'apigateway:POST'],
    {
      how: 'An AWS integration of API Gateway calls any AWS API with the passed credentials.',
      page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html',
      lambda: 'serverless',
    },
  ),
  takenOver(
    'cognito-001',
    'Gives guests or users of an identity pool a stronger role',
    'none',
    { passed: ['iam:PassRole'], fresh: ['cognito-identity:SetIdentityPoolRoles'] },
    {
      assumedBy: 'cognito-identity.amazonaws.com',
      how: 'It makes the pool hand out the passed role and asks for credentials as a user or guest.',
      page: 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html',
      lambda: 'serverless',
    },
  ),
];
