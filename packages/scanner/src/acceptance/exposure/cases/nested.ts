import type { Area, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  allow,
  att,
  event,
  fn,
  permission,
  policy,
  ref,
  resource,
  sam,
  samFunction,
  situation,
  stack,
  type Resources,
} from '../template.ts';

const child = (template: JsonMap): { files: Readonly<Record<string, string>> } => ({
  files: { 'orders.json': JSON.stringify(template) },
});
const nested = (parameters: JsonMap = {}): Resources => ({
  Orders: resource('AWS::CloudFormation::Stack', { TemplateURL: './orders.json', Parameters: parameters }),
});
const url = (auth: Json): Resources => ({
  Link: resource('AWS::Lambda::Url', { TargetFunctionArn: att('Handler'), AuthType: auth }),
  Open: permission('Handler', '*', { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }),
});
const link = (auth: 'iam'[], exposure: 'public' | 'authenticated') =>
  ({ kind: 'function-url', source: 'Link', route: 'ANY /', auth, invocation: 'sync', exposure }) as const;
const worker = {
  ...stack(fn('Handler'), {
    Feed: resource('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: ref('QueueArn'),
      FunctionName: ref('Handler'),
    }),
  }),
  Parameters: { QueueArn: { Type: 'String' } },
};
const jobs = (open: boolean): Resources => ({
  Jobs: resource('AWS::SQS::Queue'),
  ...(open
    ? {
        JobsPolicy: resource('AWS::SQS::QueuePolicy', {
          Queues: [ref('Jobs')],
          PolicyDocument: policy(allow('*', 'sqs:SendMessage', att('Jobs'))),
        }),
      }
    : {}),
});
const polled = (exposure: 'public' | 'internal') =>
  ({ kind: 'queue', source: 'Jobs', auth: [], invocation: 'poll', exposure }) as const;

const cases: readonly ExposureCase[] = [
  situation(
    'a public URL in a nested stack',
    pages.nestedStacks,
    stack(nested()),
    [link([], 'public')],
    child(stack(fn('Handler'), url('NONE'))),
  ),
  situation(
    'the parent says how the nested stack authenticates',
    pages.nestedStacks,
    stack(nested({ Auth: 'AWS_IAM' })),
    [link(['iam'], 'authenticated')],
    child({ ...stack(fn('Handler'), url(ref('Auth'))), Parameters: { Auth: { Type: 'String', Default: 'NONE' } } }),
  ),
  situation(
    'the parent leaves the default of the nested stack',
    pages.nestedStacks,
    stack(nested()),
    [link([], 'public')],
    child({ ...stack(fn('Handler'), url(ref('Auth'))), Parameters: { Auth: { Type: 'String', Default: 'NONE' } } }),
  ),
  situation(
    'an open queue of the parent feeds a function of the nested stack',
    pages.nestedStacks,
    stack(nested({ QueueArn: att('Jobs') }), jobs(true)),
    [polled('public')],
    child(worker),
  ),
  situation(
    'a closed queue of the parent feeds a function of the nested stack',
    pages.nestedStacks,
    stack(nested({ QueueArn: att('Jobs') }), jobs(false)),
    [polled('internal')],
    child(worker),
  ),
  situation(
    'a queue of the nested stack feeds a function of the parent',
    pages.nestedStacks,
    stack(fn('Handler'), nested(), {
      Feed: resource('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: att('Orders', 'Outputs.QueueArn'),
        FunctionName: ref('Handler'),
      }),
    }),
    [polled('public')],
    child({ ...stack(jobs(true)), Outputs: { QueueArn: { Value: att('Jobs') } } }),
  ),
  situation(
    'a local application of SAM',
    pages.nestedStacks,
    sam({ Orders: resource('AWS::Serverless::Application', { Location: './orders.json' }) }),
    [
      {
        kind: 'http-api',
        source: 'ServerlessHttpApi',
        route: 'GET /orders',
        auth: [],
        invocation: 'sync',
        exposure: 'public',
      },
    ],
    child(sam({ Handler: samFunction({ Get: event('HttpApi', { Path: '/orders', Method: 'GET' }) }) })),
  ),
  situation(
    'a parameter of the parent without default reaches down',
    pages.nestedStacks,
    { ...stack(nested({ QueueArn: ref('ParentQueue') })), Parameters: { ParentQueue: { Type: 'String' } } },
    [{ kind: 'queue', auth: [], invocation: 'poll', exposure: 'unknown', settleWith: '--param ParentQueue=' }],
    child(worker),
  ),
  situation(
    'an import of a value that no template exports',
    pages.crossStack,
    stack(fn('Handler'), {
      Feed: resource('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: { 'Fn::ImportValue': 'shop-queue' },
        FunctionName: ref('Handler'),
      }),
    }),
    [{ kind: 'queue', auth: [], invocation: 'poll', exposure: 'unknown', reason: 'not in these templates' }],
  ),
];

export const nestedArea: Area = { name: 'nested', cases };
