import { describe, expect, it } from 'vitest';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { buildEstate } from '../build-estate.ts';
import type { TriggerFacet } from '../trigger.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

function triggersOf(resources: string): readonly TriggerFacet[] {
  const text = `Resources:
  Ship:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: ship-order
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code:
        ZipFile: exports.handler = async () => 'shipped';
${resources}`;
  return buildEstate('orders', assignment, readTemplateText(text))
    .of('trigger')
    .map((trigger) => trigger.facet);
}

const ship = '!GetAtt Ship.Arn';
const mapping = (more: string): string => `  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Ship
${more}`;
const rule = (more: string): string => `  Rule:
    Type: AWS::Events::Rule
    Properties:
      Targets:
        - Id: ship
          Arn: ${ship}
${more}`;
const permission = (more: string): string => `  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Ship
      Action: lambda:InvokeFunction
${more}`;
const machine = (definition: string): string => `  Fulfil:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/fulfil
${definition}`;

/** What the template says → kind, invocation and whether it is switched on. */
const cases: readonly (readonly [string, string, readonly (readonly [string, string, boolean])[]])[] = [
  [
    'a queue by its ARN',
    mapping('      EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders\n'),
    [['queue', 'poll', true]],
  ],
  ['a queue that is a parameter', mapping('      EventSourceArn: !Ref AWS::NoValue\n'), [['queue', 'poll', true]]],
  [
    'a stream switched off',
    mapping('      EventSourceArn: arn:aws:kinesis:eu-west-1:111122223333:stream/orders\n      Enabled: false\n'),
    [['stream', 'poll', false]],
  ],
  [
    'a table stream',
    mapping('      EventSourceArn: arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/2026\n'),
    [['table-stream', 'poll', true]],
  ],
  [
    'a Kafka cluster run elsewhere',
    mapping(
      '      Topics: [orders]\n      SelfManagedEventSource:\n        Endpoints:\n          KafkaBootstrapServers: [kafka.example.com:9092]\n',
    ),
    [['kafka', 'poll', true]],
  ],
  [
    'a broker',
    mapping('      EventSourceArn: arn:aws:mq:eu-west-1:111122223333:broker:orders:b-1\n      Queues: [orders]\n'),
    [['message-broker', 'poll', true]],
  ],
  [
    'a document database',
    mapping(
      '      EventSourceArn: arn:aws:rds:eu-west-1:111122223333:cluster:orders\n      DocumentDBEventSourceConfig:\n        DatabaseName: orders\n',
    ),
    [['document-db', 'poll', true]],
  ],
  ['a rule with a pattern', rule('      EventPattern: { source: [shop] }\n'), [['rule', 'async', true]]],
  ['a clock', rule('      ScheduleExpression: rate(1 day)\n'), [['schedule', 'async', true]]],
  [
    'a rule switched off',
    rule('      ScheduleExpression: rate(1 day)\n      State: DISABLED\n'),
    [['schedule', 'async', false]],
  ],
  [
    'a schedule of the Scheduler',
    `  Nightly:\n    Type: AWS::Scheduler::Schedule\n    Properties:\n      ScheduleExpression: cron(0 2 * * ? *)\n      FlexibleTimeWindow: { Mode: 'OFF' }\n      Target: { Arn: ${ship}, RoleArn: arn:aws:iam::111122223333:role/clock }\n`.replace(
      '!GetAtt Ship.Arn',
      '{ "Fn::GetAtt": [Ship, Arn] }',
    ),
    [['schedule', 'async', true]],
  ],
  [
    'a pipe that enriches and hands over without waiting',
    `  Pipe:\n    Type: AWS::Pipes::Pipe\n    Properties:\n      RoleArn: arn:aws:iam::111122223333:role/pipe\n      Source: arn:aws:sqs:eu-west-1:111122223333:orders\n      Enrichment: ${ship}\n      Target: ${ship}\n      TargetParameters:\n        LambdaFunctionParameters:\n          InvocationType: FIRE_AND_FORGET\n`,
    [
      ['pipe', 'sync', true],
      ['pipe', 'async', true],
    ],
  ],
  [
    'a subscription inside its topic',
    `  Orders:\n    Type: AWS::SNS::Topic\n    Properties:\n      Subscription:\n        - Protocol: lambda\n          Endpoint: ${ship}\n`,
    [['topic', 'async', true]],
  ],
  [
    'a user pool, in both forms',
    `  Customers:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      LambdaConfig:\n        PreSignUp: ${ship}\n        CustomSMSSender:\n          LambdaArn: ${ship}\n          LambdaVersion: V1_0\n`,
    [
      ['user-pool', 'sync', true],
      ['user-pool', 'sync', true],
    ],
  ],
  [
    'mail that waits for the verdict',
    `  Mail:\n    Type: AWS::SES::ReceiptRule\n    Properties:\n      RuleSetName: shop\n      Rule:\n        Enabled: true\n        Actions:\n          - LambdaAction:\n              FunctionArn: ${ship}\n              InvocationType: RequestResponse\n`,
    [['mail', 'sync', true]],
  ],
  [
    'an IoT rule switched off',
    `  Things:\n    Type: AWS::IoT::TopicRule\n    Properties:\n      TopicRulePayload:\n        Sql: SELECT * FROM 'orders'\n        RuleDisabled: true\n        Actions:\n          - Lambda:\n              FunctionArn: ${ship}\n`,
    [['iot', 'async', false]],
  ],
  [
    'a custom resource of any name',
    `  Seed:\n    Type: Custom::SeedOrders\n    Properties:\n      ServiceToken: ${ship}\n`,
    [['custom-resource', 'async', true]],
  ],
  [
    'a delivery stream that changes records',
    `  Delivery:\n    Type: AWS::KinesisFirehose::DeliveryStream\n    Properties:\n      ExtendedS3DestinationConfiguration:\n        BucketARN: arn:aws:s3:::orders\n        RoleARN: arn:aws:iam::111122223333:role/delivery\n        ProcessingConfiguration:\n          Enabled: true\n          Processors:\n            - Type: Lambda\n              Parameters:\n                - ParameterName: LambdaArn\n                  ParameterValue: ${ship}\n`,
    [['delivery-stream', 'sync', true]],
  ],
  [
    'the failures of another function',
    `  Other:\n    Type: AWS::Lambda::EventInvokeConfig\n    Properties:\n      FunctionName: somebody\n      Qualifier: $LATEST\n      DestinationConfig:\n        OnFailure:\n          Destination: ${ship}\n`,
    [['destination', 'async', true]],
  ],
  [
    'a task by its ARN in a joined text',
    machine(
      `      DefinitionString: !Sub '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"\${Ship.Arn}","End":true}}}'\n`,
    ),
    [['state-machine', 'sync', true]],
  ],
  [
    'a task through substitutions',
    machine(
      `      DefinitionString: '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Parameters":{"FunctionName":"\${Target}","InvocationType":"Event"},"End":true}}}'\n      DefinitionSubstitutions:\n        Target: ${ship}\n`,
    ),
    [['state-machine', 'async', true]],
  ],
  [
    'a task in a map of an inline definition',
    machine(
      `      Definition:\n        StartAt: All\n        States:\n          All:\n            Type: Map\n            ItemProcessor:\n              StartAt: One\n              States:\n                One:\n                  Type: Task\n                  Resource: arn:aws:states:::lambda:invoke\n                  Arguments:\n                    FunctionName: ${ship}\n                  End: true\n            End: true\n`,
    ),
    [['state-machine', 'sync', true]],
  ],
  ['a definition that is no JSON', machine(`      DefinitionString: 'not {json'\n`), []],
  [
    'a permission for a service without a source here',
    permission('      Principal: sns.amazonaws.com\n'),
    [['permission', 'async', true]],
  ],
  ['a permission for an account', permission("      Principal: '444455556666'\n"), [['permission', 'sync', true]]],
  [
    'a permission that only reads',
    permission("      Principal: '444455556666'\n").replace('lambda:InvokeFunction', 'lambda:GetFunction'),
    [],
  ],
  [
    'a permission that serves a rule',
    rule('      ScheduleExpression: rate(1 day)\n') +
      permission('      Principal: events.amazonaws.com\n      SourceArn: !GetAtt Rule.Arn\n'),
    [['schedule', 'async', true]],
  ],
  [
    'a permission for another rule than the one here',
    rule('      ScheduleExpression: rate(1 day)\n') +
      `  Other:\n    Type: AWS::Events::Rule\n    Properties:\n      ScheduleExpression: rate(2 days)\n` +
      permission('      Principal: events.amazonaws.com\n      SourceArn: !GetAtt Other.Arn\n'),
    [
      ['schedule', 'async', true],
      ['permission', 'async', true],
    ],
  ],
  [
    'a permission for everybody beside a rule',
    rule('      ScheduleExpression: rate(1 day)\n') + permission("      Principal: '*'\n"),
    [
      ['schedule', 'async', true],
      ['permission', 'sync', true],
    ],
  ],
  [
    'an alias of the function',
    `  Live:\n    Type: AWS::Lambda::Alias\n    Properties:\n      FunctionName: !Ref Ship\n      FunctionVersion: $LATEST\n      Name: live\n${rule('      ScheduleExpression: rate(1 day)\n').replace(ship, '!Ref Live')}`,
    [['schedule', 'async', true]],
  ],
  [
    'odd input everywhere',
    `  Odd:\n    Type: AWS::Events::Rule\n    Properties:\n      Targets: text\n  Odder:\n    Type: AWS::SNS::Topic\n    Properties: [1, 2]\n  Oddest:\n    Type: AWS::S3::Bucket\n    Properties:\n      NotificationConfiguration:\n        LambdaConfigurations: { Function: 7 }\n`,
    [],
  ],
];

describe('the ways in of a function', () => {
  it.each(cases)('are found for %s', (_, resources, expected) => {
    expect(triggersOf(resources).map(({ kind, invocation, enabled }) => [kind, invocation, enabled])).toEqual(expected);
  });

  it('name the alias that is called, and the function behind it', () => {
    const [trigger] = triggersOf(
      `  Live:\n    Type: AWS::Lambda::Alias\n    Properties:\n      FunctionName: !Ref Ship\n      FunctionVersion: $LATEST\n      Name: live\n${rule('      ScheduleExpression: rate(1 day)\n').replace(ship, '!Ref Live')}`,
    );
    expect(trigger?.function).toMatch(/Ship$/);
    expect(trigger?.qualifier).toMatch(/Live$/);
  });

  it('say what a permission asks of its caller', () => {
    const [open] = triggersOf(permission("      Principal: '*'\n"));
    const [limited] = triggersOf(permission("      Principal: '*'\n      PrincipalOrgID: o-a1b2c3\n"));
    expect(open?.auth).toEqual([]);
    expect(limited?.auth.map(({ kind }) => kind)).toEqual(['resource-policy']);
  });
});
