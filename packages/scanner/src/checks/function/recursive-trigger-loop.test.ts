import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './recursive-trigger-loop.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

function severities(source: string, trigger: string, action: string, more = ''): readonly string[] {
  const text = `Resources:
  Orders:
${source}
${trigger}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [] }
      Policies:
        - PolicyName: orders
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: '${action}', Resource: [!GetAtt Orders.Arn, !Sub '\${Orders.Arn}/*'] }
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Code: { ZipFile: exports.handler = 1 }
${more}`;
  const estate = buildEstate('orders', assignment, readTemplateText(text));
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings.map((finding) => finding.severity);
}

const mapping = `  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref Work, EventSourceArn: !GetAtt Orders.Arn }`;
const queue = '    Type: AWS::SQS::Queue';
const table = '    Type: AWS::DynamoDB::Table\n    Properties: { StreamSpecification: { StreamViewType: NEW_IMAGE } }';
const bucket = (filter: string): string =>
  `    Type: AWS::S3::Bucket\n    Properties:\n      NotificationConfiguration:\n        LambdaConfigurations:\n          - Event: s3:ObjectCreated:*\n            Function: !GetAtt Work.Arn\n${filter}`;

describe('a function that may write to what starts it', () => {
  it.each([
    ['a queue that it sends to, which Lambda would notice', severities(queue, mapping, 'sqs:SendMessage'), ['low']],
    [
      'the same, with the notice switched off',
      severities(queue, mapping, 'sqs:SendMessage', '      RecursiveLoop: Allow\n'),
      ['medium'],
    ],
    ['a queue that it only empties', severities(queue, mapping, 'sqs:DeleteMessage'), []],
    [
      'a table whose stream it reads',
      severities(table, mapping.replace('Orders.Arn', 'Orders.StreamArn'), 'dynamodb:PutItem'),
      ['medium'],
    ],
    ['a bucket that it puts objects into', severities(bucket(''), '', 's3:PutObject'), ['low']],
    [
      'a bucket with a filter',
      severities(
        bucket('            Filter: { S3Key: { Rules: [{ Name: prefix, Value: in/ }] } }\n'),
        '',
        's3:PutObject',
      ),
      ['info'],
    ],
  ])('is judged by how the loop ends: %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});
