import type { Area, ExpectedWay, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  att,
  event,
  fn,
  policy,
  ref,
  resource,
  sam,
  samFunction,
  situation,
  stack,
  started,
  type Resources,
} from '../template.ts';

/** A rule for order events that starts Handler. */
const onOrders = (rule: JsonMap, more: Resources = {}): JsonMap =>
  stack(
    fn('Handler'),
    {
      OnOrder: resource('AWS::Events::Rule', {
        EventPattern: { source: ['shop.orders'] },
        Targets: [{ Id: 'work', Arn: att('Handler') }],
        ...rule,
      }),
    },
    more,
  );
const way = (exposure: ExpectedWay['exposure'], rest: Partial<ExpectedWay> = {}): ExpectedWay =>
  started('rule', 'OnOrder', 'async', exposure, rest);
const bus = (...statements: readonly JsonMap[]): Resources =>
  ({
    Events: resource('AWS::Events::EventBus', { Name: 'shop' }),
    ...Object.fromEntries(
      statements.map((statement, index) => [
        `Access${index}`,
        resource('AWS::Events::EventBusPolicy', {
          EventBusName: ref('Events'),
          StatementId: `s${index}`,
          ...statement,
        }),
      ]),
    ),
  }) as Resources;
const put = (principal: Json, condition?: JsonMap): JsonMap => ({
  Statement: {
    Effect: 'Allow',
    Principal: principal,
    Action: 'events:PutEvents',
    Resource: att('Events'),
    ...(condition === undefined ? {} : { Condition: condition }),
  },
});
const onBus = { EventBusName: ref('Events') };
const defaultBus = (statement: JsonMap): Resources => ({
  Access: resource('AWS::Events::EventBusPolicy', { StatementId: 'open', ...statement }),
});

