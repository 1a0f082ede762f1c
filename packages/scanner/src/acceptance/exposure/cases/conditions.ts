import type { Area, ExposureCase, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  att,
  event,
  fn,
  noValue,
  permission,
  ref,
  resource,
  routed,
  sam,
  samFunction,
  situation,
  stack,
  started,
  when,
  type Resources,
} from '../template.ts';

const url = (auth: JsonMap | string, more: JsonMap = {}): Resources => ({
  Link: { ...resource('AWS::Lambda::Url', { TargetFunctionArn: att('Handler'), AuthType: auth }), ...more },
  Open: permission('Handler', '*', { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }),
});
const byStage = (template: JsonMap): JsonMap => ({
  ...template,
  Parameters: { Stage: { Type: 'String', Default: 'dev', AllowedValues: ['dev', 'prod'] } },
  Conditions: { IsProd: { 'Fn::Equals': [ref('Stage'), 'prod'] } },
});
const open = routed('function-url', 'Link', 'ANY /', [], 'public');
const signed = routed('function-url', 'Link', 'ANY /', ['iam'], 'authenticated');
const clock = (state: JsonMap | string): Resources => ({
  Nightly: resource('AWS::Events::Rule', {
    ScheduleExpression: 'rate(1 day)',
    State: state,
    Targets: [{ Id: 'work', Arn: att('Handler') }],
  }),
});
const fixed = (template: JsonMap, value: string): JsonMap => ({
  ...template,
  Conditions: { Fixed: { 'Fn::Equals': [value, 'yes'] } },
});
const parameter = (template: JsonMap): JsonMap => byStage(template);

const cases: readonly ExposureCase[] = [
  situation(
    'AuthType by stage: the default stage',
    pages.conditions,
    byStage(stack(fn('Handler'), url(when('IsProd', 'AWS_IAM', 'NONE')))),
    [open],
  ),
  situation(
    'AuthType by stage: production',
    pages.conditions,
    byStage(stack(fn('Handler'), url(when('IsProd', 'AWS_IAM', 'NONE')))),
    [signed],
    { parameters: { Stage: 'prod' } },
  ),
  situation(
    'a URL that exists in production only: the default stage',
    pages.conditions,
    byStage(stack(fn('Handler'), url('NONE', { Condition: 'IsProd' }))),
    [{ kind: 'permission', auth: [], invocation: 'sync', exposure: 'unknown', reason: 'function URL' }],
  ),
  situation(
    'a URL that exists in production only: production',
    pages.conditions,
    byStage(stack(fn('Handler'), url('NONE', { Condition: 'IsProd' }))),
    [open],
    { parameters: { Stage: 'prod' } },
  ),
  situation(
    'a condition that never holds',
    pages.conditions,
    fixed(stack(fn('Handler'), url(when('Fixed', 'NONE', 'AWS_IAM'))), 'no'),
    [signed],
  ),
  situation(
    'a condition that always holds',
    pages.conditions,
    fixed(stack(fn('Handler'), url(when('Fixed', 'NONE', 'AWS_IAM'))), 'yes'),
    [open],
  ),
  situation(
    'a rule that is on in production only: the default stage',
    pages.conditions,
    byStage(stack(fn('Handler'), clock(when('IsProd', 'ENABLED', 'DISABLED')))),
    [],
  ),
  situation(
    'a rule that is on in production only: production',
    pages.conditions,
    byStage(stack(fn('Handler'), clock(when('IsProd', 'ENABLED', 'DISABLED')))),
    [started('schedule', 'Nightly', 'async', 'internal')],
    { parameters: { Stage: 'prod' } },
  ),
  situation(
    'a property left out by NoValue takes its default',
    pages.conditions,
    byStage(stack(fn('Handler'), clock(when('IsProd', 'DISABLED', noValue)))),
    [started('schedule', 'Nightly', 'async', 'internal')],
  ),
  situation(
    'SAM: an authorizer by stage: the default stage',
    pages.conditions,
    byStage(
      sam({
        Handler: samFunction({ Get: event('HttpApi', { ApiId: ref('Shop'), Path: '/orders', Method: 'GET' }) }),
        Shop: resource('AWS::Serverless::HttpApi', {
          Auth: when('IsProd', { EnableIamAuthorizer: true, DefaultAuthorizer: 'AWS_IAM' }, noValue),
        }),
      }),
    ),
    [routed('http-api', 'Shop', 'GET /orders', [], 'public')],
  ),
  situation(
    'a user pool that is closed in production only: the default stage',
    pages.conditions,
    parameter(
      stack(fn('Handler'), {
        Customers: resource('AWS::Cognito::UserPool', {
          AdminCreateUserConfig: { AllowAdminCreateUserOnly: when('IsProd', true, false) },
          LambdaConfig: { PreSignUp: att('Handler') },
        }),
      }),
    ),
    [started('user-pool', 'Customers', 'sync', 'public')],
  ),
  situation(
    'a user pool that is closed in production only: production',
    pages.conditions,
    parameter(
      stack(fn('Handler'), {
        Customers: resource('AWS::Cognito::UserPool', {
          AdminCreateUserConfig: { AllowAdminCreateUserOnly: when('IsProd', true, false) },
          LambdaConfig: { PreSignUp: att('Handler') },
        }),
      }),
    ),
    [started('user-pool', 'Customers', 'sync', 'internal')],
    { parameters: { Stage: 'prod' } },
  ),
];

export const conditionsArea: Area = { name: 'conditions', cases };
