import type { Area, ExpectedWay, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  att,
  fn,
  permission,
  ref,
  resource,
  role,
  sam,
  samFunction,
  situation,
  stack,
  started,
  sub,
  type Resources,
} from '../template.ts';

const permitted = (principal: Json, properties: JsonMap = {}, more: Resources = {}): JsonMap =>
  stack(fn('Handler'), { Permit: permission('Handler', principal, properties) }, more);
const way = (
  auth: ExpectedWay['auth'],
  exposure: ExpectedWay['exposure'],
  rest: Partial<ExpectedWay> = {},
): ExpectedWay => ({ kind: 'permission', auth, invocation: 'sync', exposure, ...rest });
const parameter = (template: JsonMap, name: string): JsonMap => ({
  ...template,
  Parameters: { [name]: { Type: 'String' } },
});
const ownAccount = ref('AWS::AccountId');

const cases: readonly ExposureCase[] = [
  situation('a permission for any principal', pages.functionPolicy, permitted('*'), [
    way([], 'public', { via: 'any AWS account' }),
  ]),
  situation(
    'a permission for any principal with a wildcard action',
    pages.functionPolicy,
    permitted('*', { Action: 'lambda:*' }),
    [way([], 'public')],
  ),
  situation(
    'any principal of one organization',
    pages.crossAccount,
    permitted('*', { PrincipalOrgID: 'o-a1b2c3d4e5' }),
    [way(['resource-policy'], 'authenticated', { via: 'organization' })],
  ),
  situation(
    'any principal on behalf of the own account',
    pages.addPermission,
    permitted('*', { SourceAccount: ownAccount }),
    [way(['resource-policy'], 'internal')],
  ),
  situation(
    'any principal on behalf of another account',
    pages.addPermission,
    permitted('*', { SourceAccount: '210987654321' }),
    [way(['resource-policy'], 'authenticated')],
  ),
  situation(
    'any principal on behalf of an own topic',
    pages.addPermission,
    permitted('*', { SourceArn: ref('News') }, { News: resource('AWS::SNS::Topic') }),
    [way(['resource-policy'], 'internal', { source: 'News' })],
  ),
  situation(
    'any principal on behalf of a topic of another account',
    pages.addPermission,
    permitted('*', { SourceArn: 'arn:aws:sns:eu-west-1:210987654321:news' }),
    [way(['resource-policy'], 'authenticated')],
  ),
  situation(
    'any principal on behalf of any topic of any account',
    pages.addPermission,
    permitted('*', { SourceArn: 'arn:aws:sns:*:*:*' }),
    [way(['resource-policy'], 'public')],
  ),
  situation('another account by its id', pages.crossAccount, permitted('210987654321'), [
    way(['iam'], 'authenticated'),
  ]),
  situation('another account by its root', pages.crossAccount, permitted('arn:aws:iam::210987654321:root'), [
    way(['iam'], 'authenticated'),
  ]),
  situation('a role of another account', pages.crossAccount, permitted('arn:aws:iam::210987654321:role/partner'), [
    way(['iam'], 'authenticated'),
  ]),
  situation('the own account by its id', pages.crossAccount, permitted(ownAccount), [way(['iam'], 'internal')]),
  situation('the own account by its root', pages.crossAccount, permitted(sub('arn:aws:iam::${AWS::AccountId}:root')), [
    way(['iam'], 'internal'),
  ]),
  situation(
    'a role of the template',
    pages.functionPolicy,
    permitted(att('Caller'), {}, { Caller: role('ec2.amazonaws.com') }),
    [way(['iam'], 'internal')],
  ),
  situation('an account from a parameter', pages.parameters, parameter(permitted(ref('Partner')), 'Partner'), [
    way(['iam'], 'unknown', { reason: 'admits', settleWith: '--param Partner=' }),
  ]),
  situation(
    'an account from a parameter with default',
    pages.parameters,
    { ...permitted(ref('Partner')), Parameters: { Partner: { Type: 'String', Default: '210987654321' } } },
    [way(['iam'], 'authenticated')],
  ),
  situation(
    'S3 without any source: any bucket of any account',
    pages.servicePermission,
    permitted('s3.amazonaws.com'),
    [way([], 'public-sign-up', { invocation: 'async', via: 'SourceArn' })],
  ),
  situation('S3 for the own account', pages.s3, permitted('s3.amazonaws.com', { SourceAccount: ownAccount }), [
    way(['resource-policy'], 'unknown', { invocation: 'async', reason: 'not in these templates' }),
  ]),
  situation('SNS without any source', pages.servicePermission, permitted('sns.amazonaws.com'), [
    way([], 'public-sign-up', { invocation: 'async' }),
  ]),
  situation('EventBridge without any source', pages.servicePermission, permitted('events.amazonaws.com'), [
    way([], 'public-sign-up', { invocation: 'async' }),
  ]),
  situation(
    'EventBridge for a rule of the own account',
    pages.servicePermission,
    permitted('events.amazonaws.com', {
      SourceArn: sub('arn:aws:events:${AWS::Region}:${AWS::AccountId}:rule/nightly'),
    }),
    [way(['resource-policy'], 'internal', { invocation: 'async' })],
  ),
  situation(
    'EventBridge for a rule of another account',
    pages.servicePermission,
    permitted('events.amazonaws.com', { SourceArn: 'arn:aws:events:eu-west-1:210987654321:rule/orders' }),
    [way(['resource-policy'], 'authenticated', { invocation: 'async' })],
  ),
  situation(
    'API Gateway without any source: any API of any account',
    pages.servicePermission,
    permitted('apigateway.amazonaws.com'),
    [way(['unknown'], 'public-sign-up')],
  ),
  situation(
    'API Gateway for an API that stands elsewhere',
    pages.servicePermission,
    permitted('apigateway.amazonaws.com', {
      SourceArn: sub('arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:a1b2c3d4e5/*'),
    }),
    [way(['unknown'], 'unknown', { reason: 'not in these templates' })],
  ),
  situation(
    'Cognito for a pool that stands elsewhere',
    pages.userPoolTriggers,
    permitted('cognito-idp.amazonaws.com', {
      SourceArn: sub('arn:aws:cognito-idp:${AWS::Region}:${AWS::AccountId}:userpool/eu-west-1_AbCdEf123'),
    }),
    [way(['resource-policy'], 'unknown', { reason: 'not in these templates' })],
  ),
  situation(
    'CloudWatch Logs for log groups of the own account',
    pages.logs,
    permitted('logs.amazonaws.com', { SourceAccount: ownAccount }),
    [way(['resource-policy'], 'internal', { invocation: 'async' })],
  ),
  situation(
    'Alexa with the id of the skill',
    pages.alexa,
    permitted('alexa-appkit.amazon.com', { EventSourceToken: 'amzn1.ask.skill.1234' }),
    [way([], 'authenticated')],
  ),
  situation(
    'Alexa without the id of the skill: any skill may call',
    pages.alexa,
    permitted('alexa-appkit.amazon.com'),
    [way([], 'public-sign-up')],
  ),
  situation(
    'a permission to read the code starts nothing',
    pages.functionPolicy,
    permitted('210987654321', { Action: 'lambda:GetFunction' }),
    [],
  ),
  situation(
    'a permission for a URL that nobody made',
    pages.functionUrl,
    permitted('*', { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }),
    [way([], 'unknown', { reason: 'function URL' })],
  ),
  situation(
    'a permission that belongs to a rule is no way of its own',
    pages.servicePermission,
    permitted(
      'events.amazonaws.com',
      { SourceArn: att('Nightly') },
      {
        Nightly: resource('AWS::Events::Rule', {
          ScheduleExpression: 'rate(1 day)',
          Targets: [{ Id: 'work', Arn: att('Handler') }],
        }),
      },
    ),
    [started('schedule', 'Nightly', 'async', 'internal')],
  ),
  situation(
    'a permission for another function says nothing about this one',
    pages.functionPolicy,
    stack(fn('Handler'), fn('Other'), { Permit: permission('Other', '*') }),
    [],
  ),
  situation(
    'a permission on an alias is one on the function',
    pages.functionPolicy,
    stack(fn('Handler'), {
      Live: resource('AWS::Lambda::Alias', { FunctionName: ref('Handler'), FunctionVersion: '$LATEST', Name: 'live' }),
      Permit: resource('AWS::Lambda::Permission', {
        FunctionName: ref('Live'),
        Action: 'lambda:InvokeFunction',
        Principal: '*',
      }),
    }),
    [way([], 'public')],
  ),
  situation(
    'a service in its regional form',
    pages.servicePermission,
    permitted(sub('logs.${AWS::Region}.amazonaws.com'), { SourceAccount: ownAccount }),
    [way(['resource-policy'], 'internal', { invocation: 'async' })],
  ),
  situation(
    'SAM: an AlexaSkill event with SkillId',
    pages.samEvents,
    sam({ Handler: samFunction({ Skill: { Type: 'AlexaSkill', Properties: { SkillId: 'amzn1.ask.skill.1234' } } }) }),
    [way([], 'authenticated')],
  ),
  situation(
    'SAM: an AlexaSkill event without SkillId',
    pages.samEvents,
    sam({ Handler: samFunction({ Skill: { Type: 'AlexaSkill' } }) }),
    [way([], 'public-sign-up')],
  ),
  situation(
    'a permission without source beside the known API: any API of any account may call as well',
    pages.servicePermission,
    permitted(
      'apigateway.amazonaws.com',
      {},
      {
        Shop: resource('AWS::ApiGatewayV2::Api', { Name: 'shop', ProtocolType: 'HTTP' }),
        Work: resource('AWS::ApiGatewayV2::Integration', {
          ApiId: ref('Shop'),
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: att('Handler'),
          PayloadFormatVersion: '2.0',
        }),
        Get: resource('AWS::ApiGatewayV2::Route', {
          ApiId: ref('Shop'),
          RouteKey: 'GET /orders',
          AuthorizationType: 'AWS_IAM',
          Target: sub('integrations/${Work}'),
        }),
      },
    ),
    [
      {
        kind: 'http-api',
        source: 'Shop',
        route: 'GET /orders',
        auth: ['iam'],
        invocation: 'sync',
        exposure: 'authenticated',
      },
      way(['unknown'], 'public-sign-up'),
    ],
  ),
];

export const permissionsArea: Area = { name: 'permissions', cases };