const cases: readonly ExposureCase[] = [
  situation('a rule on the default bus: services and the own account', pages.busPolicy, onOrders({}), [
    way('internal'),
  ]),
  situation('a rule on the bus named default', pages.busPolicy, onOrders({ EventBusName: 'default' }), [
    way('internal'),
  ]),
  situation('a rule on a bus without policy', pages.busPolicy, onOrders(onBus, bus()), [way('internal')]),
  situation('a rule on a bus on which anyone may put', pages.busPolicy, onOrders(onBus, bus(put('*'))), [
    way('public', { via: 'anyone may write to event bus shop' }),
  ]),
  situation(
    'a rule on a bus for an organization',
    pages.busPolicy,
    onOrders(onBus, bus(put('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }))),
    [way('authenticated')],
  ),
  situation(
    'a rule on a bus for another account',
    pages.busPolicy,
    onOrders(onBus, bus(put({ AWS: 'arn:aws:iam::210987654321:root' }))),
    [way('authenticated', { via: '210987654321' })],
  ),
  situation(
    'the old form: any principal',
    pages.busPolicy,
    onOrders(onBus, bus({ Action: 'events:PutEvents', Principal: '*' })),
    [way('public')],
  ),
  situation(
    'the old form: one account',
    pages.busPolicy,
    onOrders(onBus, bus({ Action: 'events:PutEvents', Principal: '210987654321' })),
    [way('authenticated')],
  ),
  situation(
    'the old form: any principal of an organization',
    pages.busPolicy,
    onOrders(
      onBus,
      bus({
        Action: 'events:PutEvents',
        Principal: '*',
        Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-a1b2c3d4e5' },
      }),
    ),
    [way('authenticated')],
  ),
  situation(
    'a policy that opens the default bus to anyone',
    pages.busPolicy,
    onOrders({}, defaultBus({ Action: 'events:PutEvents', Principal: '*' })),
    [way('public', { via: 'default event bus' })],
  ),
  situation(
    'a policy that opens the default bus to another account',
    pages.busPolicy,
    onOrders({}, defaultBus({ Action: 'events:PutEvents', Principal: '210987654321' })),
    [way('authenticated')],
  ),
  situation(
    'a policy that opens the default bus says nothing about another bus',
    pages.busPolicy,
    onOrders(onBus, { ...bus(), ...defaultBus({ Action: 'events:PutEvents', Principal: '*' }) }),
    [way('internal')],
  ),
  situation(
    'a rule on a partner bus',
    pages.partnerEvents,
    onOrders({ EventBusName: 'aws.partner/payments.example/1234/shop' }),
    [way('authenticated', { via: 'a partner' })],
  ),
  situation(
    'a rule on a bus of another stack',
    pages.busPolicy,
    { ...onOrders({ EventBusName: ref('BusName') }), Parameters: { BusName: { Type: 'String' } } },
    [way('unknown', { reason: 'not in these templates', settleWith: '--param BusName=' })],
  ),
  situation('a disabled rule', pages.ruleResource, onOrders({ ...onBus, State: 'DISABLED' }, bus(put('*'))), []),
  situation(
    'a rule with schedule and no pattern is a clock',
    pages.ruleResource,
    stack(fn('Handler'), {
      Nightly: resource('AWS::Events::Rule', {
        ScheduleExpression: 'rate(1 day)',
        Targets: [{ Id: 'work', Arn: att('Handler') }],
      }),
    }),
    [started('schedule', 'Nightly', 'async', 'internal')],
  ),
  situation(
    'a rule that sends to a queue, which the function polls',
    pages.rules,
    stack(fn('Handler'), bus(put('*')), {
      OnOrder: resource('AWS::Events::Rule', {
        EventBusName: ref('Events'),
        EventPattern: { source: ['shop.orders'] },
        Targets: [{ Id: 'queue', Arn: att('Jobs') }],
      }),
      Jobs: resource('AWS::SQS::Queue'),
      Feed: resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: att('Jobs'), FunctionName: ref('Handler') }),
    }),
    [started('queue', 'Jobs', 'poll', 'public', { via: 'rule OnOrder hands on to queue Jobs' })],
  ),
  situation(
    'a disabled rule hands nothing on',
    pages.ruleResource,
    stack(fn('Handler'), bus(put('*')), {
      OnOrder: resource('AWS::Events::Rule', {
        EventBusName: ref('Events'),
        State: 'DISABLED',
        EventPattern: { source: ['shop.orders'] },
        Targets: [{ Id: 'queue', Arn: att('Jobs') }],
      }),
      Jobs: resource('AWS::SQS::Queue'),
      Feed: resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: att('Jobs'), FunctionName: ref('Handler') }),
    }),
    [started('queue', 'Jobs', 'poll', 'internal')],
  ),
  situation(
    'a bus that forwards to another bus',
    pages.rules,
    stack(fn('Handler'), bus(put('*')), {
      Inner: resource('AWS::Events::EventBus', { Name: 'inner' }),
      Forward: resource('AWS::Events::Rule', {
        EventBusName: ref('Events'),
        EventPattern: { source: ['shop.orders'] },
        Targets: [{ Id: 'bus', Arn: att('Inner') }],
      }),
      OnOrder: resource('AWS::Events::Rule', {
        EventBusName: ref('Inner'),
        EventPattern: { source: ['shop.orders'] },
        Targets: [{ Id: 'work', Arn: att('Handler') }],
      }),
    }),
    [way('public', { via: 'rule Forward hands on to event bus inner' })],
  ),
  situation(
    'SAM: an EventBridgeRule event',
    pages.samEvents,
    sam({ Handler: samFunction({ OnOrder: event('EventBridgeRule', { Pattern: { source: ['shop.orders'] } }) }) }),
    [started('rule', 'HandlerOnOrder', 'async', 'internal')],
  ),
  situation(
    'SAM: an EventBridgeRule event on an open bus',
    pages.samEvents,
    sam({
      ...bus(put('*')),
      Handler: samFunction({
        OnOrder: event('EventBridgeRule', { EventBusName: ref('Events'), Pattern: { source: ['shop.orders'] } }),
      }),
    }),
    [started('rule', 'HandlerOnOrder', 'async', 'public')],
  ),
  situation(
    'a policy written inside the bus',
    pages.busPolicy,
    onOrders(onBus, {
      Events: resource('AWS::Events::EventBus', {
        Name: 'shop',
        Policy: policy({ Effect: 'Allow', Principal: '*', Action: 'events:PutEvents', Resource: '*' }),
      }),
    }),
    [way('public')],
  ),
  situation(
    'a policy that lets anyone list rules lets nobody put events',
    pages.busPolicy,
    onOrders(onBus, bus({ Statement: { Effect: 'Allow', Principal: '*', Action: 'events:ListRules', Resource: '*' } })),
    [way('internal')],
  ),
];

export const eventBusesArea: Area = { name: 'event-buses', cases };
