import type { Area, ExposureCase, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import { att, event, fn, ref, resource, role, sam, samFunction, situation, stack, started } from '../template.ts';

const schedule = (properties: JsonMap): JsonMap =>
  resource('AWS::Scheduler::Schedule', {
    FlexibleTimeWindow: { Mode: 'OFF' },
    ScheduleExpression: 'rate(1 day)',
    Target: { Arn: att('Handler'), RoleArn: att('Clock') },
    ...properties,
  });
const clock = { Clock: role('scheduler.amazonaws.com') };
const rotation = (more: JsonMap): JsonMap =>
  resource('AWS::SecretsManager::RotationSchedule', {
    SecretId: ref('Password'),
    RotationLambdaARN: att('Handler'),
    ...more,
  });

const cases: readonly ExposureCase[] = [
  situation('a schedule', pages.scheduler, stack(fn('Handler'), clock, { Nightly: schedule({}) }), [
    started('schedule', 'Nightly', 'async', 'internal', { via: 'only the account itself' }),
  ]),
  situation(
    'a disabled schedule',
    pages.scheduler,
    stack(fn('Handler'), clock, { Nightly: schedule({ State: 'DISABLED' }) }),
    [],
  ),
  situation(
    'SAM: a Schedule event',
    pages.samEvents,
    sam({ Handler: samFunction({ Nightly: event('Schedule', { Schedule: 'rate(1 day)' }) }) }),
    [started('schedule', 'HandlerNightly', 'async', 'internal')],
  ),
  situation(
    'SAM: a Schedule event that is off',
    pages.samEvents,
    sam({ Handler: samFunction({ Nightly: event('Schedule', { Schedule: 'rate(1 day)', Enabled: false }) }) }),
    [],
  ),
  situation(
    'SAM: a ScheduleV2 event',
    pages.samEvents,
    sam({ Handler: samFunction({ Nightly: event('ScheduleV2', { ScheduleExpression: 'rate(1 day)' }) }) }),
    [started('schedule', 'HandlerNightly', 'async', 'internal')],
  ),
  situation(
    'SAM: a disabled ScheduleV2 event',
    pages.samEvents,
    sam({
      Handler: samFunction({ Nightly: event('ScheduleV2', { ScheduleExpression: 'rate(1 day)', State: 'DISABLED' }) }),
    }),
    [],
  ),
  situation(
    'a schedule that sends to a queue',
    pages.scheduler,
    stack(fn('Handler'), clock, {
      Nightly: schedule({ Target: { Arn: att('Jobs'), RoleArn: att('Clock') } }),
      Jobs: resource('AWS::SQS::Queue'),
      Feed: resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: att('Jobs'), FunctionName: ref('Handler') }),
    }),
    [started('queue', 'Jobs', 'poll', 'internal')],
  ),
  situation(
    'a custom resource',
    pages.customResources,
    stack(fn('Handler'), { Seed: resource('Custom::SeedTable', { ServiceToken: att('Handler') }) }),
    [started('custom-resource', 'Seed', 'async', 'internal')],
  ),
  situation(
    'a custom resource by its plain type',
    pages.customResources,
    stack(fn('Handler'), { Seed: resource('AWS::CloudFormation::CustomResource', { ServiceToken: att('Handler') }) }),
    [started('custom-resource', 'Seed', 'async', 'internal')],
  ),
  situation(
    'a macro',
    pages.macros,
    stack(fn('Handler'), {
      Expand: resource('AWS::CloudFormation::Macro', { Name: 'Expand', FunctionName: att('Handler') }),
    }),
    [started('macro', 'Expand', 'sync', 'internal')],
  ),
  situation(
    'a Config rule',
    pages.configRules,
    stack(fn('Handler'), {
      Tagged: resource('AWS::Config::ConfigRule', {
        Source: { Owner: 'CUSTOM_LAMBDA', SourceIdentifier: att('Handler') },
      }),
    }),
    [started('config-rule', 'Tagged', 'async', 'internal')],
  ),
  situation(
    'the rotation of a secret',
    pages.rotation,
    stack(fn('Handler'), { Password: resource('AWS::SecretsManager::Secret'), Rotate: rotation({}) }),
    [started('secret-rotation', 'Rotate', 'async', 'internal')],
  ),
  situation(
    'a pipeline action',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-invoke-lambda-function.html',
    stack(fn('Handler'), {
      Ship: resource('AWS::CodePipeline::Pipeline', {
        RoleArn: att('HandlerRole'),
        Stages: [
          {
            Name: 'Check',
            Actions: [
              {
                Name: 'smoke',
                ActionTypeId: { Category: 'Invoke', Owner: 'AWS', Provider: 'Lambda', Version: '1' },
                Configuration: { FunctionName: ref('Handler') },
              },
            ],
          },
        ],
      }),
    }),
    [started('pipeline', 'Ship', 'async', 'internal')],
  ),
  situation('a function that nothing starts', pages.functionPolicy, stack(fn('Handler')), []),
];

export const accountServicesArea: Area = { name: 'account-services', cases };
