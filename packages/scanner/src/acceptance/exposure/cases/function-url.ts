import type { Area, ExpectedWay, ExposureCase, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  att,
  fn,
  permission,
  ref,
  resource,
  routed,
  sam,
  samFunction,
  situation,
  stack,
  type Resources,
} from '../template.ts';

const url = (authType: unknown, more: JsonMap = {}): Resources => ({
  Link: resource('AWS::Lambda::Url', {
    TargetFunctionArn: att('Handler'),
    ...(authType === undefined ? {} : { AuthType: authType as string }),
    ...more,
  }),
});
const open = (more: JsonMap = {}): JsonMap =>
  permission('Handler', '*', { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE', ...more });
const viaUrl = permission('Handler', '*', { InvokedViaFunctionUrl: true });
const way = (
  auth: ExpectedWay['auth'],
  exposure: ExpectedWay['exposure'],
  rest: Partial<ExpectedWay> = {},
): ExpectedWay => routed('function-url', 'Link', 'ANY /', auth, exposure, rest);

const cases: readonly ExposureCase[] = [
  situation(
    'AuthType NONE with both permissions for everyone',
    pages.functionUrl,
    stack(fn('Handler'), url('NONE'), { Open: open(), Invoke: viaUrl }),
    [way([], 'public', { via: 'no authentication' })],
  ),
  situation(
    'AuthType NONE with the one permission that URLs made before October 2025 need',
    pages.functionUrl,
    stack(fn('Handler'), url('NONE'), { Open: open() }),
    [way([], 'public')],
  ),
  situation(
    'AuthType NONE without a permission refuses every call',
    pages.functionUrl,
    stack(fn('Handler'), url('NONE')),
    [way(['resource-policy'], 'internal')],
  ),
  situation('AuthType AWS_IAM asks for a signature', pages.functionUrl, stack(fn('Handler'), url('AWS_IAM')), [
    way(['iam'], 'authenticated'),
  ]),
  situation(
    'AuthType AWS_IAM with a permission for another account',
    pages.functionUrl,
    stack(fn('Handler'), url('AWS_IAM'), {
      Partner: permission('Handler', '210987654321', {
        Action: 'lambda:InvokeFunctionUrl',
        FunctionUrlAuthType: 'AWS_IAM',
      }),
    }),
    [way(['iam'], 'authenticated')],
  ),
  situation(
    'AuthType NONE, with a permission for the organization only, refuses anonymous calls',
    pages.functionUrl,
    stack(fn('Handler'), url('NONE'), {
      Open: permission('Handler', '*', { Action: 'lambda:InvokeFunctionUrl', PrincipalOrgID: 'o-a1b2c3d4e5' }),
    }),
    [way(['resource-policy'], 'internal')],
  ),
  situation(
    'AuthType NONE with a permission whose condition asks for AWS_IAM does not match',
    pages.functionUrl,
    stack(fn('Handler'), url('NONE'), { Open: open({ FunctionUrlAuthType: 'AWS_IAM' }) }),
    [way(['resource-policy'], 'internal')],
  ),
  situation(
    'AuthType NONE with lambda:* for everyone',
    pages.functionUrl,
    stack(fn('Handler'), url('NONE'), { Open: permission('Handler', '*', { Action: 'lambda:*' }) }),
    [way([], 'public'), { kind: 'permission', auth: [], invocation: 'sync', exposure: 'public' }],
  ),
  situation(
    'AuthType from a parameter without default',
    pages.parameters,
    { ...stack(fn('Handler'), url(ref('UrlAuth')), { Open: open() }), Parameters: { UrlAuth: { Type: 'String' } } },
    [way(['unknown'], 'unknown', { reason: 'AuthType', settleWith: '--param UrlAuth=' })],
  ),
  situation(
    'AuthType from a parameter with two allowed values and no default',
    pages.parameters,
    {
      ...stack(fn('Handler'), url(ref('UrlAuth')), { Open: open() }),
      Parameters: { UrlAuth: { Type: 'String', AllowedValues: ['NONE', 'AWS_IAM'] } },
    },
    [way(['unknown'], 'unknown', { reason: 'AuthType', settleWith: 'UrlAuth' })],
  ),
  situation(
    'AuthType from a parameter whose default is NONE',
    pages.parameters,
    {
      ...stack(fn('Handler'), url(ref('UrlAuth')), { Open: open() }),
      Parameters: { UrlAuth: { Type: 'String', Default: 'NONE' } },
    },
    [way([], 'public')],
  ),
  situation(
    'the URL of an alias',
    pages.functionUrl,
    stack(
      fn('Handler'),
      {
        Live: resource('AWS::Lambda::Alias', {
          FunctionName: ref('Handler'),
          FunctionVersion: '$LATEST',
          Name: 'live',
        }),
      },
      {
        Link: resource('AWS::Lambda::Url', { TargetFunctionArn: ref('Handler'), Qualifier: 'live', AuthType: 'NONE' }),
      },
      {
        Open: resource('AWS::Lambda::Permission', {
          FunctionName: ref('Live'),
          Action: 'lambda:InvokeFunctionUrl',
          Principal: '*',
          FunctionUrlAuthType: 'NONE',
        }),
      },
    ),
    [way([], 'public')],
  ),
  situation(
    'SAM FunctionUrlConfig with NONE grants everyone',
    pages.samFunctionUrl,
    sam({ Handler: samFunction({}, { FunctionUrlConfig: { AuthType: 'NONE' } }) }),
    [routed('function-url', 'HandlerUrl', 'ANY /', [], 'public')],
  ),
  situation(
    'SAM FunctionUrlConfig with AWS_IAM',
    pages.samFunctionUrl,
    sam({ Handler: samFunction({}, { FunctionUrlConfig: { AuthType: 'AWS_IAM' } }) }),
    [routed('function-url', 'HandlerUrl', 'ANY /', ['iam'], 'authenticated')],
  ),
  situation(
    'CORS of a URL keeps nobody out',
    pages.functionUrl,
    stack(fn('Handler'), url('NONE', { Cors: { AllowOrigins: ['https://shop.example'] } }), {
      Open: open(),
      Invoke: viaUrl,
    }),
    [way([], 'public')],
  ),
  situation(
    'the permission names the function by its name',
    pages.functionUrl,
    stack(
      fn('Handler', { FunctionName: 'shop-orders' }),
      { Link: resource('AWS::Lambda::Url', { TargetFunctionArn: 'shop-orders', AuthType: 'NONE' }) },
      {
        Open: resource('AWS::Lambda::Permission', {
          FunctionName: 'shop-orders',
          Action: 'lambda:InvokeFunctionUrl',
          Principal: '*',
          FunctionUrlAuthType: 'NONE',
        }),
      },
    ),
    [way([], 'public')],
  ),
];

export const functionUrlArea: Area = { name: 'function-url', cases };
