import { memoryTree, type Finding } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './asynchronous-invocation-without-failure-destination.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

const severities = (resources: string): readonly string[] => findings(resources).map(({ severity }) => severity);
const titles = (resources: string): readonly string[] => findings(resources).map(({ title }) => title);

function findings(resources: string): readonly Finding[] {
  const text = `Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code: { ZipFile: exports.handler = 1 }
${resources}`;
  const estate = buildEstate('orders', assignment, readTemplateText(text));
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings;
}

const clock = (target: string): string =>
  `  Clock:\n    Type: AWS::Events::Rule\n    Properties:\n      ScheduleExpression: rate(1 day)\n      Targets: [{ Id: a, Arn: !${target}, DeadLetterConfig: { Arn: arn:aws:sqs:eu-west-1:111122223333:undelivered } }]\n`;
const topic = (target: string): string =>
  `  Orders:\n    Type: AWS::SNS::Topic\n    Properties:\n      Subscription: [{ Protocol: lambda, Endpoint: !${target} }]\n`;
const openToAll =
  '  OrdersPolicy:\n    Type: AWS::SNS::TopicPolicy\n    Properties:\n      Topics: [!Ref Orders]\n      PolicyDocument: { Statement: [{ Effect: Allow, Principal: "*", Action: sns:Publish, Resource: !Ref Orders }] }\n';
const alias = (name: string): string =>
  `  ${name}:\n    Type: AWS::Lambda::Alias\n    Properties: { FunctionName: !Ref Work, FunctionVersion: $LATEST, Name: ${name} }\n`;
const config = (qualifier: string): string =>
  `  Config:\n    Type: AWS::Lambda::EventInvokeConfig\n    Properties:\n      FunctionName: !Ref Work\n      Qualifier: ${qualifier}\n      DestinationConfig: { OnFailure: { Destination: arn:aws:sqs:eu-west-1:111122223333:failed } }\n`;

describe('a function without a dead-letter queue', () => {
  it.each([
    ['that nothing starts', '', ['info']],
    [
      'that a queue starts',
      '  Poll:\n    Type: AWS::Lambda::EventSourceMapping\n    Properties: { FunctionName: !Ref Work, EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders }\n',
      ['info'],
    ],
    ['that a clock starts, whose events hold nothing', clock('GetAtt Work.Arn'), ['info']],
    ['that a topic starts to which only the owner publishes', topic('GetAtt Work.Arn'), ['info']],
    ['that a topic starts to which anyone publishes', topic('GetAtt Work.Arn') + openToAll, ['low']],
    [
      'that a clock and a topic of anyone start',
      clock('GetAtt Work.Arn') + topic('GetAtt Work.Arn') + openToAll,
      ['low'],
    ],
    ['that a topic starts and whose failures go to a destination', topic('GetAtt Work.Arn') + config('$LATEST'), []],
    ['whose destination is on the alias that is called', alias('Live') + topic('Ref Live') + config('!Ref Live'), []],
    [
      'whose destination is on another alias than the one that is called',
      alias('Live') + alias('Old') + topic('Ref Live') + openToAll + config('!Ref Old'),
      ['low'],
    ],
    [
      'that only a stack calls, which sees the failure',
      '  Seed:\n    Type: Custom::Seed\n    Properties: { ServiceToken: !GetAtt Work.Arn }\n',
      ['info'],
    ],
  ])('is judged by how it is started: %s', (_, resources, expected) => {
    expect(severities(resources)).toEqual(expected);
  });

  it('says that CloudFormation, which starts it asynchronously, notices a failure', () => {
    expect(titles('  Seed:\n    Type: Custom::Seed\n    Properties: { ServiceToken: !GetAtt Work.Arn }\n')).toEqual([
      'Work has no dead-letter queue. Only custom resource Seed starts it asynchronously, and notices by itself when it fails.',
    ]);
  });
});
